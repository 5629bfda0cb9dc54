import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { World } from '../world.ts'
import type { Choice } from './choice.ts'
import type { FairRules } from './fairRules.ts'
import { DELAYED, SLOT } from './messageSlots.ts'
import { NoisyTenants } from './noisyTenants.ts'
import type { MovedMessage } from './queueModel.ts'
import { SlotLists } from './slotLists.ts'
import { StoredMessages } from './storedMessages.ts'

// Lists of visible messages that have a slot.
const RETURNED = 0
/** Passed over once, in the order of the log. */
const FRESH = RETURNED + 1
/** Nobody has received them; visible since their delay ended, or since they came from another queue. */
const DUE = FRESH + 1
/** Received so often and not deleted that they went to the back of the queue (SQS.13). */
const BACK = DUE + 1
/** The first of the lists of noisy tenants. */
const NOISY = BACK + 1

/**
 * The messages of a queue and the order in which they are given out. Those that nobody has touched are the tail of an
 * append-only log and cost no state; a message gets a slot when it is received, delayed or passed over and keeps it until it is gone.
 *
 * Order: oldest first, returned messages before those never received (our assumption: AWS promises best effort).
 */
export class Messages extends StoredMessages {
  /** Visible messages of each paint. */
  readonly visiblePaint: Float64Array
  /** SQS.21; null in a queue that knows no tenants. */
  readonly tenants: NoisyTenants | null
  private readonly lists: SlotLists
  private readonly receivesUntilBack: number

  constructor(world: World, receivesUntilBack: number, fairRules: FairRules | null) {
    super(world)
    this.receivesUntilBack = receivesUntilBack
    const { state } = world
    this.lists = new SlotLists(state, this.slots)
    this.visiblePaint = state.column(PAINTS)
    this.tenants =
      fairRules === null
        ? null
        : new NoisyTenants(world, this.slots, this.lists, NOISY, fairRules, (index) => this.touch(index))
  }

  get visible(): number {
    return this.log.untouched + this.lists.length + (this.tenants?.setAside.length ?? 0)
  }

  /** A message that can be had at once. */
  add(reference: number, now: Micros): void {
    this.log.add(reference, now)
    this.show(reference)
  }

  /** A message that cannot be had yet (SQS.10): its slot. */
  addDelayed(reference: number, now: Micros): number {
    const slot = this.slots.take(this.log.addWithSlot(reference, now) + 1)
    this.slots.set(slot, SLOT.sentAt, now)
    this.slots.set(slot, SLOT.state, DELAYED)
    this.ages.add(slot, now)
    return slot
  }

  /** A message from another queue, with what goes along. */
  addMoved(message: MovedMessage, now: Micros): void {
    const { slots } = this
    const slot = slots.take(this.log.addWithSlot(message.reference, now) + 1)
    slots.set(slot, SLOT.sentAt, message.sentAt)
    slots.set(slot, SLOT.receives, message.receives)
    slots.set(slot, SLOT.receivesBefore, message.receives)
    if (message.processed === 1) this.worked.add(this.messageOf(slot))
    slots.set(slot, SLOT.firstReceivedAt, message.firstReceivedAt)
    slots.set(slot, SLOT.source, message.deadLetterSource + 1)
    if (message.deadLetterSource < 0) this.ages.add(slot, message.sentAt)
    else this.ages.addDeadLetter(slot, message.sentAt, now)
    this.appear(slot, now)
  }

  /** A message that was delayed, or comes from another queue, can be had from now on. */
  appear(slot: number, now: Micros): void {
    this.slots.set(slot, SLOT.since, now)
    this.lists.push(DUE, slot)
    this.show(this.referenceOf(slot))
  }

  /** The slot of the message that is given out next, no longer visible; -1 when there is none. */
  take(now: Micros, choice: Choice | null): number {
    this.tenants?.settle(now, RETURNED)
    const slot = choice === null && this.tenants === null ? this.first() : this.chosen(now, choice)
    if (slot >= 0) this.hide(this.referenceOf(slot))
    return slot
  }

  /** A received message is visible again. */
  giveBack(slot: number): void {
    // Its time was over while it was in flight, and then the retention was made longer.
    if (!this.ages.has(slot)) this.keepAge(slot)
    this.lists.push(this.receivesHere(slot) >= this.receivesUntilBack ? BACK : RETURNED, slot)
    this.show(this.referenceOf(slot))
  }

  /** SQS.13: a message that has been received too often leaves the age of the oldest. */
  countReceive(slot: number): void {
    this.slots.set(slot, SLOT.receives, this.slots.get(slot, SLOT.receives) + 1)
    if (this.receivesHere(slot) === this.receivesUntilBack)
      this.ages.countNoMore(slot, this.slots.get(slot, SLOT.sentAt))
  }

  /** Whether a message that became visible at some moment was so before the oldest one without a slot. */
  private comesBeforeHead(slot: number): boolean {
    const { log } = this
    const later = this.slots.get(slot, SLOT.since) - log.headCameAt
    return later < 0 || (later === 0 && this.messageOf(slot) <= log.head)
  }

  private keepAge(slot: number): void {
    const sentAt = this.slots.get(slot, SLOT.sentAt)
    if (this.receivesHere(slot) >= this.receivesUntilBack) this.ages.countNoMore(slot, sentAt)
    else if (this.slots.get(slot, SLOT.source) > 0)
      this.ages.addDeadLetter(slot, sentAt, this.log.cameAtOf(this.messageOf(slot) - 1))
    else this.ages.add(slot, sentAt)
  }

  /** A visible message goes without being received. */
  withdraw(slot: number): void {
    this.lists.remove(slot)
    this.hide(this.referenceOf(slot))
  }

  /** Takes out the oldest message without a slot that was sent up to `moment`; returns its index, -1 when there is none. */
  dropUntouched(moment: Micros): number {
    const { log, tenants } = this
    const group = tenants?.setAside.oldestGroup ?? -1
    if (group >= 0) {
      if (log.cameAtOf(tenants!.setAside.frontOf(group)) > moment) return -1
      const index = tenants!.setAside.shift(group)
      this.hide(log.referenceAt(index))
      return index
    }
    if (log.untouched === 0 || log.headCameAt > moment) return -1
    const index = log.dropHead()
    this.hide(log.referenceAt(index))
    return index
  }

  /** When the oldest message that is not gone was sent, Infinity when there is none. */
  get oldestAt(): Micros {
    return min(this.untouchedSince, this.ages.oldestAt)
  }

  /** The same of those that count for the age of the oldest (SQS.13). */
  get oldestCountedAt(): Micros {
    return min(this.untouchedSince, this.ages.oldestCountedAt)
  }

  /** Every message without a slot, as an index in the log. */
  eachUntouched(visit: (index: number) => void): void {
    this.tenants?.setAside.each(visit)
    this.log.eachUntouched(visit)
  }

  private get untouchedSince(): Micros {
    const group = this.tenants?.setAside.oldestGroup ?? -1
    const aside = group < 0 ? Infinity : this.log.cameAtOf(this.tenants!.setAside.frontOf(group))
    return min(aside, this.log.headCameAt)
  }

  /** The first message in line. */
  private first(): number {
    for (let list = RETURNED; list <= FRESH; list++) {
      const slot = this.lists.first(list)
      if (slot >= 0) return this.unlist(slot)
    }
    const next = this.pull(0)
    if (next >= 0) return next
    const last = this.lists.first(BACK)
    return last < 0 ? -1 : this.unlist(last)
  }

  /** The first in line that the choice allows, quiet tenants before noisy ones (SQS.23). */
  private chosen(now: Micros, choice: Choice | null): number {
    let passed = -1
    let skips = choice?.skips ?? 0
    const isWanted = (slot: number) => {
      if (this.tenants?.holdsBack(slot, this.keyOf(slot), now)) return false
      if (choice !== null && !choice.isReachable(this.messageOf(slot))) return false
      passed = slot
      return skips-- <= 0
    }
    for (let list = RETURNED; list <= FRESH; list++) {
      const slot = this.firstWanted(list, isWanted)
      if (slot >= 0) return this.unlist(slot)
    }
    for (let slot = this.pull(now); slot >= 0; slot = this.pull(now)) {
      this.lists.push(FRESH, slot)
      if (isWanted(slot)) return this.unlist(slot)
    }
    if (passed >= 0) return this.unlist(passed)
    const last = this.firstWanted(BACK, isWanted)
    if (last >= 0 || passed >= 0) return this.unlist(last >= 0 ? last : passed)
    return this.tenants?.take(choice) ?? -1
  }

  private firstWanted(list: number, isWanted: (slot: number) => boolean): number {
    for (let slot = this.lists.first(list); slot >= 0; ) {
      const following = this.lists.after(slot)
      if (isWanted(slot)) return slot
      slot = following
    }
    return -1
  }

  private unlist(slot: number): number {
    this.lists.remove(slot)
    return slot
  }

  /** The next message that nobody has received, in no list; what noisy tenants sent is set aside on the way. */
  private pull(now: Micros): number {
    const { log, lists, tenants } = this
    for (;;) {
      const again = tenants?.takeInLine(now) ?? -1
      if (again >= 0) return again
      const due = lists.first(DUE)
      if (due >= 0 && this.comesBeforeHead(due)) return this.unlist(due)
      if (log.untouched === 0) return -1
      if (tenants?.setsAside(log.head, this.keyAt(log.head), now)) log.dropHead()
      else return this.touch(log.dropHead())
    }
  }

  private show(reference: number): void {
    const { records, keys } = this.world
    const key = records.keyOf(reference)
    this.visiblePaint[keys.paint[key]!]! += 1
    this.tenants?.appeared(key)
  }

  private hide(reference: number): void {
    const { records, keys } = this.world
    const key = records.keyOf(reference)
    this.visiblePaint[keys.paint[key]!]! -= 1
    this.tenants?.vanished(key)
  }
}
