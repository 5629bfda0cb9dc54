import { Answer } from '../clients/store.ts'
import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { DUPLICATES, THROTTLED_CALLS } from './fifoCounters.ts'
import { FifoMoves } from './fifoMoves.ts'
import type { FifoActionName } from './fifoPartitions.ts'
import type { TurnableFifoQueue } from './fifoPlan.ts'
import { isHiddenTooLong } from './fifoRules.ts'
import { RECEIVED_AT } from './fifoSlots.ts'
import {
  ATTEMPTS,
  DELETED,
  DELIVERIES,
  EXPIRED,
  EXPIRED_IN_FLIGHT,
  OVER_LIMIT,
  PURGED,
  PURGED_IN_FLIGHT,
  REJECTED,
  RETURNED_COUNT,
  SOJOURN,
} from './queueCounters.ts'
import { HandleAnswer, type Outgoing, type QueueModel, type ReceiveRequest } from './queueModel.ts'

/**
 * An SQS FIFO queue: what the calls of its clients do, and what its timers do. Its messages and the locks of their groups are in
 * fifoOrder.ts and fifoMessages.ts.
 */
export class FifoQueue extends FifoMoves implements QueueModel {
  /** FIFO.01, FIFO.02, FIFO.05: `groups` are those of the call's entries; a receive is about the group it would begin with. */
  admits(action: FifoActionName, groups: readonly number[], now: Micros): boolean {
    const first = action === 'receive' ? this.messages.firstAvailable() : -1
    const about = first >= 0 ? [this.messages.groups.keyOf(first)] : groups
    const fits = this.throughput.admits(action, about, now)
    if (fits) return true
    this.c[THROTTLED_CALLS]! += 1
    // Of a refused send an onlooker hears by its records.
    if (action !== 'send' && this.world.watch !== null) this.tellThrottled(action, about, now)
    return false
  }

  private tellThrottled(action: FifoActionName, groups: readonly number[], now: Micros): void {
    const { factId, bucket } = this.throughput.refusedBy(action, groups[0] ?? -1, now)
    this.world.watch?.throttled?.(this.plan.id, factId, bucket, now)
  }

  /** A record of a producer's call: the key is its group (FIFO.07). Too large a one is refused, a repeated one taken and not stored. */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    this.c[ATTEMPTS]! += 1
    if (bytes > this.settings.messageBytesLimit) {
      this.c[REJECTED]! += 1
      return Answer.tooLarge
    }
    const id = this.plan.recordsAreIds ? reference : key
    if (this.deduplication.find(key, id, now) >= 0) {
      this.c[DUPLICATES]! += 1
      this.world.watch?.note('repeated', reference, this.plan.id, 0, 0, now)
    } else this.store(reference, id, bytes, now)
    return Answer.stored
  }

  callEnded(now: Micros): void {
    this.serveWaiting(now)
  }

  /** SendMessage, one entry that is no repetition. Returns the message's number, of which its sequence number is made. */
  send(message: Outgoing, now: Micros): number {
    this.c[ATTEMPTS]! += 1
    return this.store(message.reference, message.deduplication, this.world.records.bytesOf(message.reference), now)
  }

  repeatOf({ group, deduplication }: Outgoing, now: Micros): number {
    return deduplication < 0 ? -1 : this.deduplication.find(group, deduplication, now)
  }

  receive(most: number, out: Int32Array, now: Micros, request?: ReceiveRequest): number {
    const { messages } = this
    const attempt = request?.attempt ?? -1
    const until = now + this.timeoutOf(request)
    const again = attempt < 0 ? 0 : this.receiveAgain(attempt, until, out, now)
    if (again > 0) return again
    if (this.isOverLimit) this.c[OVER_LIMIT]! += 1
    this.account(now)
    const wanted = min(min(most, this.settings.batchLimit), this.settings.inFlightLimit - this.inFlight)
    let count = 0
    for (let group = messages.firstAvailable(); group >= 0 && count < wanted; group = messages.firstAvailable()) {
      if (count === 0) this.throughput.beginReceive(messages.groups.keyOf(group))
      else if (!this.throughput.reaches(messages.groups.keyOf(group), now)) break
      count = this.receiveGroup(group, wanted, out, count, until, now)
    }
    this.planVisibility()
    if (attempt >= 0) this.flight.attempts.remember(attempt, out, count, now)
    return count
  }

  /** DeleteMessage. FIFO.20: it takes the handle of the present receive before its timeout; deleting twice is no error. */
  delete(slot: number, message: number, receives: number, now: Micros): HandleAnswer {
    if (!this.flight.holds(slot, message, receives))
      return this.messageOf(slot) === message ? HandleAnswer.expired : HandleAnswer.noEffect
    this.account(now)
    this.note('deleted', message, now)
    this.c[DELETED]! += 1
    this.flight.end(slot)
    this.forget(slot, now)
    this.planVisibility()
    this.serveWaiting(now)
    return HandleAnswer.done
  }

  changeVisibility(slot: number, message: number, receives: number, timeoutMicros: Micros, now: Micros): HandleAnswer {
    if (!this.flight.holds(slot, message, receives))
      return this.messageOf(slot) === message ? HandleAnswer.expired : HandleAnswer.gone
    const until = now + timeoutMicros
    if (isHiddenTooLong(until, this.messages.value(slot, RECEIVED_AT), this.plan.hiddenMicrosMax))
      return HandleAnswer.tooLong
    this.account(now)
    this.flight.attempts.touch(slot)
    if (timeoutMicros > 0) this.flight.extend(slot, until)
    else this.giveBack(slot, now)
    this.planVisibility()
    this.planRetention(now)
    this.serveWaiting(now)
    return HandleAnswer.done
  }

  /** Visibility timeouts that have run out: the messages can be received again, each at its old place (FIFO.11). */
  onVisibility(now: Micros): void {
    this.account(now)
    for (let slot = this.flight.due(now); slot >= 0; slot = this.flight.due(now)) this.giveBack(slot, now)
    this.planVisibility()
    this.planRetention(now)
    this.serveWaiting(now)
  }

  /** SQS.09; FIFO.22: a group that a message held up goes on. */
  onRetention(now: Micros): void {
    const { retentionMicros } = this.settings
    this.account(now)
    const { messages } = this
    for (let message = messages.expireOne(retentionMicros, now); message > 0; ) {
      this.note('expired', message, now)
      this.c[SOJOURN]! += now - messages.sentAt.get(message - 1)
      this.c[EXPIRED]! += 1
      message = messages.expireOne(retentionMicros, now)
    }
    this.planRetention(now)
    this.serveWaiting(now)
  }

  /** FIFO.19 */
  onDelay(now: Micros): void {
    this.planDelay(this.messages.ripen(this.settings.delayMicros, now))
    this.serveWaiting(now)
  }

  /** PurgeQueue: everything goes, also what is in flight (SQS.18, here at once) and what was remembered (FIFO.23). */
  purge(now: Micros): void {
    this.account(now)
    if (this.world.watch !== null) this.eachMessage((message) => this.note('purged', message, now))
    this.c[PURGED]! += this.messages.live
    this.c[PURGED_IN_FLIGHT]! += this.inFlight
    this.flight.clear()
    this.c[SOJOURN]! += this.messages.clear(now)
    this.deduplication.forgetAll()
    this.planVisibility()
    this.planRetention(now)
    this.planDelay(Infinity)
  }

  set(field: keyof TurnableFifoQueue, value: number, now: Micros): void {
    this.settings[field] = value
    switch (field) {
      case 'retentionMicros':
        this.messages.keepFor(value)
        this.planRetention(now)
        break
      case 'delayMicros':
        this.planDelay(this.messages.delayAgain(value, now))
        break
      case 'deduplicationScope':
        this.deduplication.scopeChanged()
    }
    this.serveWaiting(now)
  }

  /** FIFO.08: takes what is visible of a group up to the first message in flight. Returns how many are in `out` now. */
  private receiveGroup(
    group: number,
    wanted: number,
    out: Int32Array,
    before: number,
    until: Micros,
    now: Micros,
  ): number {
    const { messages } = this
    let count = before
    let last = -1
    while (count < wanted) {
      const slot = messages.visibleBehind(group, last)
      if (slot < 0) break
      if (this.isDeadLetter(this.receivesOf(slot))) {
        this.giveUp(slot, now)
        if (!messages.groups.isOpen(group)) return count
        continue
      }
      this.c[DELIVERIES]! += 1
      this.flight.begin(slot, until, now)
      out[count++] = slot
      last = slot
    }
    messages.place(group)
    return count
  }

  /** FIFO.16: the same messages by the same handles, hidden anew; 0 when there is nothing to repeat. */
  private receiveAgain(attempt: number, until: Micros, out: Int32Array, now: Micros): number {
    const count = this.flight.attempts.recall(attempt, out, now)
    for (let i = 0; i < count; i++) this.flight.extend(out[i]!, until)
    if (count > 0) this.planVisibility()
    return count
  }

  private timeoutOf(request: ReceiveRequest | undefined): Micros {
    const own = request?.visibilityTimeoutMicros ?? -1
    return own < 0 ? this.settings.visibilityTimeoutMicros : own
  }

  /** A message in flight can be received again, unless its time is over. */
  private giveBack(slot: number, now: Micros): void {
    const { retentionMicros } = this.settings
    this.flight.end(slot)
    if (this.sentAtOf(slot) + retentionMicros > now) {
      this.c[RETURNED_COUNT]! += 1
      this.note('returned', this.messageOf(slot), now)
      this.messages.giveBack(slot, retentionMicros)
      return
    }
    this.note('expired', this.messageOf(slot), now)
    this.c[EXPIRED]! += 1
    this.c[EXPIRED_IN_FLIGHT]! += 1
    this.forget(slot, now)
  }

  private serveWaiting(now: Micros): void {
    while (!this.longPolls.isEmpty && !this.isOverLimit && this.hasSomething(now)) {
      if (!this.longPolls.serveFirst(now)) return
    }
  }

  /** Whether a receive that waits would get a message; what it would give up goes first (SQS.14). */
  private hasSomething(now: Micros): boolean {
    const { messages } = this
    for (let group = messages.firstAvailable(); group >= 0; group = messages.firstAvailable()) {
      if (!this.isDeadLetter(messages.receivesOfFirst(group))) return true
      this.giveUp(messages.visibleBehind(group, -1), now)
    }
    return false
  }
}
