import { secondsToMicros } from '../../kernel/time.ts'
import type { QueuePlan } from '../../plan.ts'
import type { QueueModel } from '../../sqs/queueModel.ts'
import { StandardQueue } from '../../sqs/standardQueue.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import type { QueueSettings } from './queueSettings.ts'
import type { SqsLimits } from './sqsLimits.ts'

/** Faults that SQS is allowed and that no attribute of a queue asks for (SQS.02), as shares from 0 to 1; seeded. */
export type QueueFaults = {
  /** Deliveries after which the message can still be received by others. */
  duplicateShare?: number
  /** Deletes that answer success and have no effect. */
  deleteLostShare?: number
  /** A receive takes one of so many messages in line; 0 or 1 = the first. */
  shuffleWindow?: number
}

/** Makes the model of a standard queue, in place `number` among the account's queues. */
export function buildStandardQueue(
  sandbox: SandboxWorld,
  number: number,
  settings: QueueSettings,
  limits: SqsLimits,
  faults: QueueFaults,
): QueueModel {
  const { numbers } = settings
  const id = `queue ${number}`
  const plan: QueuePlan = {
    id,
    recordsPerDot: 1,
    turnable: {
      visibilityTimeoutMicros: secondsToMicros(numbers.VisibilityTimeout),
      retentionMicros: secondsToMicros(numbers.MessageRetentionPeriod),
      inFlightLimit: limits.inFlight,
      messageBytesLimit: numbers.MaximumMessageSize,
      batchLimit: limits.entries,
      delayMicros: secondsToMicros(numbers.DelaySeconds),
      maxReceiveCount: settings.redrive?.maxReceiveCount ?? 0,
      shuffleWindow: faults.shuffleWindow ?? 0,
      duplicateShare: faults.duplicateShare ?? 0,
      deleteLostShare: faults.deleteLostShare ?? 0,
      redrivePerSecond: limits.movesPerSecond,
    },
    receivesUntilBack: limits.receivesUntilBack,
    hiddenMicrosMax: limits.hiddenMicrosMax,
    redriveMicrosMax: limits.moveMicrosMax,
    servers: limits.servers,
    serversOfMessage: limits.serversOfMessage,
    fair: limits.fair,
    deadLetterQueue: -1,
  }
  const stream = (purpose: string) => sandbox.randomStream(id, purpose)
  const visibility = sandbox.timer((now) => queue.onVisibility(now))
  const retention = sandbox.timer((now) => queue.onRetention(now))
  const queue: StandardQueue = new StandardQueue(sandbox.world, plan, {
    number,
    visibility,
    retention,
    streams: { servers: stream('servers'), order: stream('order'), faults: stream('faults') },
  })
  return queue
}
