import { EventList } from '../kernel/eventList.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { FIRST, FifoGroups, HEAD, LAST, TAIL } from './fifoGroups.ts'
import {
  BEFORE,
  BEHIND,
  FIRST_RECEIVED_AT,
  GROUP,
  MESSAGE,
  RECEIVES,
  SENT_AT,
  SLOT_FIELDS,
  STATE,
  VISIBLE,
} from './fifoSlots.ts'
import { MovedIn } from './movedIn.ts'

/**
 * The messages of a FIFO queue, group by group in the order of sending, and which group is received from next.
 *
 * Those that nobody has received are rows of an append-only log, linked within their group, and cost no state; a message gets a slot
 * with its first receive and keeps it until it is gone. Since a group is received in order (FIFO.08), its slots stand before its rows.
 *
 * Three places move along the log: what is before RIPE has no delay left (FIFO.19), what is before SCAN_END is looked at for
 * available groups (FIFO.18), what is before TRIM and was never received has expired (SQS.09).
 */
export class FifoOrder {
  protected readonly world: World
  private readonly scanLimit: number
  /** Every message that ever came: reference of its record, and when. */
  readonly log = new Uint32Log()
  readonly sentAt = new GapLog()
  /** Number of the next message of its group, written when that comes. */
  private readonly next = new Uint32Log()
  readonly slots = new Slots(SLOT_FIELDS)
  readonly groups = new FifoGroups()
  readonly moved: MovedIn
  /** Groups whose first message can be received, by that message's place in the log. */
  protected readonly available = new EventList()
  protected readonly p: Float64Array

  constructor(world: World, scanLimit: number) {
    this.world = world
    this.scanLimit = scanLimit
    const { state } = world
    for (const part of [this.log, this.sentAt, this.next, this.slots, this.groups, this.available]) state.part(part)
    this.moved = new MovedIn(state)
    this.p = state.column(PLACES)
  }

  /** Messages that are not gone. */
  get live(): number {
    return this.p[LIVE]!
  }

  /** FIFO.09: the group to receive from next, that of the oldest message to be had; -1 when there is none within FIFO.18. */
  firstAvailable(): number {
    return this.available.firstAt() < this.p[SCAN_END]! ? this.available.first() : -1
  }

  get groupsAvailable(): number {
    return this.available.length
  }

  /**
   * FIFO.08: the slot of the message behind `before` in its group (-1: of the group's first one) if it can be received; -1 when it is
   * in flight or none is there.
   */
  visibleBehind(group: number, before: number): number {
    const slot = (before < 0 ? this.groups.of(group, FIRST) : this.value(before, BEHIND)) - 1
    if (slot >= 0) return this.value(slot, STATE) === VISIBLE ? slot : -1
    const index = this.groups.of(group, HEAD) - 1
    const canBeReceived = index >= 0 && index < this.p[RIPE]! && index < this.p[SCAN_END]!
    return canBeReceived ? this.giveSlot(group, index) : -1
  }

  /** How often the first message of a group has been received. */
  receivesOfFirst(group: number): number {
    const first = this.groups.of(group, FIRST) - 1
    if (first >= 0) return this.value(first, RECEIVES)
    return this.moved.receivesOf(this.moved.find(this.groups.of(group, HEAD)))
  }

  /** Whether the group can be received from, and whether anything is left of it: to be asked after every change to it. */
  place(group: number): void {
    const { groups, available } = this
    const first = groups.of(group, FIRST) - 1
    if (first >= 0) {
      const isVisible = this.value(first, STATE) === VISIBLE
      available.schedule(group, isVisible ? this.value(first, MESSAGE) - 1 : Infinity)
      return
    }
    const index = groups.of(group, HEAD) - 1
    available.schedule(group, index >= 0 && index < this.p[RIPE]! ? index : Infinity)
    if (index < 0) groups.close(group)
  }

  value(slot: number, field: number): number {
    return this.slots.values[slot * SLOT_FIELDS + field]!
  }

  set(slot: number, field: number, value: number): void {
    this.slots.values[slot * SLOT_FIELDS + field] = value
  }

  /** Number of a message's group in `world.keys`: that of its record. */
  keyOf(message: number): number {
    return this.world.records.keyOf(this.log.get(message - 1))
  }

  paintOf(message: number): number {
    return this.world.keys.paint[this.keyOf(message)]!
  }

  get memoryBytes(): number {
    return this.log.bytes + this.sentAt.bytes + this.next.bytes + this.moved.bytes
  }

  /** A new message, the last of its group; returns its number. */
  protected append(reference: number, now: Micros): number {
    const { groups, p } = this
    const message = this.log.length + 1
    this.log.push(reference)
    this.sentAt.push(now)
    this.next.push(0)
    const group = groups.open(this.keyOf(message))
    const tail = groups.of(group, TAIL)
    if (tail > 0) this.next.set(tail - 1, message)
    else groups.set(group, HEAD, message)
    groups.set(group, TAIL, message)
    p[LIVE]! += 1
    if (p[SCANNED]! < this.scanLimit) {
      p[SCANNED]! += 1
      p[SCAN_END] = message
    }
    return message
  }

  protected isUnreceived(index: number): boolean {
    const group = this.groups.rowOf(this.keyOf(index + 1))
    if (group < 0) return false
    const head = this.groups.of(group, HEAD)
    return head > 0 && head <= index + 1
  }

  /** The first message of a group that nobody has received is taken out of the log. */
  protected dropHead(group: number): void {
    const { groups } = this
    const head = groups.of(group, HEAD)
    if (head === groups.of(group, TAIL)) {
      groups.set(group, HEAD, 0)
      groups.set(group, TAIL, 0)
    } else groups.set(group, HEAD, this.nextOf(head))
  }

  protected nextOf(message: number): number {
    return this.next.get(message - 1)
  }

  /** Takes a slot out of its group. */
  protected unlink(slot: number): void {
    const { groups } = this
    const group = this.value(slot, GROUP)
    const before = this.value(slot, BEFORE)
    const behind = this.value(slot, BEHIND)
    if (before > 0) this.set(before - 1, BEHIND, behind)
    else groups.set(group, FIRST, behind)
    if (behind > 0) this.set(behind - 1, BEFORE, before)
    else groups.set(group, LAST, before)
  }

  /** A message is gone: FIFO.18, the scan reaches further. Whatever is beyond it was never received, so it is there unless it expired. */
  protected goneAt(index: number): void {
    const { p, log } = this
    p[LIVE]! -= 1
    if (index >= p[SCAN_END]!) return
    p[SCANNED]! -= 1
    while (p[SCANNED]! < this.scanLimit && p[SCAN_END]! < log.length) {
      if (p[SCAN_END]! >= p[TRIM]!) p[SCANNED]! += 1
      p[SCAN_END]! += 1
    }
  }

  private giveSlot(group: number, index: number): number {
    const { groups } = this
    this.dropHead(group)
    const slot = this.slots.take()
    const last = groups.of(group, LAST)
    const row = this.moved.find(index + 1)
    this.set(slot, MESSAGE, index + 1)
    this.set(slot, STATE, VISIBLE)
    this.set(slot, GROUP, group)
    this.set(slot, BEFORE, last)
    this.set(slot, SENT_AT, this.sentAt.get(index))
    this.set(slot, RECEIVES, this.moved.receivesOf(row))
    this.set(slot, FIRST_RECEIVED_AT, this.moved.firstReceivedAtOf(row))
    if (last > 0) this.set(last - 1, BEHIND, slot + 1)
    else groups.set(group, FIRST, slot + 1)
    groups.set(group, LAST, slot + 1)
    return slot
  }
}

export const LIVE = 0
export const RIPE = LIVE + 1
/** Messages whose delay is not over. */
export const DELAYED = RIPE + 1
export const SCAN_END = DELAYED + 1
/** Messages before SCAN_END that are not gone. */
export const SCANNED = SCAN_END + 1
export const TRIM = SCANNED + 1
const PLACES = TRIM + 1
