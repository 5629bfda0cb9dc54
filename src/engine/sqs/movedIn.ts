import { Float64Log, Uint32Log } from '../kernel/log.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import type { MovedMessage } from './queueModel.ts'

/**
 * What messages that came from another queue bring with them (SQS.14b). Only those are listed here, in the order in which they
 * came: most queues have none.
 */
export class MovedIn {
  private readonly messages = new Uint32Log()
  private readonly receives = new Uint32Log()
  private readonly firstReceivedAt = new Float64Log()
  /** Number of the queue that gave it up as a dead letter, + 1; 0 = none did. */
  private readonly sources = new Uint32Log()

  constructor(state: State) {
    for (const part of [this.messages, this.receives, this.firstReceivedAt, this.sources]) state.part(part)
  }

  add(message: number, { receives, firstReceivedAt, deadLetterSource }: MovedMessage): void {
    this.messages.push(message)
    this.receives.push(receives)
    this.firstReceivedAt.push(receives > 0 ? firstReceivedAt : -1)
    this.sources.push(deadLetterSource + 1)
  }

  /** The row of a message, -1 when it was sent here itself. */
  find(message: number): number {
    const { messages } = this
    let low = 0
    let high = messages.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (messages.get(middle) < message) low = middle + 1
      else high = middle
    }
    return low < messages.length && messages.get(low) === message ? low : -1
  }

  receivesOf(row: number): number {
    return row < 0 ? 0 : this.receives.get(row)
  }

  /** -1 when it has not been received. */
  firstReceivedAtOf(row: number): Micros {
    return row < 0 ? -1 : this.firstReceivedAt.get(row)
  }

  /** -1 when it is no dead letter. */
  sourceOf(row: number): number {
    return row < 0 ? -1 : this.sources.get(row) - 1
  }

  get bytes(): number {
    let sum = 0
    for (const log of [this.messages, this.receives, this.firstReceivedAt, this.sources]) sum += log.bytes
    return sum
  }
}
