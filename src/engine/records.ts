import { createTimeLog, Float64Log, type TimeLog, Uint32Log } from './kernel/log.ts'
import type { State } from './kernel/state.ts'
import type { Micros } from './kernel/time.ts'
import { HALF_WORD_BITS, HALF_WORD_VALUES, KEY_VALUES } from './kernel/units.ts'
import type { Plan } from './plan.ts'

const KEY_BITS = HALF_WORD_BITS
const NARROW = HALF_WORD_VALUES
const KEY_SPACE = KEY_VALUES

/**
 * Everything that producers ever made: created when, with which key, how large. Append-only; a producer's
 * records are generated once and only referred to afterwards.
 *
 * A reference is one unsigned 32-bit number: `index * producers (rounded up to a power of two) + producer`.
 * 8 bytes a record while keys and sizes fit in 16 bits and the run in 71 minutes, up to 16 otherwise.
 */
export class Records {
  readonly producerBits: number
  private readonly producerMask: number
  private readonly created: TimeLog[] = []
  private readonly narrow: Uint32Log[] = []
  private readonly wide: Float64Log[] = []
  private readonly isNarrow: boolean

  constructor(state: State, producers: number, durationMicros: Micros, keyCount: number, largestBytes: number) {
    let bits = 0
    while (1 << bits < producers) bits++
    this.producerBits = bits
    this.producerMask = (1 << bits) - 1
    this.isNarrow = keyCount <= NARROW && largestBytes < NARROW
    for (let p = 0; p < producers; p++) {
      this.created.push(state.part(createTimeLog(durationMicros)))
      this.narrow.push(state.part(new Uint32Log()))
      this.wide.push(state.part(new Float64Log()))
    }
  }

  /** Appends a record of producer `p` and returns its reference. `bytes` is the data without the key. */
  add(p: number, createdAt: Micros, key: number, bytes: number): number {
    const created = this.created[p]!
    const index = created.length
    created.push(createdAt)
    if (this.isNarrow) this.narrow[p]!.push((bytes << KEY_BITS) | key)
    else this.wide[p]!.push(bytes * KEY_SPACE + key)
    return ((index << this.producerBits) | p) >>> 0
  }

  /** The reference of the index-th record of producer `p`. */
  reference(p: number, index: number): number {
    return ((index << this.producerBits) | p) >>> 0
  }

  /** Which of its producer's records this is, from 1. */
  numberOf(reference: number): number {
    return (reference >>> this.producerBits) + 1
  }

  /** Which producer made it. */
  producerOf(reference: number): number {
    return reference & this.producerMask
  }

  countOf(p: number): number {
    return this.created[p]!.length
  }

  createdAt(reference: number): Micros {
    return this.created[reference & this.producerMask]!.get(reference >>> this.producerBits)
  }

  keyOf(reference: number): number {
    const p = reference & this.producerMask
    const index = reference >>> this.producerBits
    return this.isNarrow ? this.narrow[p]!.get(index) & (NARROW - 1) : this.wide[p]!.get(index) % KEY_SPACE
  }

  bytesOf(reference: number): number {
    const p = reference & this.producerMask
    const index = reference >>> this.producerBits
    if (this.isNarrow) return this.narrow[p]!.get(index) >>> KEY_BITS
    const word = this.wide[p]!.get(index)
    return (word - (word % KEY_SPACE)) / KEY_SPACE
  }

  /** Bytes that the logs hold. */
  get memoryBytes(): number {
    let sum = 0
    for (const logs of [this.created, this.narrow, this.wide]) for (const log of logs) sum += log.bytes
    return sum
  }
}

/** Largest record that any producer may make, counting what interventions set. */
export function largestRecord(plan: Plan): number {
  let largest = 0
  for (const { turnable, recordBytesMax } of plan.producers)
    largest = [largest, turnable.recordBytes, recordBytesMax].reduce((a, b) => (a > b ? a : b))
  for (const intervention of plan.interventions) {
    if (intervention.action === 'set' && intervention.field === 'recordBytes' && intervention.value > largest)
      largest = intervention.value
    if (intervention.action === 'put' && intervention.bytes > largest) largest = intervention.bytes
  }
  return largest
}
