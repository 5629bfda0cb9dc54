import { Settings } from '../clients/settings.ts'
import { min } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import type { World } from '../world.ts'
import { LongPolls } from './longPolls.ts'
import { SLOT } from './messageSlots.ts'
import { Messages } from './messages.ts'
import {
  AREA,
  AREA_AT,
  DELAYED_NOW,
  DELETED,
  DELETED_LATE,
  DELIVERIES,
  EMPTY,
  EXPIRED_IN_FLIGHT,
  PURGED_IN_FLIGHT,
  QUEUE_COUNTERS,
  RETURNED_COUNT,
} from './queueCounters.ts'

/** What a standard queue holds, and how it is read: nothing here changes what a client would see. */
export class QueueState {
  readonly plan: QueuePlan
  readonly settings: TurnableQueue
  readonly messages: Messages
  readonly longPolls: LongPolls
  readonly inFlightPaint: Float64Array
  readonly c: Float64Array
  protected readonly world: World
  /** When messages in flight become visible again, and delayed ones for the first time; by slot. */
  protected readonly hidden = new EventList()

  constructor(world: World, plan: QueuePlan) {
    this.world = world
    this.plan = plan
    const { state } = world
    this.settings = state.part(new Settings(plan.turnable)).values
    this.messages = new Messages(world, plan.receivesUntilBack, plan.fair)
    state.part(this.hidden)
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

  get inFlight(): number {
    return this.hidden.length - this.c[DELAYED_NOW]!
  }

  get delayed(): number {
    return this.c[DELAYED_NOW]!
  }

  get isOverLimit(): boolean {
    return this.inFlight >= this.settings.inFlightLimit
  }

  get visiblePaint(): Float64Array {
    return this.messages.visiblePaint
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

  /** Age of the oldest message that is not gone, 0 when there is none; one received three times does not count (SQS.13). */
  oldestAgeMicros(now: Micros): Micros {
    return now - min(now, this.messages.oldestCountedAt)
  }

  /** Messages x microseconds up to now: the time integral of the number in the queue, hidden ones included. */
  areaAt(now: Micros): number {
    return this.c[AREA]! + (this.visible + this.hidden.length) * (now - this.c[AREA_AT]!)
  }

  messageOf(slot: number): number {
    return this.messages.messageOf(slot)
  }

  receivesOf(slot: number): number {
    return this.messages.slots.get(slot, SLOT.receives)
  }

  recordOf(message: number): number {
    return this.messages.recordOf(message)
  }

  sentAtOf(slot: number): Micros {
    return this.messages.slots.get(slot, SLOT.sentAt)
  }

  firstReceivedAtOf(slot: number): Micros {
    return this.messages.slots.get(slot, SLOT.firstReceivedAt)
  }

  deadLetterSourceOf(slot: number): number {
    return this.messages.slots.get(slot, SLOT.source) - 1
  }

  paintOf(slot: number): number {
    return this.messages.paintOf(slot)
  }

  hiddenUntil(slot: number): Micros {
    return this.hidden.atOf(slot)
  }

  eachMessage(visit: (message: number, slot: number, sentAt: Micros) => void): void {
    const { messages } = this
    for (let slot = 0; slot < messages.slots.length; slot++)
      if (messages.messageOf(slot) > 0) visit(messages.messageOf(slot), slot, this.sentAtOf(slot))
    messages.eachUntouched((index) => visit(index + 1, -1, messages.log.cameAtOf(index)))
  }

  get memoryBytes(): number {
    return this.messages.log.bytes
  }

  /** A client's work on a message is done; returns whether it had been before. */
  markProcessed(message: number): boolean {
    return this.messages.worked.add(message)
  }

  /** A receive ended without a message: a short poll at once, a long poll when its time ran out (SQS.11, SQS.12). */
  countEmpty(): void {
    this.c[EMPTY]! += 1
  }

  protected account(now: Micros): void {
    this.c[AREA] = this.areaAt(now)
    this.c[AREA_AT] = now
  }
}
