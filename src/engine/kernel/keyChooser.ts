import { pow } from './detMath.ts'
import type { RandomStreams } from './random.ts'
import { KEYS_AT_MOST, WORD_VALUES, ZIPF_EXPONENT_AT_MOST } from './units.ts'

/** Which partition keys the records of a producer take. Generated keys are `prefix` (by default `user-`) and a number. */
export type KeySpec =
  | { kind: 'even'; count: number; prefix?: string }
  /** Key k (from 0) weighs (k + 1)^-exponent. */
  | { kind: 'zipf'; count: number; exponent: number; prefix?: string }
  /** Key 0 takes this share of all records, and its even part of the others too. */
  | { kind: 'hottest'; count: number; share: number; prefix?: string }
  /** Each record takes a random position of the list: a key that stands there twice weighs twice. */
  | { kind: 'list'; keys: readonly string[]; weights?: readonly number[] }
  /** The records take the list in turn. */
  | { kind: 'cycle'; keys: readonly string[] }

const EVEN = 0
const HOTTEST = EVEN + 1
const WEIGHTED = HOTTEST + 1
const CYCLE = WEIGHTED + 1

const DEFAULT_PREFIX = 'user-'
const TWO_MINUS_32 = 1 / WORD_VALUES

/** Chooses the key of each record. One class with numbers for every kind keeps the call monomorphic. */
export class KeyChooser {
  readonly keyCount: number
  /** Each name once. */
  readonly keyNames: readonly string[]
  /** Share of the records that take each key, in the long run. */
  readonly probabilities: Float64Array
  private readonly kind: number
  private readonly share: number
  /** Weighted: the part of column i that is key i; the rest is `other[i]`. */
  private readonly own: Float64Array
  /** Weighted: the alias of each column. Cycle: the key at each position. */
  private readonly other: Uint32Array

  constructor(
    kind: number,
    keyNames: readonly string[],
    probabilities: Float64Array,
    share: number,
    own: Float64Array,
    other: Uint32Array,
  ) {
    this.kind = kind
    this.keyCount = keyNames.length
    this.keyNames = keyNames
    this.probabilities = probabilities
    this.share = share
    this.own = own
    this.other = other
  }

  /** Index of the key of the producer's record number `recordIndex` (from 0; only a cycle looks at it). */
  choose(random: RandomStreams, stream: number, recordIndex: number): number {
    switch (this.kind) {
      case HOTTEST:
        if (random.unit(stream) < this.share) return 0
        return (random.unit(stream) * this.keyCount) >>> 0
      case EVEN:
        return (random.unit(stream) * this.keyCount) >>> 0
      case WEIGHTED: {
        // One draw for both: its whole part is the column, its fraction decides between the two keys of the column.
        const place = random.uint32(stream) * (this.keyCount * TWO_MINUS_32)
        const column = place >>> 0
        return place - column < this.own[column]! ? column : this.other[column]!
      }
      default:
        return this.other[recordIndex % this.other.length]!
    }
  }
}

/** One for each spec. Equal specs share theirs, because a chooser holds nothing that changes: hundreds of thousands of names need be made once only. */
export function buildKeyChoosers(specs: readonly KeySpec[]): KeyChooser[] {
  const known = new Map<string, KeyChooser>()
  return specs.map((spec) => {
    const text = JSON.stringify(spec)
    const chooser = known.get(text) ?? buildKeyChooser(spec)
    known.set(text, chooser)
    return chooser
  })
}

/** RangeError for a spec that no form could have let through: no keys, too many, a share or weight that is none. */
export function buildKeyChooser(spec: KeySpec): KeyChooser {
  switch (spec.kind) {
    case 'even': {
      const names = generatedNames(spec.count, spec.prefix)
      const probabilities = new Float64Array(names.length).fill(1 / names.length)
      return new KeyChooser(EVEN, names, probabilities, 0, new Float64Array(0), new Uint32Array(0))
    }
    case 'hottest': {
      const { share } = spec
      if (!(share >= 0 && share <= 1))
        throw new RangeError(`The hottest key's share must lie between 0 and 1, not ${share}`)
      const names = generatedNames(spec.count, spec.prefix)
      const probabilities = new Float64Array(names.length).fill((1 - share) / names.length)
      probabilities[0]! += share
      return new KeyChooser(HOTTEST, names, probabilities, share, new Float64Array(0), new Uint32Array(0))
    }
    case 'zipf': {
      const { exponent } = spec
      if (!(exponent >= 0 && exponent <= ZIPF_EXPONENT_AT_MOST))
        throw new RangeError(`Zipf's exponent must lie between 0 and ${ZIPF_EXPONENT_AT_MOST}, not ${exponent}`)
      const names = generatedNames(spec.count, spec.prefix)
      return weighted(
        names,
        Float64Array.from(names, (_, k) => pow(k + 1, -exponent)),
      )
    }
    case 'list':
      return fromList(spec.keys, spec.weights)
    case 'cycle': {
      const { names, places } = distinct(spec.keys)
      const probabilities = new Float64Array(names.length)
      for (const key of places) probabilities[key]! += 1 / places.length
      return new KeyChooser(CYCLE, names, probabilities, 0, new Float64Array(0), places)
    }
  }
}

function fromList(keys: readonly string[], weights: readonly number[] | undefined): KeyChooser {
  if (weights !== undefined && weights.length !== keys.length) {
    throw new RangeError(`${keys.length} keys cannot have ${weights.length} weights`)
  }
  const { names, places } = distinct(keys)
  const sums = new Float64Array(names.length)
  places.forEach((key, position) => {
    sums[key]! += weights === undefined ? 1 : weights[position]!
  })
  return weighted(names, sums)
}

/** Walker's alias table (in Vose's form): n columns of equal height, each shared by at most two keys. */
function weighted(names: readonly string[], weights: Float64Array): KeyChooser {
  const count = weights.length
  let sum = 0
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`${weight} is not the weight of a key`)
    sum += weight
  }
  if (!(sum > 0 && sum < Infinity)) throw new RangeError('The weights of the keys must have a sum above zero')
  const probabilities = weights.map((weight) => weight / sum)
  const own = probabilities.map((probability) => probability * count)
  const other = Uint32Array.from(own, (_, k) => k)
  const short: number[] = []
  const tall: number[] = []
  for (let k = 0; k < count; k++) (own[k]! < 1 ? short : tall).push(k)
  while (short.length > 0 && tall.length > 0) {
    const low = short.pop()!
    const high = tall[tall.length - 1]!
    other[low] = high
    own[high] = own[high]! - (1 - own[low]!)
    if (own[high]! < 1) short.push(tall.pop()!)
  }
  // What is left is full but for rounding.
  for (const k of short) own[k] = 1
  for (const k of tall) own[k] = 1
  return new KeyChooser(WEIGHTED, names, probabilities, 0, own, other)
}

function generatedNames(count: number, prefix = DEFAULT_PREFIX): string[] {
  requireCount(count)
  return Array.from({ length: count }, (_, k) => `${prefix}${k}`)
}

/** Each key once, in order of first appearance, and the key at each place of the list. */
function distinct(keys: readonly string[]): { names: string[]; places: Uint32Array } {
  requireCount(keys.length)
  const indices = new Map<string, number>()
  const places = Uint32Array.from(keys, (key) => {
    const index = indices.get(key) ?? indices.size
    indices.set(key, index)
    return index
  })
  return { names: [...indices.keys()], places }
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 1 || count > KEYS_AT_MOST) {
    throw new RangeError(`There must be 1 to ${KEYS_AT_MOST} keys, not ${count}`)
  }
}
