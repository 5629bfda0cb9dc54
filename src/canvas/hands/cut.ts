// Where the hash ruler is cut, and when two stretches are pulled together. Pure arithmetic.

/** So near to a tenth the cut goes there, in pixels. */
const SNAP_PIXELS = 4
const LEAST = 0.01

/** The share of a shard's stretch above the cut: a tenth when it is near, else a whole percent. */
export function cutShare(y: number, top: number, bottom: number): number {
  const share = Math.min(1 - LEAST, Math.max(LEAST, (y - top) / (bottom - top)))
  const tenth = Math.min(9, Math.max(1, Math.round(share * 10))) / 10
  return Math.abs(tenth - share) * (bottom - top) <= SNAP_PIXELS ? tenth : Math.round(share * 100) / 100
}

/** Steps of the keyboard. */
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 0.01, ArrowRight: 0.01, ArrowUp: -0.01, ArrowLeft: -0.01, PageDown: 0.1, PageUp: -0.1 },
}

/** The cut after a key; null for a key that moves nothing. */
export function cutAfterKey(key: string, share: number): number | null {
  if (key === 'Home') return LEAST
  if (key === 'End') return 1 - LEAST
  const step = STEPS[key]
  return step === undefined ? null : Math.min(1 - LEAST, Math.max(LEAST, Math.round((share + step) * 100) / 100))
}

/** Bits of a double's fraction: a shard's bounds come as shares of all hash keys. */
const SHARE_BITS = 53
const BELOW = 128n - BigInt(SHARE_BITS)

/** KIN4.01: NewStartingHashKey in decimal; empty = into halves, which the engine knows exactly. */
export function startingHashKey(from: number, to: number, share: number): string {
  if (share === 0.5) return ''
  return String(BigInt(Math.round((from + (to - from) * share) * 2 ** SHARE_BITS)) << BELOW)
}

/** A border that is pulled this far to a side is let go of for good. */
const PULL_PIXELS = 24
export const isPulledAway = (dx: number): boolean => Math.abs(dx) >= PULL_PIXELS
