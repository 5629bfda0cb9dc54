import { Settings } from '../clients/settings.ts'
import { Answer, type Store } from '../clients/store.ts'
import { max } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import type { World } from '../world.ts'
import { LongPolls } from './longPolls.ts'
import { IN_FLIGHT, Messages, SLOT } from './messages.ts'
import {
  AREA,
  AREA_AT,
  ATTEMPTS,
  DELETED,
  DELETED_LATE,
  DELIVERIES,
  EMPTY,
  EXPIRED,
  EXPIRED_IN_FLIGHT,
  HASH,
  OVER_LIMIT,
  PURGED,
  PURGED_IN_FLIGHT,
  QUEUE_COUNTERS,
  REJECTED,
  RETURNED_COUNT,
  SOJOURN,
  STORED,
  STORED_BYTES,
} from './queueCounters.ts'
import { HandleAnswer, type QueueModel } from './queueModel.ts'

/** An SQS standard queue: what the calls of its clients do, and what its timers do. Its messages and their order are in messages.ts. */
export class StandardQueue implements Store, Pick<QueueModel, 'receive' | 'delete' | 'purge' | 'set' | 'c'> {
  readonly plan: QueuePlan
  readonly settings: TurnableQueue
  readonly messages: Messages
  private readonly world: World
  private readonly timers: { visibility: number; retention: number }
  /** When received messages become visible again, by slot. */
  private readonly deadlines = new EventList()
  readonly longPolls: LongPolls
  readonly inFlightPaint: Float64Array
  readonly c: Float64Array

  constructor(world: World, plan: QueuePlan, timers: { visibility: number; retention: number }) {
    this.world = world
    this.plan = plan
    this.timers = timers
    const { state } = world
    this.settings = state.part(new Settings(plan.turnable)).values
    this.messages = new Messages(world, plan.receivesUntilBack)
    state.part(this.deadlines)
    this.longPolls = new LongPolls(state)
    this.inFlightPaint = state.column(PAINTS)
    this.c = state.column(QUEUE_COUNTERS)
  }

  get recordsPerCallLimit(): number {
    return this.settings.batchLimit
  }

  /** SQS.03: a batch may be as large as one message. */
  get bytesPerCallLimit(): number {
    return this.settings.messageBytesLimit
  }

  sizeOf(_key: number, dataBytes: number): number {
    return dataBytes
  }
  readonly rowOf = () => 0
  readonly factOf = () => 'SQS.03'

  get visible(): number {
    return this.messages.visible
  }

  get deliveriesTotal(): number {
    return this.c[DELIVERIES]!
  }

  /** What became of every delivery so far: they add up to `deliveriesTotal`. `deletedLate` had returned before. */
  get deliveryOutcomes(): Record<'inFlight' | 'deleted' | 'returned' | 'expired' | 'purged' | 'deletedLate', number> {
    return {
      inFlight: this.inFlight,
      deleted: this.c[DELETED]!,
      returned: this.c[RETURNED_COUNT]!,
      expired: this.c[EXPIRED_IN_FLIGHT]!,
      purged: this.c[PURGED_IN_FLIGHT]!,
      deletedLate: this.c[DELETED_LATE]!,
    }
  }

  get inFlight(): number {
    return this.deadlines.length
  }

  /** SendMessage: taken unless it is too large (SQS.01, SQS.03). */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    this.c[ATTEMPTS]! += 1
    if (bytes > this.settings.messageBytesLimit) {
      this.c[REJECTED]! += 1
      return Answer.tooLarge
    }
    this.account(now)
    this.messages.add(reference, key, now)
    this.c[STORED]! += 1
    this.c[STORED_BYTES]! += bytes
    this.c[HASH] = mix(mix(this.c[HASH]!, now | 0), reference)
    if (this.messages.head === this.messages.log.length - 1) this.planRetention(now)
    return Answer.stored
  }

  callEnded(now: Micros): void {
    this.serveWaiting(now)
  }

  /** ReceiveMessage: writes the slots of up to `most` messages to `out` and returns how many; they are hidden from now on (SQS.05). */
  receive(most: number, out: Int32Array, now: Micros): number {
    const room = this.settings.inFlightLimit - this.inFlight
    if (room <= 0) {
      this.c[OVER_LIMIT]! += 1
      return 0
    }
    this.account(now)
    const wanted = most < room ? most : room
    let count = 0
    while (count < wanted && count < this.settings.batchLimit) {
      const slot = this.messages.take()
      if (slot < 0) break
      out[count++] = slot
      this.hide(slot, now)
    }
    this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    return count
  }

  /** A receive ended without a message: a short poll at once, a long poll when its time ran out (SQS.11, SQS.12). */
  countEmpty(): void {
    this.c[EMPTY]! += 1
  }

  /**
   * DeleteMessage with the receipt handle (slot, message, number of the receive). SQS.07: an older handle does nothing;
   * the newest one works even after its timeout; deleting twice is no error.
   */
  delete(slot: number, message: number, receives: number, now: Micros): HandleAnswer {
    const { messages } = this
    if (messages.messageOf(slot) !== message || messages.value(slot, SLOT.receives) !== receives)
      return HandleAnswer.noEffect
    this.account(now)
    if (messages.value(slot, SLOT.state) === IN_FLIGHT) {
      this.c[DELETED]! += 1
      this.leaveFlight(slot)
      this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    } else {
      this.c[DELETED_LATE]! += 1
      messages.withdraw(slot)
      this.planRetention(now)
    }
    this.forget(slot, now)
    this.serveWaiting(now)
    return HandleAnswer.done
  }

  /** Visibility timeouts that have run out: the messages can be received again. */
  onVisibility(now: Micros): void {
    this.account(now)
    for (const slot of this.takeDue(now)) {
      const expiry = this.messages.value(slot, SLOT.sentAt) + this.settings.retentionMicros
      if (expiry <= now) {
        this.c[EXPIRED]! += 1
        this.c[EXPIRED_IN_FLIGHT]! += 1
        this.forget(slot, now)
        continue
      }
      this.c[RETURNED_COUNT]! += 1
      this.messages.giveBack(slot, expiry)
    }
    this.planRetention(now)
    this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    this.serveWaiting(now)
  }

  /** SQS.09: messages that wait expire so long after they were sent; received ones when their timeout ends. */
  onRetention(now: Micros): void {
    const { messages } = this
    const { retentionMicros } = this.settings
    this.account(now)
    while (messages.head < messages.log.length && messages.sentAt.get(messages.head) + retentionMicros <= now) {
      this.c[SOJOURN]! += now - messages.dropHead()
      this.c[EXPIRED]! += 1
    }
    for (let slot = messages.expired(now); slot >= 0; slot = messages.expired(now)) {
      messages.withdraw(slot)
      this.c[EXPIRED]! += 1
      this.forget(slot, now)
    }
    this.planRetention(now)
  }

  /** PurgeQueue: everything goes, also what is in flight (SQS.18, here at once). */
  purge(now: Micros): void {
    const { messages } = this
    this.account(now)
    this.c[PURGED]! += this.visible + this.inFlight
    this.c[PURGED_IN_FLIGHT]! += this.inFlight
    while (messages.head < messages.log.length) this.c[SOJOURN]! += now - messages.dropHead()
    for (let slot = messages.anyReturned(); slot >= 0; slot = messages.anyReturned()) {
      messages.withdraw(slot)
      this.forget(slot, now)
    }
    while (this.deadlines.length > 0) {
      const slot = this.deadlines.first()
      this.leaveFlight(slot)
      this.forget(slot, now)
    }
    this.world.events.cancel(this.timers.visibility)
    this.planRetention(now)
  }

  set(field: keyof TurnableQueue, value: number, now: Micros): void {
    this.settings[field] = value
    if (field === 'retentionMicros') {
      this.messages.keepFor(value)
      this.planRetention(now)
    }
    this.serveWaiting(now)
  }

  /** Marks a received message as worked; returns whether it had been before. A message that is gone has been. */
  markProcessed(slot: number, message: number): boolean {
    if (this.messages.messageOf(slot) !== message) return true
    const before = this.messages.value(slot, SLOT.processed) === 1
    this.messages.set(slot, SLOT.processed, 1)
    return before
  }

  deadlineOf(slot: number): Micros {
    return this.deadlines.atOf(slot)
  }

  /** Age of the oldest message that is not deleted, 0 when there is none. */
  oldestAgeMicros(now: Micros): Micros {
    return now - this.messages.oldestSentAt(now)
  }

  /** Messages x microseconds up to now: the time integral of the number in the queue, received ones included. */
  areaAt(now: Micros): number {
    return this.c[AREA]! + (this.visible + this.inFlight) * (now - this.c[AREA_AT]!)
  }

  private hide(slot: number, now: Micros): void {
    const { messages } = this
    this.c[DELIVERIES]! += 1
    messages.set(slot, SLOT.state, IN_FLIGHT)
    messages.set(slot, SLOT.receives, messages.value(slot, SLOT.receives) + 1)
    this.deadlines.schedule(slot, now + this.settings.visibilityTimeoutMicros)
    this.inFlightPaint[messages.paintOf(slot)]! += 1
  }

  /** Slots whose timeout ends now, no longer in flight. Those of one moment return oldest first, whichever slots they have. */
  private takeDue(now: Micros): number[] {
    const due: number[] = []
    while (this.deadlines.firstAt() <= now) {
      due.push(this.deadlines.first())
      this.leaveFlight(this.deadlines.first())
    }
    return due.sort((a, b) => this.messages.messageOf(a) - this.messages.messageOf(b))
  }

  private leaveFlight(slot: number): void {
    this.deadlines.cancel(slot)
    this.inFlightPaint[this.messages.paintOf(slot)]! -= 1
  }

  private forget(slot: number, now: Micros): void {
    this.c[SOJOURN]! += now - this.messages.value(slot, SLOT.sentAt)
    this.messages.slots.release(slot)
  }

  private serveWaiting(now: Micros): void {
    while (!this.longPolls.isEmpty && this.visible > 0 && this.inFlight < this.settings.inFlightLimit) {
      if (!this.longPolls.serveFirst(now)) return
    }
  }

  private account(now: Micros): void {
    this.c[AREA] = this.areaAt(now)
    this.c[AREA_AT] = now
  }

  /** A shorter retention may have run out already: that is now, never earlier. */
  private planRetention(now: Micros): void {
    this.world.events.schedule(this.timers.retention, max(now, this.messages.nextExpiry(this.settings.retentionMicros)))
  }
}
