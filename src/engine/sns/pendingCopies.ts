import { EventList } from '../kernel/eventList.ts'
import { Slots } from '../kernel/slots.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** Fields of a copy that waits. */
export const COPY = { isUsed: 0, subscription: 1, reference: 2 } as const
const GROUP = COPY.reference + 1
const FAILURES = GROUP + 1
/** Slot + 1 of the copy behind it in its group; 0 = it is the last. */
const NEXT = FAILURES + 1
const COPY_FIELDS = NEXT + 1

/**
 * Copies that could not be handed over yet. On a FIFO topic those of one group and subscription stand in line: only the first
 * has a moment, and a new one goes to the end (SNS.06). On a standard topic each waits alone.
 */
export class PendingCopies implements Growing {
  private readonly isFifo: boolean
  private readonly slots = new Slots(COPY_FIELDS)
  /** When the first copy of each line is tried again, by slot. */
  private readonly due = new EventList(1)
  /** Last slot of each line, by subscription and group; known from the slots. */
  private readonly ends: Map<number, number>[] = []

  constructor(isFifo: boolean) {
    this.isFifo = isFifo
  }

  value(slot: number, field: number): number {
    return this.slots.values[slot * COPY_FIELDS + field]!
  }

  group(slot: number): number {
    return this.value(slot, GROUP)
  }

  failures(slot: number): number {
    return this.value(slot, FAILURES)
  }

  /** Whether a new copy would have to stand behind others. */
  isBlocked(subscription: number, group: number): boolean {
    return this.isFifo && (this.ends[subscription]?.has(group) ?? false)
  }

  /** A copy that is tried again at `at`, or, behind others of its group, when it is its turn. */
  add(subscription: number, reference: number, group: number, failures: number, at: Micros): void {
    const slot = this.slots.take()
    const first = slot * COPY_FIELDS
    const { values } = this.slots
    values[first + COPY.isUsed] = 1
    values[first + COPY.subscription] = subscription
    values[first + COPY.reference] = reference
    values[first + GROUP] = group
    values[first + FAILURES] = failures
    if (!this.isBlocked(subscription, group)) this.due.schedule(slot, at)
    else values[this.ends[subscription]!.get(group)! * COPY_FIELDS + NEXT] = slot + 1
    if (this.isFifo) this.endsOf(subscription).set(group, slot)
  }

  get dueAt(): Micros {
    return this.due.firstAt()
  }

  /** The copy that is tried next; only while one is due. */
  first(): number {
    return this.due.first()
  }

  failedAgain(slot: number, failures: number, at: Micros): void {
    this.slots.values[slot * COPY_FIELDS + FAILURES] = failures
    this.due.schedule(slot, at)
  }

  /** A copy is gone; the one behind it is tried at once. */
  release(slot: number, now: Micros): void {
    this.due.cancel(slot)
    const next = this.value(slot, NEXT)
    if (next > 0) this.due.schedule(next - 1, now)
    else this.ends[this.value(slot, COPY.subscription)]?.delete(this.value(slot, GROUP))
    this.slots.release(slot)
  }

  /** Forgets all copies of a subscription; returns how many. */
  drop(subscription: number): number {
    let dropped = 0
    for (let slot = 0; slot < this.slots.length; slot++) {
      if (this.value(slot, COPY.isUsed) === 0 || this.value(slot, COPY.subscription) !== subscription) continue
      this.due.cancel(slot)
      this.slots.release(slot)
      dropped++
    }
    this.ends[subscription]?.clear()
    return dropped
  }

  saveTo(out: SnapshotWriter): void {
    this.slots.saveTo(out)
    this.due.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    this.slots.loadFrom(from)
    this.due.loadFrom(from)
    for (const ends of this.ends) ends.clear()
    for (let slot = 0; this.isFifo && slot < this.slots.length; slot++) {
      if (this.value(slot, COPY.isUsed) === 0 || this.value(slot, NEXT) > 0) continue
      this.endsOf(this.value(slot, COPY.subscription)).set(this.value(slot, GROUP), slot)
    }
  }

  private endsOf(subscription: number): Map<number, number> {
    while (this.ends.length <= subscription) this.ends.push(new Map())
    return this.ends[subscription]!
  }
}
