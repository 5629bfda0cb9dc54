import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { World } from '../world.ts'
import { FifoAttempts } from './fifoAttempts.ts'
import type { FifoMessages } from './fifoMessages.ts'
import { FIRST_RECEIVED_AT, IN_FLIGHT, MESSAGE, RECEIVED_AT, RECEIVES, STATE } from './fifoSlots.ts'

/** The messages of a FIFO queue that are in flight: until when they are hidden (SQS.05), and by which handle. */
export class FifoFlight {
  readonly paint: Float64Array
  readonly attempts: FifoAttempts
  private readonly messages: FifoMessages
  /** When received messages are visible again, by slot. */
  private readonly deadlines = new EventList()

  constructor(world: World, messages: FifoMessages, attemptMicros: Micros) {
    this.messages = messages
    world.state.part(this.deadlines)
    this.paint = world.state.column(PAINTS)
    this.attempts = new FifoAttempts(world.state, messages, attemptMicros)
  }

  get count(): number {
    return this.deadlines.length
  }

  /** When the next timeout ends, Infinity when none is in flight. */
  get nextAt(): Micros {
    return this.deadlines.firstAt()
  }

  deadlineOf(slot: number): Micros {
    return this.deadlines.atOf(slot)
  }

  /** A visible message is received. */
  begin(slot: number, untilMicros: Micros, now: Micros): void {
    const { messages } = this
    messages.hide(slot)
    messages.set(slot, RECEIVES, messages.value(slot, RECEIVES) + 1)
    messages.set(slot, RECEIVED_AT, now)
    if (messages.value(slot, FIRST_RECEIVED_AT) < 0) messages.set(slot, FIRST_RECEIVED_AT, now)
    this.deadlines.schedule(slot, untilMicros)
    this.paint[messages.paintOf(messages.value(slot, MESSAGE))]! += 1
  }

  /** The same receive goes on until another moment. */
  extend(slot: number, untilMicros: Micros): void {
    this.deadlines.schedule(slot, untilMicros)
  }

  end(slot: number): void {
    this.attempts.touch(slot)
    this.deadlines.cancel(slot)
    this.paint[this.messages.paintOf(this.messages.value(slot, MESSAGE))]! -= 1
  }

  /** A message whose timeout ends now, -1 when there is none. */
  due(now: Micros): number {
    return this.deadlines.firstAt() <= now ? this.deadlines.first() : -1
  }

  /** Whether the handle is that of the present receive, and its timeout has not run out (FIFO.20). */
  holds(slot: number, message: number, receives: number): boolean {
    const { messages } = this
    return (
      messages.value(slot, MESSAGE) === message &&
      messages.value(slot, STATE) === IN_FLIGHT &&
      messages.value(slot, RECEIVES) === receives
    )
  }

  clear(): void {
    this.attempts.forgetAll()
    while (this.deadlines.length > 0) this.deadlines.shift()
    this.paint.fill(0)
  }
}
