import { Slots } from '../kernel/slots.ts'
import type { State } from '../kernel/state.ts'

/** What is counted of a subscription. Every copy is in one place: delivered, failed, dead-lettered, dropped, or it waits. */
export const SUBSCRIPTION = { isActive: 0, copies: 1, delivered: 2 } as const
export const FAILED = SUBSCRIPTION.delivered + 1
export const DEAD_LETTERED = FAILED + 1
export const WAITING = DEAD_LETTERED + 1
/** Copies that still waited when the subscription was taken away. */
export const DROPPED = WAITING + 1
const FIELDS = DROPPED + 1

/** The subscriptions of a topic, in the order in which they came. A row stays when its subscription goes. */
export class SubscriptionRows {
  private readonly rows: Slots

  constructor(state: State) {
    this.rows = state.part(new Slots(FIELDS))
  }

  get length(): number {
    return this.rows.length
  }

  add(): number {
    const row = this.rows.take()
    this.count(row, SUBSCRIPTION.isActive, 1)
    return row
  }

  isActive(row: number): boolean {
    return this.value(row, SUBSCRIPTION.isActive) === 1
  }

  value(row: number, field: number): number {
    return this.rows.values[row * FIELDS + field]!
  }

  count(row: number, field: number, change: number): void {
    this.rows.values[row * FIELDS + field]! += change
  }
}
