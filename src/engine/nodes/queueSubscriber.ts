import { STORED, type Store, TOO_LARGE } from '../clients/store.ts'
import type { Micros } from '../kernel/time.ts'
import { wantedKeys } from '../keyFilter.ts'
import { Sampler } from '../metrics/trace.ts'
import type { Handover, Subscriber } from '../sns/topic.ts'
import type { World } from '../world.ts'
import type { TopicPlan } from './nodePlans.ts'

/** A queue of a scenario that is subscribed to a topic. */
export class QueueSubscriber implements Subscriber {
  private readonly world: World
  /** For each key whether the filter lets it through; null: all. */
  private readonly isWanted: Uint8Array | null
  private readonly isDown: Uint8Array
  private readonly topic: string
  private readonly row: number
  private readonly dots: Sampler
  private queue: Store | null = null

  /** Subscription `row` of a topic. */
  constructor(
    world: World,
    { id, recordsPerDot, subscriptions }: TopicPlan,
    row: number,
    isDown: Uint8Array,
    track: number,
  ) {
    this.world = world
    this.topic = id
    this.row = row
    this.isDown = isDown
    this.dots = new Sampler(world.state, world.trace, track, 1, recordsPerDot)
    const { keys } = subscriptions[row]!
    this.isWanted = wantedKeys(keys, world.keys.names)
  }

  connect(queue: Store): void {
    this.queue = queue
  }

  wants(reference: number): boolean {
    return this.isWanted === null || this.isWanted[this.world.records.keyOf(reference)] === 1
  }

  /** A message that is too large for the queue is a client-side error; whatever else the queue says is worth another try. */
  handOver(reference: number, group: number, now: Micros): Handover {
    const { records, keys, watch } = this.world
    if (this.isDown[0] === 1) {
      watch?.note('copyRefused', reference, this.topic, this.row, 0, now)
      return 'serverError'
    }
    const answer = this.queue!.accept(reference, group, records.bytesOf(reference), now)
    if (answer !== STORED) {
      watch?.note('copyRefused', reference, this.topic, this.row, 0, now)
      return answer === TOO_LARGE ? 'clientError' : 'serverError'
    }
    this.dots.count(now, 0, keys.paint[group]!)
    if (watch !== null) {
      watch.note('copied', reference, this.topic, this.row, 0, now)
      watch.note('stored', reference, this.queue!.plan.id, 0, 1, now)
    }
    return 'delivered'
  }

  /** Scenarios have no dead-letter queues of subscriptions: what cannot be delivered is counted as failed. */
  deadLetter(reference: number, _group: number, _reason: Handover, now: Micros): boolean {
    this.world.watch?.note('copyLost', reference, this.topic, this.row, 0, now)
    return false
  }

  callEnded(now: Micros): void {
    this.queue!.callEnded(now)
  }
}
