import { max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { QueuePlan } from '../plan.ts'
import type { World } from '../world.ts'
import {
  DELAYED_NOW,
  EXPIRED,
  EXPIRED_IN_FLIGHT,
  PURGED,
  PURGED_IN_FLIGHT,
  RETURNED_COUNT,
  SOJOURN,
} from './queueCounters.ts'
import { QueueState } from './queueState.ts'

/** How messages of a standard queue become visible again, expire and go; by its timers or at once. */
export class QueueFlow extends QueueState {
  protected readonly timers: { visibility: number; retention: number }

  constructor(world: World, plan: QueuePlan, timers: { visibility: number; retention: number }) {
    super(world, plan)
    this.timers = timers
  }

  /** Timeouts and delays that have run out: the messages can be received. */
  onVisibility(now: Micros): void {
    const { messages } = this
    this.account(now)
    for (const slot of this.takeDue(now)) {
      if (messages.isInFlight(slot)) {
        this.leaveFlight(slot, now)
        this.comeBack(slot, now)
      } else {
        this.hidden.cancel(slot)
        this.c[DELAYED_NOW]! -= 1
        messages.appear(slot, now)
      }
    }
    this.planRetention(now)
    this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
    this.serveWaiting(now)
  }

  /** SQS.09: messages that wait expire so long after they were sent; received ones when their timeout ends. */
  onRetention(now: Micros): void {
    const { messages } = this
    this.account(now)
    const moment = now - this.settings.retentionMicros
    this.dropUntouched('expired', moment, now)
    while (messages.ages.oldestAt <= moment) {
      const slot = messages.ages.oldest()
      if (messages.isInFlight(slot)) messages.ages.remove(slot)
      else {
        this.c[EXPIRED]! += 1
        this.note('expired', messages.referenceOf(slot), now)
        this.remove(slot, now)
      }
    }
    this.planRetention(now)
    this.world.events.schedule(this.timers.visibility, this.hidden.firstAt())
  }

  /** PurgeQueue: everything goes, also what is in flight (SQS.18, here at once). */
  purge(now: Micros): void {
    const { messages } = this
    this.account(now)
    this.c[PURGED]! += this.visible + this.hidden.length
    this.c[PURGED_IN_FLIGHT]! += this.inFlight
    this.dropUntouched('purged', now, now)
    for (let slot = 0; slot < messages.slots.length; slot++) {
      if (messages.messageOf(slot) === 0) continue
      this.note('purged', messages.referenceOf(slot), now)
      this.remove(slot, now)
    }
    this.world.events.cancel(this.timers.visibility)
    this.planRetention(now)
  }

  protected leaveFlight(slot: number, now: Micros): void {
    const { messages } = this
    this.hidden.cancel(slot)
    this.inFlightPaint[messages.paintOf(slot)]! -= 1
    messages.tenants?.left(messages.keyOf(slot), now)
  }

  /** A message that was in flight is visible again, unless it has expired in the meantime. */
  protected comeBack(slot: number, now: Micros): void {
    if (this.sentAtOf(slot) + this.settings.retentionMicros <= now) {
      this.c[EXPIRED]! += 1
      this.c[EXPIRED_IN_FLIGHT]! += 1
      this.note('expired', this.messages.referenceOf(slot), now)
      this.forget(slot, now)
      return
    }
    this.c[RETURNED_COUNT]! += 1
    this.note('returned', this.messages.referenceOf(slot), now)
    this.messages.giveBack(slot)
  }

  /** Slots whose timeout or delay ends now. Those of one moment return oldest first, whichever slots they have. */
  private takeDue(now: Micros): number[] {
    const due: number[] = []
    while (this.hidden.firstAt() <= now) due.push(this.hidden.shift())
    return due.sort((a, b) => this.messageOf(a) - this.messageOf(b))
  }

  /** A message goes, wherever it stands. */
  private remove(slot: number, now: Micros): void {
    const { messages } = this
    if (messages.isInFlight(slot)) this.leaveFlight(slot, now)
    else if (messages.isVisible(slot)) messages.withdraw(slot)
    else {
      this.hidden.cancel(slot)
      this.c[DELAYED_NOW]! -= 1
    }
    this.forget(slot, now)
  }

  /** Messages that nobody has touched and that were sent up to `moment` go. */
  private dropUntouched(how: 'expired' | 'purged', moment: Micros, now: Micros): void {
    const { messages } = this
    for (let index = messages.dropUntouched(moment); index >= 0; index = messages.dropUntouched(moment)) {
      this.c[SOJOURN]! += now - messages.log.cameAtOf(index)
      if (how === 'expired') this.c[EXPIRED]! += 1
      this.note(how, messages.log.referenceAt(index), now)
    }
  }

  /** Tells whoever looks on. */
  protected note(step: LifeStep, reference: number, now: Micros): void {
    const { watch } = this.world
    if (watch !== null) watch.note(step, reference, this.plan.id, 0, 0, now)
  }

  protected forget(slot: number, now: Micros): void {
    this.c[SOJOURN]! += now - this.messages.forget(slot)
  }

  protected serveWaiting(now: Micros): void {
    while (!this.longPolls.isEmpty && this.visible > 0 && !this.isOverLimit) {
      if (!this.longPolls.serveFirst(now)) return
    }
  }

  /** A shorter retention may have run out already: that is now, never earlier. */
  protected planRetention(now: Micros): void {
    this.world.events.schedule(this.timers.retention, max(now, this.messages.oldestAt + this.settings.retentionMicros))
  }
}
