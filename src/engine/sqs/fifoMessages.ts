import { min } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { World } from '../world.ts'
import { FIRST, HEAD, TAIL } from './fifoGroups.ts'
import { DELAYED, FifoOrder, LIVE, RIPE, SCAN_END, SCANNED, TRIM } from './fifoOrder.ts'
import { BEHIND, GROUP, IN_FLIGHT, MESSAGE, SENT_AT, STATE, VISIBLE } from './fifoSlots.ts'

/** How the messages of a FIFO queue come and go, and what time does to them: delay and retention. */
export class FifoMessages extends FifoOrder {
  /** When visible messages with a slot expire. */
  private readonly expiries = new EventList()
  readonly visiblePaint: Float64Array

  constructor(world: World, scanLimit: number) {
    super(world, scanLimit)
    world.state.part(this.expiries)
    this.visiblePaint = world.state.column(PAINTS)
  }

  get delayed(): number {
    return this.p[DELAYED]!
  }

  /** A new message, the last of its group; returns its number. */
  add(reference: number, delayMicros: Micros, now: Micros): number {
    const message = this.append(reference, now)
    if (delayMicros > 0) {
      this.p[DELAYED]! += 1
      return message
    }
    this.p[RIPE] = message
    this.visiblePaint[this.paintOf(message)]! += 1
    this.place(this.groups.rowOf(this.keyOf(message)))
    return message
  }

  /** A visible message is received. */
  hide(slot: number): void {
    this.expiries.cancel(slot)
    this.visiblePaint[this.paintOf(this.value(slot, MESSAGE))]! -= 1
    this.set(slot, STATE, IN_FLIGHT)
  }

  /** A received message is visible again at its old place (FIFO.11), until it expires. */
  giveBack(slot: number, retentionMicros: Micros): void {
    this.set(slot, STATE, VISIBLE)
    this.expiries.schedule(slot, this.value(slot, SENT_AT) + retentionMicros)
    this.visiblePaint[this.paintOf(this.value(slot, MESSAGE))]! += 1
    this.place(this.value(slot, GROUP))
  }

  /** A message with a slot is gone. */
  remove(slot: number): void {
    const group = this.value(slot, GROUP)
    const message = this.value(slot, MESSAGE)
    if (this.value(slot, STATE) === VISIBLE) {
      this.expiries.cancel(slot)
      this.visiblePaint[this.paintOf(message)]! -= 1
    }
    this.unlink(slot)
    this.slots.release(slot)
    this.goneAt(message - 1)
    this.place(group)
  }

  /** FIFO.19: what was sent `delayMicros` ago can be received. Returns when the next one can, Infinity when none waits. */
  ripen(delayMicros: Micros, now: Micros): Micros {
    const { log, p } = this
    while (p[RIPE]! < log.length) {
      const index = p[RIPE]!
      const waits = this.isUnreceived(index)
      const at = waits ? this.sentAt.get(index) + delayMicros : now
      if (at > now) return at
      p[RIPE] = index + 1
      if (!waits) continue
      p[DELAYED]! -= 1
      this.visiblePaint[this.paintOf(index + 1)]! += 1
      this.place(this.groups.rowOf(this.keyOf(index + 1)))
    }
    return Infinity
  }

  /** FIFO.19: another delay holds from now on, also for what is there already and was never received. */
  delayAgain(delayMicros: Micros, now: Micros): Micros {
    const { p, groups } = this
    const ripe = this.sentAt.firstAtOrAfter(now - delayMicros + 1, p[TRIM]!)
    for (let index = ripe; index < p[RIPE]!; index++) {
      if (!this.isUnreceived(index)) continue
      p[DELAYED]! += 1
      this.visiblePaint[this.paintOf(index + 1)]! -= 1
    }
    p[RIPE] = min(p[RIPE]!, ripe)
    for (let group = 0; group < groups.length; group++) if (groups.isOpen(group)) this.place(group)
    return this.ripen(delayMicros, now)
  }

  /** SQS.09: takes out one message that has expired by now and is not in flight. Returns its number, 0 when there is none. */
  expireOne(retentionMicros: Micros, now: Micros): number {
    const { log, p } = this
    while (p[TRIM]! < log.length) {
      const index = p[TRIM]!
      const sentAt = this.sentAt.get(index)
      if (sentAt + retentionMicros > now) break
      const expires = this.isUnreceived(index)
      if (expires) this.dropUnreceived(index)
      p[TRIM] = index + 1
      if (expires) return index + 1
    }
    if (this.expiries.firstAt() > now) return 0
    const slot = this.expiries.first()
    const message = this.value(slot, MESSAGE)
    this.remove(slot)
    return message
  }

  /** When the next message that is not in flight expires, Infinity when there is none. */
  nextExpiry(retentionMicros: Micros): Micros {
    const { log, p } = this
    while (p[TRIM]! < log.length && !this.isUnreceived(p[TRIM]!)) p[TRIM]! += 1
    const unreceivedAt = p[TRIM]! < log.length ? this.sentAt.get(p[TRIM]!) + retentionMicros : Infinity
    return min(unreceivedAt, this.expiries.firstAt())
  }

  /** Visible messages with a slot expire by another retention from now on. */
  keepFor(retentionMicros: Micros): void {
    for (let slot = 0; slot < this.slots.length; slot++) {
      if (this.value(slot, STATE) !== VISIBLE) continue
      this.expiries.schedule(slot, this.value(slot, SENT_AT) + retentionMicros)
    }
  }

  /** Everything goes. Returns the microseconds that all of it has spent here. */
  clear(now: Micros): Micros {
    const { groups, p, log } = this
    let spent = 0
    for (let group = 0; group < groups.length; group++) {
      if (!groups.isOpen(group)) continue
      for (let slot = groups.of(group, FIRST) - 1; slot >= 0; ) {
        const behind = this.value(slot, BEHIND) - 1
        spent += now - this.value(slot, SENT_AT)
        this.expiries.cancel(slot)
        this.slots.release(slot)
        slot = behind
      }
      this.eachUnreceivedOf(group, (message) => {
        spent += now - this.sentAt.get(message - 1)
      })
      this.available.cancel(group)
      groups.close(group)
    }
    this.visiblePaint.fill(0)
    for (const place of [LIVE, DELAYED, SCANNED]) p[place] = 0
    for (const place of [RIPE, SCAN_END, TRIM]) p[place] = log.length
    return spent
  }

  /** Every message that nobody has received. */
  eachUnreceived(visit: (message: number) => void): void {
    const { groups } = this
    for (let group = 0; group < groups.length; group++) if (groups.isOpen(group)) this.eachUnreceivedOf(group, visit)
  }

  /** When the oldest message that is not gone was sent, `now` when there is none. */
  oldestSentAt(now: Micros): Micros {
    const { groups } = this
    let oldest = this.log.length
    for (let group = 0; group < groups.length; group++) {
      if (!groups.isOpen(group)) continue
      const first = groups.of(group, FIRST) - 1
      const index = (first >= 0 ? this.value(first, MESSAGE) : groups.of(group, HEAD)) - 1
      if (index < oldest) oldest = index
    }
    return oldest < this.log.length ? this.sentAt.get(oldest) : now
  }

  private eachUnreceivedOf(group: number, visit: (message: number) => void): void {
    const tail = this.groups.of(group, TAIL)
    for (let message = this.groups.of(group, HEAD); message > 0; ) {
      visit(message)
      message = message === tail ? 0 : this.nextOf(message)
    }
  }

  private dropUnreceived(index: number): void {
    const group = this.groups.rowOf(this.keyOf(index + 1))
    if (index < this.p[RIPE]!) this.visiblePaint[this.paintOf(index + 1)]! -= 1
    else this.p[DELAYED]! -= 1
    this.dropHead(group)
    this.goneAt(index)
    this.place(group)
  }
}
