import { Ring } from '../kernel/ring.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** Who is told that messages are there. Returns whether it took any. */
export type Waiter = (worker: number, now: Micros) => boolean

/** Long polls of a queue that found nothing and wait (SQS.12): first come, first served. */
export class LongPolls {
  private readonly workers: Ring
  private onMessages: Waiter = () => false

  constructor(state: State) {
    this.workers = state.part(new Ring())
  }

  /** Whom a message that comes to a waiting poll is handed to. */
  connect(onMessages: Waiter): void {
    this.onMessages = onMessages
  }

  wait(worker: number): void {
    this.workers.push(worker)
  }

  stop(worker: number): void {
    this.workers.remove(worker)
  }

  get isEmpty(): boolean {
    return this.workers.length === 0
  }

  /** Hands the messages that are there to the poll that has waited longest. Returns whether it took any. */
  serveFirst(now: Micros): boolean {
    const worker = this.workers.shift()
    const took = this.onMessages(worker, now)
    // What was there went to the dead-letter queue: the poll waits on, in its place.
    if (!took) this.workers.unshift(worker)
    return took
  }
}
