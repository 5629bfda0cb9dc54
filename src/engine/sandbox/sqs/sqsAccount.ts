import type { QueueModel } from '../../sqs/queueModel.ts'
import { ApiError } from '../apiError.ts'
import { ACCOUNT, arnOf } from '../arn.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import { buildFifoQueue } from './fifoQueueBuilder.ts'
import type { QueueAttributes } from './queueAttributes.ts'
import { buildStandardQueue, type QueueFaults } from './queueBuilder.ts'
import { type QueueSettings, withChanges } from './queueSettings.ts'
import { invalid, missing } from './refuse.ts'
import { SandboxQueue } from './sandboxQueue.ts'
import type { SqsLimits } from './sqsLimits.ts'

const NAME = /^[\w-]{1,80}$/
const FIFO_NAME = /^[\w-]{1,75}\.fifo$/

/** The queues of the sandbox's one account, by their names. */
export class SqsAccount {
  readonly sandbox: SandboxWorld
  readonly limits: SqsLimits
  private readonly region: string
  private readonly faults: QueueFaults
  private readonly queues = new Map<string, SandboxQueue>()
  /** Every queue there ever was: a receipt handle names its queue by the place here. */
  private readonly all: SandboxQueue[] = []
  private readonly deletedAt = new Map<string, number>()

  constructor(sandbox: SandboxWorld, region: string, limits: SqsLimits, faults: QueueFaults) {
    this.sandbox = sandbox
    this.region = region
    this.limits = limits
    this.faults = faults
  }

  /** Makes a queue, or returns the one of this name when the call says nothing else of it. */
  create(name: string, said: QueueAttributes): SandboxQueue {
    const { now } = this.sandbox
    if (name === undefined) throw missing('SQS.19b', 'QueueName')
    const isFifo = said.isFifo === true
    if (!(isFifo ? FIFO_NAME : NAME).test(name))
      throw invalid(
        isFifo ? 'FIFO.07' : 'SQS.19b',
        'A queue has a name of 1 to 80 letters, digits, hyphens and underscores; that of a FIFO queue ends in .fifo.',
      )
    const settings = withChanges(this.defaults(), said)
    if (!isFifo || this.limits.fifo.highThroughputCallsPerSecond === null) refuseFifoAttributes(said, isFifo)
    const target =
      settings.redrive === null ? null : this.deadLetterTarget(settings.redrive.deadLetterTargetArn, isFifo)
    const known = this.queues.get(name)
    if (known !== undefined) {
      if (known.agreesWith(said)) return known
      throw new ApiError(
        'QueueNameExists',
        'SQS.19b',
        'A queue already exists with the same name and a different value.',
      )
    }
    if (now < (this.deletedAt.get(name) ?? -Infinity) + this.limits.createAgainMicros)
      throw new ApiError(
        'QueueDeletedRecently',
        'SQS.19b',
        'A queue of this name was deleted within the last 60 seconds.',
      )
    const place = this.all.length
    const model = isFifo
      ? buildFifoQueue(this.sandbox, place, settings, this.limits)
      : buildStandardQueue(this.sandbox, place, settings, this.limits, this.faults)
    model.deadLetterTo(target?.model ?? null)
    const queue = new SandboxQueue(this.namesOf(name), model, settings, now)
    this.queues.set(name, queue)
    this.all.push(queue)
    this.connect(queue.arn, model)
    return queue
  }

  /** What was in it is gone, and it is nobody's dead-letter queue until there is one of its name again. */
  delete(queue: SandboxQueue): void {
    const { now } = this.sandbox
    queue.model.purge(now)
    this.queues.delete(queue.name)
    this.deletedAt.set(queue.name, now)
    this.connect(queue.arn, null)
  }

  byUrl(url: string): SandboxQueue {
    if (url === undefined || url === '') throw missing('SQS.19b', 'QueueUrl')
    return this.byName(url.slice(url.lastIndexOf('/') + 1))
  }

  byName(name: string): SandboxQueue {
    const queue = this.queues.get(name)
    if (queue === undefined) throw new ApiError('QueueDoesNotExist', 'SQS.19b', 'The specified queue does not exist.')
    return queue
  }

  /** null when there is none of this ARN. */
  byArn(arn: string): SandboxQueue | null {
    const queue = this.queues.get(arn.slice(arn.lastIndexOf(':') + 1))
    return queue?.arn === arn ? queue : null
  }

  /** The queue in this place, if it is still there. */
  byNumber(number: number): SandboxQueue | null {
    const queue = this.all[number]
    return queue !== undefined && this.queues.get(queue.name) === queue ? queue : null
  }

  each(visit: (queue: SandboxQueue) => void): void {
    for (const queue of this.queues.values()) visit(queue)
  }

  /** SQS.14: the queue that a redrive policy names. */
  deadLetterTarget(arn: string, isFifo: boolean, source: SandboxQueue | null = null): SandboxQueue {
    const target = this.byArn(arn)
    if (target !== null && target === source)
      throw invalid(
        'SQS.14',
        'Value for parameter RedrivePolicy is invalid. Reason: the queue cannot be its own target.',
      )
    if (target === null)
      throw invalid(
        'SQS.14',
        'Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.',
      )
    if (target.model.isFifo !== isFifo)
      throw invalid(
        'SQS.14',
        'Value for parameter RedrivePolicy is invalid. Reason: Dead-letter queue must be same type of queue as the source.',
      )
    return target
  }

  /** Which model is behind the dead-letter ARN of other queues. */
  private connect(arn: string, model: QueueModel | null): void {
    for (const { settings, model: source } of this.queues.values())
      if (settings.redrive?.deadLetterTargetArn === arn) source.deadLetterTo(model)
  }

  private namesOf(name: string): { name: string; url: string; arn: string } {
    const url = `https://sqs.${this.region}.amazonaws.com/${ACCOUNT}/${name}`
    return { name, url, arn: arnOf('sqs', this.region, name) }
  }

  private defaults(): QueueSettings {
    const { limits } = this
    return {
      numbers: {
        VisibilityTimeout: limits.visibilitySeconds,
        MaximumMessageSize: limits.messageBytes,
        MessageRetentionPeriod: limits.retentionSeconds,
        DelaySeconds: limits.delaySeconds,
        ReceiveMessageWaitTimeSeconds: limits.waitSeconds,
      },
      redrive: null,
      hasContentDeduplication: false,
      DeduplicationScope: 'queue',
      FifoThroughputLimit: 'perQueue',
      texts: { SqsManagedSseEnabled: 'true' },
    }
  }
}

/** Attributes that only a FIFO queue has, or that came after the profile's time (FIFO.03). @throws ApiError */
export function refuseFifoAttributes(said: QueueAttributes, isFifo: boolean): void {
  const names = ['DeduplicationScope', 'FifoThroughputLimit'] as const
  const isContent = said.hasContentDeduplication === true && !isFifo
  const name = isContent ? 'ContentBasedDeduplication' : names.find((own) => said[own])
  const why = isFifo ? 'there is no high throughput in this profile' : 'it is for FIFO queues only'
  if (name !== undefined) throw new ApiError('InvalidAttributeName', 'FIFO.03', `Unknown Attribute ${name}: ${why}.`)
}
