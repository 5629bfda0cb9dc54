import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'
import type { World } from '../world.ts'
import { COPY, PendingCopies } from './pendingCopies.ts'
import type { PublishQuota } from './publishQuota.ts'
import type { PublishVerdict } from './publishVerdict.ts'
import { type RetryPolicy, retryDelayMicros } from './retryPolicy.ts'
import { DEAD_LETTERED, DROPPED, FAILED, SUBSCRIPTION, SubscriptionRows, WAITING } from './subscriptionRows.ts'
import { TopicLimits, type TopicSettings } from './topicLimits.ts'

/** How an attempt to hand a copy over ends. A server-side error is worth another try, a client-side error is not (SNS.07). */
export type Handover = 'delivered' | 'serverError' | 'clientError'

/** One subscription as the topic sees it: what it wants and where it takes it. */
export interface Subscriber {
  /** SNS.08: whether the filter lets the message through. */
  wants(reference: number): boolean
  handOver(reference: number, group: number, now: Micros): Handover
  /** SNS.07: keeps a copy that cannot be handed over; false when it has no dead-letter queue that takes it. */
  deadLetter(reference: number, group: number, reason: Handover, now: Micros): boolean
  /** All copies of one call have been handed over. */
  callEnded(now: Micros): void
}

/**
 * An SNS topic. A message that it takes becomes a copy for each subscription that wants it, handed over at once (SNS.01);
 * what a queue does not take is tried again. Nothing is kept of a message that has no subscription (SNS.10).
 */
export class Topic {
  readonly isFifo: boolean
  readonly subscriptions: SubscriptionRows
  readonly c: Float64Array
  private readonly world: World
  private readonly limits: TopicLimits
  private readonly policy: RetryPolicy
  private readonly retryTimer: number
  private readonly subscribers: Subscriber[] = []
  private readonly pending: PendingCopies

  constructor(
    world: World,
    isFifo: boolean,
    settings: Readonly<TopicSettings>,
    quota: PublishQuota,
    policy: RetryPolicy,
    retryTimer: number,
  ) {
    this.world = world
    this.isFifo = isFifo
    this.policy = policy
    this.retryTimer = retryTimer
    this.limits = new TopicLimits(world.state, settings, quota, isFifo)
    this.subscriptions = new SubscriptionRows(world.state)
    this.pending = world.state.part(new PendingCopies(isFifo))
    this.c = world.state.column(TOPIC_COUNTERS)
  }

  /** A subscription begins; what was published before is not for it (SNS.10). Returns its number. */
  subscribe(subscriber: Subscriber): number {
    this.subscribers.push(subscriber)
    return this.subscriptions.add()
  }

  /** A subscription ends; copies that wait for it are dropped. */
  unsubscribe(subscription: number): void {
    const { subscriptions } = this
    const dropped = this.pending.drop(subscription)
    subscriptions.count(subscription, WAITING, -dropped)
    subscriptions.count(subscription, DROPPED, dropped)
    subscriptions.count(subscription, SUBSCRIPTION.isActive, -1)
    this.planRetries()
  }

  /** Whether a message would be taken now. Changes nothing. */
  verdict(group: number, bytes: number, now: Micros): PublishVerdict {
    return this.limits.verdict(group, bytes, now)
  }

  /** The limit behind a refusal at this moment. Changes nothing. */
  bucketOf(verdict: Exclude<PublishVerdict, 'accepted'>, group: number, bytes: number, now: Micros): Bucket {
    return this.limits.bucketOf(verdict, group, bytes, now)
  }

  /** Whether a message may be published now; if so its tokens are taken. A repeated message takes them as well. */
  admit(group: number, bytes: number, now: Micros): PublishVerdict {
    const verdict = this.limits.take(group, bytes, now)
    if (verdict === 'accepted') {
      this.c[PUBLISHED]! += 1
      this.c[PUBLISHED_BYTES]! += bytes
    } else this.c[REFUSED]! += 1
    return verdict
  }

  /** Hands an admitted message to all who want it. */
  fanOut(reference: number, group: number, now: Micros): void {
    const { c } = this
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    for (let s = 0; s < this.subscribers.length; s++) {
      if (this.subscriptions.isActive(s) && this.subscribers[s]!.wants(reference)) this.copy(s, reference, group, now)
    }
    this.planRetries()
  }

  /** One more copy for one subscription: of a new message, or of an old one that is replayed (SNS.09). */
  copy(subscription: number, reference: number, group: number, now: Micros): void {
    this.subscriptions.count(subscription, SUBSCRIPTION.copies, 1)
    if (this.pending.isBlocked(subscription, group)) {
      this.wait(subscription, reference, group, 0, now)
      return
    }
    const failures = this.attempt(subscription, reference, group, 0, now)
    if (failures > 0) this.wait(subscription, reference, group, failures, now)
  }

  /** All messages of one call have been handed over. */
  callEnded(now: Micros): void {
    for (let s = 0; s < this.subscribers.length; s++) {
      if (this.subscriptions.isActive(s)) this.subscribers[s]!.callEnded(now)
    }
  }

  /** Copies that are due are tried again. */
  onRetries(now: Micros): void {
    const { pending } = this
    while (pending.dueAt <= now) {
      const slot = pending.first()
      const subscription = pending.value(slot, COPY.subscription)
      const reference = pending.value(slot, COPY.reference)
      const group = pending.group(slot)
      const failures = this.attempt(subscription, reference, group, pending.failures(slot), now)
      if (failures > 0) pending.failedAgain(slot, failures, now + retryDelayMicros(this.policy, failures))
      else {
        pending.release(slot, now)
        this.subscriptions.count(subscription, WAITING, -1)
      }
    }
    this.planRetries()
    this.callEnded(now)
  }

  total(field: number): number {
    let sum = 0
    for (let s = 0; s < this.subscriptions.length; s++) sum += this.subscriptions.value(s, field)
    return sum
  }

  private wait(subscription: number, reference: number, group: number, failures: number, now: Micros): void {
    this.subscriptions.count(subscription, WAITING, 1)
    const delay = failures > 0 ? retryDelayMicros(this.policy, failures) : 0
    this.pending.add(subscription, reference, group, failures, now + delay)
  }

  /** Tries until the copy is gone, which is 0, or has to wait: then how often it has failed. Immediate retries are all made here. */
  private attempt(subscription: number, reference: number, group: number, before: number, now: Micros): number {
    const subscriber = this.subscribers[subscription]!
    let failures = before
    for (;;) {
      const handover = subscriber.handOver(reference, group, now)
      if (handover === 'delivered') {
        this.subscriptions.count(subscription, SUBSCRIPTION.delivered, 1)
        this.c[HASH] = mix(mix(mix(this.c[HASH]!, now | 0), reference), subscription)
        return 0
      }
      failures++
      const delay = handover === 'clientError' ? Infinity : retryDelayMicros(this.policy, failures)
      if (delay === 0) continue
      if (delay !== Infinity) return failures
      const isKept = subscriber.deadLetter(reference, group, handover, now)
      this.subscriptions.count(subscription, isKept ? DEAD_LETTERED : FAILED, 1)
      return 0
    }
  }

  private planRetries(): void {
    this.world.events.schedule(this.retryTimer, this.pending.dueAt)
  }
}

export const PUBLISHED = 0
export const PUBLISHED_BYTES = PUBLISHED + 1
export const REFUSED = PUBLISHED_BYTES + 1
const HASH = REFUSED + 1
const TOPIC_COUNTERS = HASH + 1
