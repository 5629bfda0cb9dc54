import { Answer } from '../clients/store.ts'
import { min } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import type { World } from '../world.ts'
import { Choice, type QueueStreams } from './choice.ts'
import { IN_FLIGHT, SLOT } from './messageSlots.ts'
import {
  ATTEMPTS,
  DEAD_LETTERED,
  DELAYED_NOW,
  DELETED,
  DELETED_LATE,
  DELETES_LOST,
  DELIVERIES,
  HASH,
  MOVED_IN,
  OVER_LIMIT,
  REDRIVEN,
  REJECTED,
  STORED,
  STORED_BYTES,
} from './queueCounters.ts'
import { QueueFlow } from './queueFlow.ts'
import { HandleAnswer, type MovedMessage, type Outgoing, type QueueModel, type ReceiveRequest } from './queueModel.ts'

export type QueueResources = {
  /** Its place among the queues of its world. */
  number: number
  visibility: number
  retention: number
  streams: QueueStreams
}

/** An SQS standard queue: what the calls of its clients do, and what its timers do. */
export class StandardQueue extends QueueFlow implements QueueModel {
  readonly number: number
  readonly isFifo = false
  private readonly faults: number
  private readonly choice: Choice
  private deadLetters: QueueModel | null = null

  constructor(world: World, plan: QueuePlan, { number, visibility, retention, streams }: QueueResources) {
    super(world, plan, { visibility, retention })
    this.number = number
    this.faults = streams.faults
    this.choice = new Choice(world, plan, this.settings, streams)
  }

  deadLetterTo(target: QueueModel | null): void {
    this.deadLetters = target
  }

  /** SQS.19: a standard queue has no quota. */
  admits(): boolean {
    return true
  }

  /** A standard queue takes every message for a new one. */
  repeatOf(): number {
    return -1
  }

  /** SendMessage of a link: taken unless it is too large (SQS.01, SQS.03). */
  accept(reference: number, _key: number, bytes: number, now: Micros): Answer {
    this.c[ATTEMPTS]! += 1
    if (bytes > this.settings.messageBytesLimit) {
      this.c[REJECTED]! += 1
      return Answer.tooLarge
    }
    this.store(reference, bytes, this.settings.delayMicros, now)
    return Answer.stored
  }

  /** SQS.03: nothing else refuses a message. */
  bucketOf(_answer: Answer, _key: number, bytes: number): Bucket {
    const capacity = this.settings.messageBytesLimit
    return { capacity, left: capacity, needed: bytes, unit: 'bytes' }
  }

  send(message: Outgoing, now: Micros): number {
    const { reference, delayMicros } = message
    this.c[ATTEMPTS]! += 1
    const bytes = this.world.records.bytesOf(reference)
    this.store(reference, bytes, delayMicros < 0 ? this.settings.delayMicros : delayMicros, now)
    return this.messages.log.length
  }

  callEnded(now: Micros): void {
    this.serveWaiting(now)
  }

  /** Writes the slots of up to `most` messages to `out` and returns how many; they are hidden from now on (SQS.05). */
  receive(most: number, out: Int32Array, now: Micros, request?: ReceiveRequest): number {
    if (this.isOverLimit) {
      this.c[OVER_LIMIT]! += 1
      return 0
    }
    this.account(now)
    const { settings, messages, choice } = this
    const wanted = min(min(most, settings.batchLimit), settings.inFlightLimit - this.inFlight)
    const asked = request?.visibilityTimeoutMicros ?? -1
    const timeout = asked < 0 ? settings.visibilityTimeoutMicros : asked
    choice.begin(request?.isShortPoll ?? false)
    let count = 0
    while (count < wanted) {
      const slot = messages.take(now, choice.next(this.visible))
      if (slot < 0) break
      if (this.isDeadLetter(slot)) this.giveUp(slot, now)
      else {
        out[count++] = slot
        this.hide(slot, timeout, now)
      }
    }
    this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    return count
  }

  /**
   * DeleteMessage with the receipt handle (slot, message, number of the receive). SQS.07: an older handle does nothing;
   * the newest one works even after its timeout; deleting twice is no error.
   */
  delete(slot: number, message: number, receives: number, now: Micros): HandleAnswer {
    if (this.messageOf(slot) !== message || this.receivesOf(slot) !== receives) return HandleAnswer.noEffect
    const { deleteLostShare } = this.settings
    if (deleteLostShare > 0 && this.world.random.unit(this.faults) < deleteLostShare) {
      this.c[DELETES_LOST]! += 1
      return HandleAnswer.done
    }
    this.account(now)
    this.note('deleted', this.recordOf(message), now)
    if (this.messages.isInFlight(slot)) {
      this.c[DELETED]! += 1
      this.leaveFlight(slot, now)
      this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    } else {
      this.c[DELETED_LATE]! += 1
      this.messages.withdraw(slot)
      this.planRetention(now)
    }
    this.forget(slot, now)
    this.serveWaiting(now)
    return HandleAnswer.done
  }

  /** SQS.06; of a handle that is not the newest, or whose timeout has ended, nothing comes. */
  changeVisibility(slot: number, message: number, receives: number, timeoutMicros: Micros, now: Micros): HandleAnswer {
    const { messages } = this
    if (this.messageOf(slot) !== message) return HandleAnswer.gone
    if (this.receivesOf(slot) !== receives || !messages.isInFlight(slot)) return HandleAnswer.noEffect
    const until = now + timeoutMicros
    if (until - messages.slots.get(slot, SLOT.since) > this.plan.hiddenMicrosMax) return HandleAnswer.tooLong
    this.account(now)
    if (timeoutMicros > 0) this.hidden.schedule(slot, until)
    else {
      this.leaveFlight(slot, now)
      this.comeBack(slot, now)
      this.planRetention(now)
    }
    this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    this.serveWaiting(now)
    return HandleAnswer.done
  }

  set(field: keyof TurnableQueue, value: number, now: Micros): void {
    this.settings[field] = value
    if (field === 'retentionMicros') this.planRetention(now)
    this.serveWaiting(now)
  }

  takeMoved(message: MovedMessage, now: Micros): void {
    this.account(now)
    this.c[MOVED_IN]! += 1
    this.c[HASH] = mix(mix(this.c[HASH]!, now | 0), message.reference)
    this.messages.addMoved(message, now)
    this.note('stored', message.reference, now)
    this.planRetention(now)
    // Who waits for it is served by an event of its own: the queue that gave it up is in the middle of a call.
    this.world.events.schedule(this.timers.visibility, now)
  }

  giveUpNext(now: Micros): MovedMessage | null {
    this.account(now)
    const slot = this.messages.take(now, null)
    if (slot < 0) return null
    const moved = this.messages.movedFrom(slot, this.deadLetterSourceOf(slot))
    this.note('redriven', moved.reference, now)
    this.c[REDRIVEN]! += 1
    this.forget(slot, now)
    return moved
  }

  private store(reference: number, bytes: number, delayMicros: Micros, now: Micros): void {
    this.account(now)
    const { messages, c } = this
    if (delayMicros > 0) {
      c[DELAYED_NOW]! += 1
      this.hidden.schedule(messages.addDelayed(reference, now), now + delayMicros)
      this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    } else messages.add(reference, now)
    c[STORED]! += 1
    c[STORED_BYTES]! += bytes
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    if (this.world.events.atOf(this.timers.retention) === Infinity) this.planRetention(now)
  }

  private hide(slot: number, timeoutMicros: Micros, now: Micros): void {
    const { messages } = this
    const { slots } = messages
    const { duplicateShare } = this.settings
    this.c[DELIVERIES]! += 1
    if (this.receivesOf(slot) === 0) slots.set(slot, SLOT.firstReceivedAt, now)
    messages.countReceive(slot)
    slots.set(slot, SLOT.state, IN_FLIGHT)
    slots.set(slot, SLOT.since, now)
    const isSeenTwice = duplicateShare > 0 && this.world.random.unit(this.faults) < duplicateShare
    this.hidden.schedule(slot, isSeenTwice ? now : now + timeoutMicros)
    this.inFlightPaint[messages.paintOf(slot)]! += 1
    messages.tenants?.received(messages.keyOf(slot), now)
  }

  /** SQS.14: received so often that the next receive moves it instead. */
  protected isDeadLetter(slot: number): boolean {
    const { maxReceiveCount } = this.settings
    return this.deadLetters !== null && maxReceiveCount > 0 && this.receivesOf(slot) >= maxReceiveCount
  }

  protected giveUp(slot: number, now: Micros): void {
    const letter = this.messages.movedFrom(slot, this.number)
    this.c[DEAD_LETTERED]! += 1
    this.note('deadLettered', letter.reference, now)
    this.forget(slot, now)
    this.deadLetters!.takeMoved(letter, now)
  }
}
