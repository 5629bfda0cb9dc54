import type { Micros } from '../kernel/time.ts'
import type { Records } from '../records.ts'

/** Of each consumer and key the latest record that was worked, and when. */
type Latest = { reference: number; at: Micros }

/** Looks for the first record that a consumer works after a later one of the same key; of each consumer and key it knows one record. */
export class OrderKept {
  private readonly records: Records
  private readonly latest = new Map<string, Map<number, Latest>>()

  constructor(records: Records) {
    this.records = records
  }

  /**
   * The moment at which the order was turned round by this work, or null. Work that is done lazily may be told late, with its own
   * moment, so of two records either may be the one that is told first.
   */
  worked(reference: number, node: string, now: Micros): Micros | null {
    const { records } = this
    const key = records.keyOf(reference)
    const keys = this.latest.get(node) ?? new Map<number, Latest>()
    this.latest.set(node, keys)
    const before = keys.get(key)
    if (before === undefined) {
      keys.set(key, { reference, at: now })
      return null
    }
    if (!this.isLater(reference, before.reference)) return now >= before.at ? now : null
    keys.set(key, { reference, at: now })
    return now < before.at ? before.at : null
  }

  /** Equal moments: arrivals come in the order of the producers. */
  private isLater(one: number, other: number): boolean {
    const { records } = this
    const apart = records.createdAt(one) - records.createdAt(other)
    if (apart !== 0) return apart > 0
    const producers = records.producerOf(one) - records.producerOf(other)
    return producers !== 0 ? producers > 0 : records.numberOf(one) > records.numberOf(other)
  }
}
