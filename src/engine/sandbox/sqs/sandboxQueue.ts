import { floor } from '../../kernel/detMath.ts'
import { MICROS_PER_SECOND, type Micros, secondsToMicros } from '../../kernel/time.ts'
import type { QueueModel } from '../../sqs/queueModel.ts'
import { setMode } from './fifoQueueBuilder.ts'
import type { QueueAttributes } from './queueAttributes.ts'
import { type QueueSettings, withChanges } from './queueSettings.ts'

/** A queue of the sandbox's account: its model, and what the API says of it beside. */
export class SandboxQueue {
  readonly name: string
  readonly url: string
  readonly arn: string
  readonly model: QueueModel
  settings: QueueSettings
  private readonly createdAt: Micros
  private modifiedAt: Micros
  /** SQS.18 */
  purgedAt: Micros = -Infinity

  constructor(
    names: { name: string; url: string; arn: string },
    model: QueueModel,
    settings: QueueSettings,
    now: Micros,
  ) {
    this.name = names.name
    this.url = names.url
    this.arn = names.arn
    this.model = model
    this.settings = settings
    this.createdAt = now
    this.modifiedAt = now
  }

  /** SQS.12, of receives that say nothing of it. */
  get waitMicros(): Micros {
    return secondsToMicros(this.settings.numbers.ReceiveMessageWaitTimeSeconds)
  }

  /** Takes what a call says. `deadLetters` is the queue that its redrive policy names. */
  change(changes: QueueAttributes, deadLetters: SandboxQueue | null, now: Micros): void {
    const { model } = this
    this.settings = withChanges(this.settings, changes)
    this.modifiedAt = now
    const { numbers, redrive } = this.settings
    const { DelaySeconds, MaximumMessageSize, MessageRetentionPeriod, VisibilityTimeout } = changes.numbers
    if (redrive === null || deadLetters !== null) model.deadLetterTo(deadLetters?.model ?? null)
    model.set('maxReceiveCount', redrive?.maxReceiveCount ?? 0, now)
    setMode(model, this.settings, now)
    if (DelaySeconds !== undefined) model.set('delayMicros', secondsToMicros(DelaySeconds), now)
    if (VisibilityTimeout !== undefined) model.set('visibilityTimeoutMicros', secondsToMicros(VisibilityTimeout), now)
    if (MessageRetentionPeriod !== undefined) model.set('retentionMicros', secondsToMicros(MessageRetentionPeriod), now)
    if (MaximumMessageSize !== undefined) model.set('messageBytesLimit', numbers.MaximumMessageSize, now)
  }

  /** Whether a call that makes the queue again says nothing else of it. */
  agreesWith(said: QueueAttributes): boolean {
    return JSON.stringify(withChanges(this.settings, said)) === JSON.stringify(this.settings)
  }

  /** As AWS writes them; the counts are exact. */
  attributes(): Record<string, string> {
    const { model, settings } = this
    const seconds = (at: Micros) => String(floor(at / MICROS_PER_SECOND))
    return {
      QueueArn: this.arn,
      ApproximateNumberOfMessages: String(model.visible),
      ApproximateNumberOfMessagesNotVisible: String(model.inFlight),
      ApproximateNumberOfMessagesDelayed: String(model.delayed),
      CreatedTimestamp: seconds(this.createdAt),
      LastModifiedTimestamp: seconds(this.modifiedAt),
      ...Object.fromEntries(Object.entries(settings.numbers).map(([name, value]) => [name, String(value)])),
      ...settings.texts,
      ...(settings.redrive && { RedrivePolicy: JSON.stringify(settings.redrive) }),
      ...(model.isFifo && {
        FifoQueue: 'true',
        ContentBasedDeduplication: String(settings.hasContentDeduplication),
        DeduplicationScope: settings.DeduplicationScope,
        FifoThroughputLimit: settings.FifoThroughputLimit,
      }),
    }
  }
}
