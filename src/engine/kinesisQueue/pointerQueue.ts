import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { LifeStep } from '../life/watch.ts'
import type { QueuePlan } from '../plan.ts'
import { EXPIRED, EXPIRED_IN_FLIGHT, HASH, STORED, STORED_BYTES } from '../sqs/queueCounters.ts'
import { HandleAnswer } from '../sqs/queueModel.ts'
import { type QueueResources, StandardQueue } from '../sqs/standardQueue.ts'
import type { World } from '../world.ts'

/**
 * What a Kinesis queue knows of its stream's records (KIN6.02): for each a pointer that is visible, hidden or a dead letter, with the
 * rules of visibility that a standard queue has. The records stay in the stream; only here an acknowledgement ends their delivery.
 */
export class PointerQueue extends StandardQueue {
  private readonly stream: Stream

  constructor(world: World, plan: QueuePlan, resources: QueueResources, stream: Stream) {
    super(world, plan, resources)
    this.stream = stream
  }

  /** A record of the stream can be received from now on; it was stored at `storedAt`. Those that come together come in that order. */
  point(reference: number, storedAt: Micros, now: Micros): void {
    this.account(now)
    const { c } = this
    c[STORED]! += 1
    c[STORED_BYTES]! += this.stream.bytesOf(reference)
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    this.messages.add(reference, storedAt)
  }

  /** Everything has been pointed at that came. Who waits is served by an event of its own: the stream is in the middle of a call. */
  pointed(now: Micros): void {
    const { events } = this.world
    if (events.atOf(this.timers.retention) === Infinity) this.planRetention(now)
    if (!this.longPolls.isEmpty) events.schedule(this.timers.visibility, now)
  }

  /** KIN6.01, KIN6.04: everything goes with the stream's retention, and this one may have been turned. */
  followRetention(now: Micros): void {
    if (this.settings.retentionMicros === this.stream.retentionMicros) return
    this.settings.retentionMicros = this.stream.retentionMicros
    this.planRetention(now)
  }

  /** AcknowledgeQueueRecords, one entry: of a record that the stream has no more, nothing comes. */
  override delete(slot: number, message: number, receives: number, now: Micros): HandleAnswer {
    const isOurs = this.messageOf(slot) === message && this.receivesOf(slot) === receives
    if (!isOurs || this.sentAtOf(slot) + this.settings.retentionMicros > now || !this.messages.isInFlight(slot))
      return super.delete(slot, message, receives, now)
    this.account(now)
    this.c[EXPIRED]! += 1
    this.c[EXPIRED_IN_FLIGHT]! += 1
    this.note('expired', this.recordOf(message), now)
    this.leaveFlight(slot, now)
    this.forget(slot, now)
    this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    this.serveWaiting(now)
    return HandleAnswer.expired
  }

  /** KIN6.04: received so often, it is a dead letter when its timeout ends, and not only at the next receive. */
  protected override comeBack(slot: number, now: Micros): void {
    const message = this.messageOf(slot)
    super.comeBack(slot, now)
    if (this.messageOf(slot) !== message || !this.isDeadLetter(slot)) return
    this.messages.withdraw(slot)
    this.giveUp(slot, now)
  }

  /** A restored record was stored once, in the stream; what happens here is that it can be received again. */
  protected override note(step: LifeStep, reference: number, now: Micros): void {
    if (step !== 'stored') super.note(step, reference, now)
  }
}
