import { type Answer, BYTE_LIMIT, RECORD_LIMIT, STORED, type Store, THROTTLED, TOO_LARGE } from '../clients/store.ts'
import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'
import { PublishQuota } from '../sns/publishQuota.ts'
import type { PublishVerdict } from '../sns/publishVerdict.ts'
import { DEAD_LETTERED, FAILED, SUBSCRIPTION, WAITING } from '../sns/subscriptionRows.ts'
import { PUBLISHED, PUBLISHED_BYTES, REFUSED, Topic } from '../sns/topic.ts'
import type { World } from '../world.ts'
import { type Models, NodeModel, type NodeResources, storeOf } from './nodeModel.ts'
import type { TopicPlan } from './nodePlans.ts'
import { QueueSubscriber } from './queueSubscriber.ts'

/** SNS.03 stands for too many calls, SNS.06 for the topic's own limits. */
const ANSWERS: Readonly<Record<PublishVerdict, Answer>> = {
  accepted: STORED,
  tooLarge: TOO_LARGE,
  quota: THROTTLED,
  topicMessages: RECORD_LIMIT,
  topicBytes: BYTE_LIMIT,
  groupMessages: RECORD_LIMIT,
}

/** An SNS topic of a scenario: a record that it takes goes on, as the same record, to every queue whose filter lets its key through. */
export class TopicNode extends NodeModel<TopicPlan> implements Store {
  readonly topic: Topic
  private readonly isDown: Uint8Array
  private readonly subscribers: QueueSubscriber[]

  constructor(world: World, plan: TopicPlan, resources: NodeResources) {
    super(world, plan, resources)
    const { state } = world
    const quota = world.publishQuota ?? new PublishQuota(state, { messagesPerSecond: 0, standardPerSecond: 0 })
    this.topic = new Topic(world, plan.isFifo, this.settings, quota, plan.retry, resources.firstTimer)
    this.isDown = state.adopt(new Uint8Array(1))
    this.subscribers = plan.subscriptions.map(
      (_, row) => new QueueSubscriber(world, plan, row, this.isDown, resources.firstTrack + row),
    )
    for (const subscriber of this.subscribers) this.topic.subscribe(subscriber)
  }

  override connect({ allQueues, nodes }: Models): void {
    this.subscribers.forEach((subscriber, row) => {
      const { queue, node } = this.plan.subscriptions[row]!
      subscriber.connect(node === undefined ? allQueues[queue]! : storeOf(nodes[node]!))
    })
  }

  get recordsPerCallLimit(): number {
    return this.settings.batchLimit
  }

  /** SNS.04: a batch may be as large as one message. */
  get bytesPerCallLimit(): number {
    return this.settings.messageBytesLimit
  }

  sizeOf(_key: number, dataBytes: number): number {
    return dataBytes
  }

  rowOf(): number {
    return 0
  }

  factOf(answer: Answer): string {
    if (answer === TOO_LARGE) return 'SNS.04'
    return answer === THROTTLED ? 'SNS.03' : 'SNS.06'
  }

  /** SNS.03 gives FIFO topics a number of their own; SNS.06 has one of messages, one of bytes and one of each group. */
  limitOf(answer: Answer, key: number, now: Micros): string | null {
    if (answer === THROTTLED) return this.topic.isFifo ? 'SNS.03.fifo' : 'SNS.03'
    if (answer === BYTE_LIMIT) return 'SNS.06.bytes'
    if (answer !== RECORD_LIMIT) return null
    return this.topic.verdict(key, 0, now) === 'groupMessages' ? 'SNS.06.group' : 'SNS.06'
  }

  /** A refusal took nothing, so the same limit refuses still. */
  bucketOf(_answer: Answer, key: number, bytes: number, now: Micros): Bucket | null {
    const verdict = this.topic.verdict(key, bytes, now)
    return verdict === 'accepted' ? null : this.topic.bucketOf(verdict, key, bytes, now)
  }

  /** On a FIFO topic the partition key is the message group. Records are all different, so none is a repeat of another. */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    const verdict = this.topic.admit(key, bytes, now)
    if (verdict === 'accepted') this.topic.fanOut(reference, key, now)
    return ANSWERS[verdict]
  }

  callEnded(now: Micros): void {
    this.topic.callEnded(now)
  }

  onTimer(_row: number, now: Micros): void {
    this.topic.onRetries(now)
  }

  /** crash: SNS reaches none of its queues, which is a server-side error (SNS.07); start: it does again. */
  override act(action: string): void {
    this.isDown[0] = action === 'crash' ? 1 : 0
  }

  override get rowCount(): number {
    return this.subscribers.length
  }

  override writeGauges(_now: Micros, out: Float64Array, start: number): number {
    const { topic } = this
    const { c, subscriptions } = topic
    let at = start
    out[at++] = c[PUBLISHED]!
    out[at++] = c[PUBLISHED_BYTES]!
    out[at++] = c[PUBLISHED]! + c[REFUSED]!
    out[at++] = c[REFUSED]!
    for (const field of ROW_FIELDS) out[at++] = topic.total(field)
    for (let row = 0; row < subscriptions.length; row++)
      for (const field of ROW_FIELDS) out[at++] = subscriptions.value(row, field)
    return at
  }
}

const ROW_FIELDS = [SUBSCRIPTION.copies, SUBSCRIPTION.delivered, FAILED, DEAD_LETTERED, WAITING]
