import type { KeyChooser } from './kernel/keyChooser.ts'
import { BYTE_VALUES, MD5_BITS, PERCENT, WORD_BITS, WORD_VALUES } from './kernel/units.ts'
import { encodeUtf8 } from './kernel/utf8.ts'
import { type HashKeyRange, hashKeyOf, shardIndexOf } from './kinesis/hashKey.ts'
import { PAINTS } from './metrics/trace.ts'
import type { TurnableProducer } from './plan.ts'

/** Keys rarer than this have no paint of their own: a colour that is hardly ever seen explains nothing. */
const PAINTED_SHARE = PERCENT
/** Bits of a hash key after its first word. */
const BELOW_FIRST_WORD = BigInt(MD5_BITS - WORD_BITS)
const OTHER_PAINT = PAINTS - 1

/** A key that is drawn in a paint of its own. `hash` is its place on the ruler from 0 to 1. */
export type PaintedKey = { paint: number; key: string; share: number; hash: number }

/** A small number for each key, as narrow as may be: every record looks one up at random, so all should fit the fastest cache. */
export type KeyColumn = Uint8Array | Uint16Array

/** A shard, as far as routing asks. */
type Routed = { number: number; range: HashKeyRange }

function keyColumn(values: readonly number[]): KeyColumn {
  return values.every((value) => value < BYTE_VALUES) ? Uint8Array.from(values) : Uint16Array.from(values)
}

/** All partition keys of a run, each name once, whoever sends it. */
export class KeyTable {
  readonly names: string[] = []
  /** Bytes of the key in UTF-8: they count against the limits (KIN1.01). */
  bytes: KeyColumn
  /** 0 to 6: the hottest keys; 7: all others. */
  paint: Uint8Array
  readonly painted: PaintedKey[] = []
  /** For each producer, its own key numbers to those of this table; null when they are the same. */
  readonly ofProducer: (Uint32Array | null)[] = []
  private readonly hashes: bigint[]
  private readonly numbers = new Map<string, number>()

  /** `turnables`: how much each producer sends, and whether its first key becomes hot during the run, to know which keys are the hottest. */
  constructor(choosers: readonly KeyChooser[], turnables: readonly TurnableProducer[]) {
    const weights: number[] = []
    const hotLater = new Set<number>()
    let total = 0
    const mappings = new Map<KeyChooser, Uint32Array>()
    choosers.forEach((chooser, p) => {
      const mapping = mappings.get(chooser) ?? Uint32Array.from(chooser.keyNames, (name) => this.numberOf(name))
      mappings.set(chooser, mapping)
      while (weights.length < this.names.length) weights.push(0)
      mapping.forEach((number, k) => {
        const weight = chooser.probabilities[k]! * turnables[p]!.ratePerSecond
        weights[number]! += weight
        total += weight
      })
      if (turnables[p]!.hotShare !== undefined) hotLater.add(mapping[0]!)
      this.ofProducer.push(mapping.every((number, k) => number === k) ? null : mapping)
    })
    this.hashes = this.names.map(hashKeyOf)
    this.bytes = keyColumn(this.names.map((name) => encodeUtf8(name).length))
    this.paint = new Uint8Array(this.names.length).fill(OTHER_PAINT)
    const hottest = this.names
      .map((_, k) => k)
      .filter((k) => total > 0 && (hotLater.has(k) || weights[k]! / total >= PAINTED_SHARE))
      .sort((a, b) => Number(hotLater.has(b)) - Number(hotLater.has(a)) || weights[b]! - weights[a]! || a - b)
      .slice(0, OTHER_PAINT)
    hottest.forEach((k, paint) => {
      this.paint[k] = paint
      const hash = Number(this.hashes[k]! >> BELOW_FIRST_WORD) / WORD_VALUES
      this.painted.push({ paint, key: this.names[k]!, share: weights[k]! / total, hash })
    })
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /** Number of a key that no producer announced: single calls bring their keys with them. */
  add(name: string): number {
    const key = this.numberOf(name)
    if (key < this.hashes.length) return key
    this.hashes.push(hashKeyOf(name))
    if (key >= this.paint.length) this.grow()
    this.bytes[key] = encodeUtf8(name).length
    return key
  }

  /** KIN1.11 */
  hashKeyOf(key: number): bigint {
    return this.hashes[key]!
  }

  private grow(): void {
    const capacity = this.names.length * 2
    const bytes = new Uint16Array(capacity)
    bytes.set(this.bytes)
    this.bytes = bytes
    const paint = new Uint8Array(capacity).fill(OTHER_PAINT)
    paint.set(this.paint)
    this.paint = paint
  }

  /**
   * KIN1.11: number of the shard that each key belongs to. `open`: the open shards in the order of their hash keys;
   * `shardsAtMost`: more than any shard's number.
   */
  shardOfKeys(open: readonly Routed[], shardsAtMost: number): KeyColumn {
    const ranges = open.map(({ range }) => range)
    const column = shardsAtMost < BYTE_VALUES ? new Uint8Array(this.hashes.length) : new Uint16Array(this.hashes.length)
    for (let key = 0; key < column.length; key++) column[key] = open[shardIndexOf(this.hashes[key]!, ranges)]!.number
    return column
  }
}
