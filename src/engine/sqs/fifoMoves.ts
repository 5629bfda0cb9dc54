import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import { FifoQueueState } from './fifoQueueState.ts'
import { isDeadLetter } from './fifoRules.ts'
import { DEAD_LETTERED, HASH, MOVED_IN, REDRIVEN, SOJOURN, STORED, STORED_BYTES } from './queueCounters.ts'
import type { MovedMessage, QueueModel } from './queueModel.ts'

/** How messages come to a FIFO queue and leave it, sent or from one queue to another (FIFO.21). */
export class FifoMoves extends FifoQueueState {
  private deadLetters: Pick<QueueModel, 'takeMoved'> | null = null

  deadLetterTo(target: QueueModel | null): void {
    this.deadLetters = target
  }

  /** FIFO.21: its time begins anew here; no send repeats it, since its deduplication id is now its message id. */
  takeMoved(moved: MovedMessage, now: Micros): void {
    const message = this.add(moved.reference, -1, now)
    this.messages.moved.add(message, moved)
    if (moved.processed === 1) this.worked.add(message)
    this.c[MOVED_IN]! += 1
    this.note('stored', message, now)
    // Who waits for it is served by an event of its own: the queue that gave it up is in the middle of a call.
    this.planDelay(now)
  }

  giveUpNext(now: Micros): MovedMessage | null {
    const group = this.messages.firstAvailable()
    if (group < 0) return null
    this.account(now)
    this.c[REDRIVEN]! += 1
    const slot = this.messages.visibleBehind(group, -1)
    this.note('redriven', this.messageOf(slot), now)
    return this.takeOut(slot, this.deadLetterSourceOf(slot), now)
  }

  protected store(reference: number, id: number, bytes: number, now: Micros): number {
    this.c[STORED]! += 1
    this.c[STORED_BYTES]! += bytes
    return this.add(reference, id, now)
  }

  private add(reference: number, id: number, now: Micros): number {
    const { delayMicros } = this.settings
    this.account(now)
    const isAlone = this.messages.live === this.inFlight
    const message = this.messages.add(reference, delayMicros, now)
    this.deduplication.remember(id)
    this.c[HASH] = mix(mix(this.c[HASH]!, now | 0), reference)
    if (isAlone) this.planRetention(now)
    if (delayMicros > 0 && !this.isDelayPlanned) this.planDelay(now + delayMicros)
    return message
  }

  protected isDeadLetter(receives: number): boolean {
    return this.deadLetters !== null && isDeadLetter(receives, this.settings.maxReceiveCount)
  }

  protected giveUp(slot: number, now: Micros): void {
    this.c[DEAD_LETTERED]! += 1
    this.note('deadLettered', this.messageOf(slot), now)
    this.deadLetters?.takeMoved(this.takeOut(slot, this.number, now), now)
  }

  private takeOut(slot: number, source: number, now: Micros): MovedMessage {
    const message = this.messageOf(slot)
    const moved: MovedMessage = {
      reference: this.recordOf(message),
      group: this.messages.keyOf(message),
      deduplication: -1,
      sentAt: this.sentAtOf(slot),
      receives: this.receivesOf(slot),
      firstReceivedAt: this.firstReceivedAtOf(slot),
      processed: this.worked.has(message) ? 1 : 0,
      deadLetterSource: source,
    }
    this.forget(slot, now)
    this.planRetention(now)
    return moved
  }

  protected forget(slot: number, now: Micros): void {
    this.c[SOJOURN]! += now - this.sentAtOf(slot)
    this.messages.remove(slot)
  }
}
