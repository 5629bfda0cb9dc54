import { type HashKeyRange, initialHashKeyRanges } from './hashKey.ts'

// Rules of resharding: they decide over hash key ranges and change nothing.

/**
 * KIN4.01: the new key and all above it go to the upper child, those below to the lower one. Null when the key is not in the
 * parent's range or one child would hold no key.
 */
export function splitRanges(parent: HashKeyRange, newStartingHashKey: bigint): [HashKeyRange, HashKeyRange] | null {
  const { startHashKey, endHashKey } = parent
  if (newStartingHashKey <= startHashKey || newStartingHashKey > endHashKey) return null
  return [
    { startHashKey, endHashKey: newStartingHashKey - 1n },
    { startHashKey: newStartingHashKey, endHashKey },
  ]
}

/** KIN4.02: one range without a gap (W07), or null when the two are not adjacent. */
export function mergedRange(one: HashKeyRange, other: HashKeyRange): HashKeyRange | null {
  const [low, high] = one.startHashKey < other.startHashKey ? [one, other] : [other, one]
  if (low.endHashKey + 1n !== high.startHashKey) return null
  return { startHashKey: low.startHashKey, endHashKey: high.endHashKey }
}

/** KIN4.06: at most double, at least half of the present count, and not beyond what one stream may have. */
export function countAllowed(
  present: number,
  target: number,
  limits: { timesMost: number; timesLeast: number; shardsMost: number },
): boolean {
  return target <= present * limits.timesMost && target >= present * limits.timesLeast && target <= limits.shardsMost
}

/** Shards that a change of the count makes on its way: two for each border that must be cut, one for each merge after that. */
export function shardsMade(open: readonly HashKeyRange[], target: number): number {
  const starts = new Set(open.map(({ startHashKey }) => startHashKey))
  const cuts = finalBorders(open, target).filter((border) => !starts.has(border)).length
  return 2 * cuts + (open.length + cuts - target)
}

/** One step towards a uniform count: shards to split, or pairs to merge, by their places among the open ranges. */
export type ReshardRound = { splits: { place: number; at: bigint }[]; merges: number[] }

/**
 * KIN4.06: the count is changed by splits and merges. First every shard that reaches over a border of the final ranges is split
 * there, then neighbours that belong to one final range are merged; each shard takes part once a round. `open` in the order of
 * hash keys. Nothing is left to do when both lists are empty.
 */
export function nextRound(open: readonly HashKeyRange[], target: number): ReshardRound {
  const borders = finalBorders(open, target)
  const splits: ReshardRound['splits'] = []
  const merges: number[] = []
  let border = 0
  open.forEach(({ startHashKey, endHashKey }, place) => {
    while (border < borders.length && borders[border]! <= startHashKey) border++
    const first = border
    while (border < borders.length && borders[border]! <= endHashKey) border++
    if (border > first) splits.push({ place, at: borders[first + ((border - first) >> 1)]! })
  })
  if (splits.length > 0) return { splits, merges }
  const kept = new Set(borders)
  for (let place = 0; place + 1 < open.length; place++) {
    if (!kept.has(open[place + 1]!.startHashKey)) merges.push(place++)
  }
  return { splits, merges }
}

/**
 * Where the ranges of a uniform stream of `target` shards begin (KIN1.13), but for the first. A border that lies within a few hash
 * keys of an old one is the old one: halves of thirds are not exactly sixths.
 */
function finalBorders(open: readonly HashKeyRange[], target: number): bigint[] {
  const near = BigInt(target)
  const starts = open.map(({ startHashKey }) => startHashKey)
  let place = 0
  return initialHashKeyRanges(target)
    .slice(1)
    .map(({ startHashKey }) => {
      while (place < starts.length && starts[place]! + near < startHashKey) place++
      const old = starts[place]
      return old !== undefined && old - near <= startHashKey ? old : startHashKey
    })
}
