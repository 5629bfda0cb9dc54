import { max, min } from '../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../kernel/time.ts'
import { HandStep } from './hands.ts'
import { FAILED, HEARTBEATS, LOST } from './poolCounters.ts'
import { BEAT_AT, GONE, OPEN, PoolState } from './poolState.ts'

/** Shortest pause between two tries of what costs no time: a worker that tries without pause would never let time pass. */
export const SHORTEST_PAUSE_MICROS = MICROS_PER_MILLISECOND

/** What becomes of messages in hand beside the work: failures and losses, deletes, and heartbeats that hide them for longer. */
export class PoolCalls extends PoolState {
  /** FIFO.02: pause until a refused call is made again, the same as after a receive that found nothing. */
  protected get pauseMicros(): Micros {
    return max(SHORTEST_PAUSE_MICROS, this.settings.callLatencyMicros + this.settings.idleMicros)
  }

  /** The messages in hand are hidden for longer from time to time, from now on. */
  protected beatFrom(worker: number, now: Micros): void {
    const { heartbeatMicros } = this.settings
    const goesOn = heartbeatMicros > 0 && this.of(worker, GONE) === 0
    this.setOf(worker, BEAT_AT, goesOn ? now + max(SHORTEST_PAUSE_MICROS, heartbeatMicros) : Infinity)
  }

  /** It was deleted before the work, and nobody will do that. */
  protected lose(worker: number, i: number, now: Micros): void {
    this.c[LOST]! += 1
    this.note('lost', worker, i, now)
  }

  protected noteFailure(worker: number, i: number, now: Micros): void {
    this.c[FAILED]! += 1
    this.note('failed', worker, i, now)
    if (this.of(worker, GONE) === 1) this.lose(worker, i, now)
  }

  protected leaveGroup(worker: number, failed: number): void {
    const { hands } = this
    const group = this.groupAt(worker, failed)
    for (let i = failed + 1; i < hands.countOf(worker); i++) {
      if (hands.stepOf(worker, i) !== HandStep.waits || this.groupAt(worker, i) !== group) continue
      hands.enter(worker, i, HandStep.over, Infinity)
      this.setOf(worker, OPEN, this.of(worker, OPEN) - 1)
    }
  }

  protected deleteAt(worker: number, i: number, now: Micros): void {
    const { hands } = this
    this.queue.delete(hands.slotAt(worker, i), hands.messageAt(worker, i), hands.receivesAt(worker, i), now)
  }

  /** FIFO.02: whether one call may do this to these messages; an onlooker hears of one that may. */
  protected mayCall(
    action: 'delete' | 'changeVisibility',
    worker: number,
    from: number,
    to: number,
    now: Micros,
  ): boolean {
    if (this.queue.isFifo) {
      const groups: number[] = []
      for (let i = from; i < to; i++) groups.push(this.groupAt(worker, i))
      if (!this.queue.admits(action, groups, now)) return false
    }
    if (this.world.watch !== null) this.world.watch.called?.(action, this.queue.plan.id, 0, now)
    return true
  }

  /** SQS.06: hides what is in hand for the queue's whole timeout again, in as many calls as it takes (SQS.04). */
  protected beat(worker: number, now: Micros): void {
    const { hands, queue } = this
    const { batchLimit, visibilityTimeoutMicros } = queue.settings
    this.beatFrom(worker, now)
    for (let from = 0; from < hands.countOf(worker); from += batchLimit) {
      const to = min(from + batchLimit, hands.countOf(worker))
      if (!this.mayCall('changeVisibility', worker, from, to, now)) continue
      this.c[HEARTBEATS]! += 1
      for (let i = from; i < to; i++) {
        if (hands.stepOf(worker, i) === HandStep.over) continue
        const [slot, message, receives] = [
          hands.slotAt(worker, i),
          hands.messageAt(worker, i),
          hands.receivesAt(worker, i),
        ]
        queue.changeVisibility(slot, message, receives, visibilityTimeoutMicros, now)
      }
    }
  }
}
