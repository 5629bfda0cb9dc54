import { type Micros, secondsToMicros } from '../../kernel/time.ts'
import type { FifoQueuePlan, TurnableFifoQueue } from '../../sqs/fifoPlan.ts'
import { FifoQueue } from '../../sqs/fifoQueue.ts'
import type { QueueModel } from '../../sqs/queueModel.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import type { QueueSettings } from './queueSettings.ts'
import type { SqsLimits } from './sqsLimits.ts'

/** Makes the model of a FIFO queue, in place `number` among the account's queues. */
export function buildFifoQueue(
  sandbox: SandboxWorld,
  number: number,
  settings: QueueSettings,
  limits: SqsLimits,
): QueueModel {
  const { numbers } = settings
  const { fifo } = limits
  const plan: FifoQueuePlan = {
    id: `queue ${number}`,
    recordsPerDot: 1,
    turnable: {
      visibilityTimeoutMicros: secondsToMicros(numbers.VisibilityTimeout),
      retentionMicros: secondsToMicros(numbers.MessageRetentionPeriod),
      inFlightLimit: fifo.inFlight,
      messageBytesLimit: numbers.MaximumMessageSize,
      batchLimit: limits.entries,
      delayMicros: secondsToMicros(numbers.DelaySeconds),
      maxReceiveCount: settings.redrive?.maxReceiveCount ?? 0,
      ...modeOf(settings),
      callsPerSecond: fifo.callsPerSecond,
      // Each task of the sandbox says its own.
      redrivePerSecond: 0,
      highThroughputCallsPerSecond: fifo.highThroughputCallsPerSecond ?? fifo.callsPerSecond,
    },
    deduplicationMicros: fifo.deduplicationMicros,
    recordsAreIds: false,
    attemptMicros: fifo.attemptMicros,
    scanLimit: fifo.scan,
    partitionsFactor: fifo.partitionsFactor,
    hiddenMicrosMax: limits.hiddenMicrosMax,
  }
  const visibility = sandbox.timer((now) => queue.onVisibility(now))
  const retention = sandbox.timer((now) => queue.onRetention(now))
  const delay = sandbox.timer((now) => queue.onDelay(now))
  const queue: FifoQueue = new FifoQueue(sandbox.world, plan, number, { visibility, retention, delay })
  return queue
}

/** What a FIFO queue has beside the attributes of all queues, as its settings say it from now on. */
export function setMode(model: QueueModel, settings: QueueSettings, now: Micros): void {
  if (!(model instanceof FifoQueue)) return
  const { deduplicationScope, throughputLimit } = modeOf(settings)
  if (deduplicationScope !== model.settings.deduplicationScope) model.set('deduplicationScope', deduplicationScope, now)
  model.set('throughputLimit', throughputLimit, now)
}

function modeOf(settings: QueueSettings): Pick<TurnableFifoQueue, 'deduplicationScope' | 'throughputLimit'> {
  return {
    deduplicationScope: settings.DeduplicationScope === 'messageGroup' ? 1 : 0,
    throughputLimit: settings.FifoThroughputLimit === 'perMessageGroupId' ? 1 : 0,
  }
}
