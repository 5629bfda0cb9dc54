import { SandboxWorld } from '../../src/engine/sandbox/sandboxWorld.ts'
import { FifoQueue } from '../../src/engine/sqs/fifoQueue.ts'
import type { QueueModel } from '../../src/engine/sqs/queueModel.ts'
import { StandardQueue } from '../../src/engine/sqs/standardQueue.ts'
import { queue } from '../engine/testPlan.ts'
import { fifoPlan } from '../sqs/fifoBench.ts'

const SECOND = 1_000_000

/** Every 16th message is not deleted when it is first received, and comes back after this. */
export const VISIBILITY_MICROS = SECOND

export type QueueKind = 'standard' | 'FIFO'

/** A queue by itself, with the world that it stands in. */
export function queueUnderTest(kind: QueueKind): { box: SandboxWorld; queue: QueueModel } {
  const box = new SandboxWorld(1)
  return { box, queue: kind === 'FIFO' ? fifoQueue(box) : standardQueue(box) }
}

function standardQueue(box: SandboxWorld): QueueModel {
  const late: { queue?: StandardQueue } = {}
  late.queue = new StandardQueue(box.world, queue({ turnable: { visibilityTimeoutMicros: VISIBILITY_MICROS } }), {
    number: 0,
    visibility: box.timer((now) => late.queue!.onVisibility(now)),
    retention: box.timer((now) => late.queue!.onRetention(now)),
    streams: {
      servers: box.randomStream('queue', 'servers'),
      order: box.randomStream('queue', 'order'),
      faults: box.randomStream('queue', 'faults'),
    },
  })
  return late.queue
}

function fifoQueue(box: SandboxWorld): QueueModel {
  const late: { queue?: FifoQueue } = {}
  const plan = fifoPlan({ turnable: { visibilityTimeoutMicros: VISIBILITY_MICROS } })
  late.queue = new FifoQueue(box.world, plan, 0, {
    visibility: box.timer((now) => late.queue!.onVisibility(now)),
    retention: box.timer((now) => late.queue!.onRetention(now)),
    delay: box.timer((now) => late.queue!.onDelay(now)),
  })
  return late.queue
}
