import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { Ages } from './ages.ts'
import { MessageLog } from './messageLog.ts'
import { IN_FLIGHT, LISTED, MessageSlots, SLOT } from './messageSlots.ts'
import type { MovedMessage } from './queueModel.ts'
import { WorkedMessages } from './workedMessages.ts'

/** The messages of a queue, whoever may have them: the log of all that ever came, and a slot for each that has been touched. */
export class StoredMessages {
  readonly log: MessageLog
  readonly slots: MessageSlots
  readonly ages: Ages
  readonly worked: WorkedMessages
  protected readonly world: World

  constructor(world: World) {
    this.world = world
    const { state } = world
    this.log = new MessageLog(state)
    this.slots = new MessageSlots(state)
    this.ages = new Ages(state)
    this.worked = state.part(new WorkedMessages())
  }

  /** Number of the message (from 1) in a slot; 0 when the slot is free. */
  messageOf(slot: number): number {
    return this.slots.get(slot, SLOT.message)
  }

  /** Reference of the record that message number `message` (from 1) carries. */
  recordOf(message: number): number {
    return this.log.referenceAt(message - 1)
  }

  referenceOf(slot: number): number {
    return this.log.referenceAt(this.messageOf(slot) - 1)
  }

  paintOf(slot: number): number {
    return this.world.keys.paint[this.keyOf(slot)]!
  }

  keyOf(slot: number): number {
    return this.world.records.keyOf(this.referenceOf(slot))
  }

  isInFlight(slot: number): boolean {
    return this.slots.get(slot, SLOT.state) === IN_FLIGHT
  }

  isVisible(slot: number): boolean {
    return this.slots.get(slot, SLOT.state) >= LISTED
  }

  /** What goes along when the message in a slot leaves for another queue. */
  movedFrom(slot: number, deadLetterSource: number): MovedMessage {
    const { slots } = this
    const reference = this.referenceOf(slot)
    return {
      reference,
      group: this.world.records.keyOf(reference),
      deduplication: -1,
      sentAt: slots.get(slot, SLOT.sentAt),
      receives: slots.get(slot, SLOT.receives),
      firstReceivedAt: slots.get(slot, SLOT.firstReceivedAt),
      processed: this.worked.has(this.messageOf(slot)) ? 1 : 0,
      deadLetterSource,
    }
  }

  /** A message is gone: its slot is free. Returns since when it was here. */
  forget(slot: number): Micros {
    const { slots } = this
    const isMoved = slots.get(slot, SLOT.source) > 0
    const since = isMoved ? this.log.cameAtOf(this.messageOf(slot) - 1) : slots.get(slot, SLOT.sentAt)
    this.ages.remove(slot)
    slots.release(slot)
    return since
  }

  /** Makes the slot of a message that had none. */
  protected touch(index: number): number {
    const slot = this.slots.take(index + 1)
    const sentAt = this.log.cameAtOf(index)
    this.slots.set(slot, SLOT.sentAt, sentAt)
    this.ages.add(slot, sentAt)
    return slot
  }

  /** Receives in this queue alone. */
  protected receivesHere(slot: number): number {
    return this.slots.get(slot, SLOT.receives) - this.slots.get(slot, SLOT.receivesBefore)
  }

  protected keyAt(index: number): number {
    return this.world.records.keyOf(this.log.referenceAt(index))
  }
}
