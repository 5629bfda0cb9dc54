import { expect, test } from 'vitest'
import { defaultNode, problems } from '../../src/scenario/index.ts'
import type { FifoQueueNode, PoolNode, QueueNode, Scenario } from '../../src/scenario/scenario.ts'

function fieldsTold(pool: Partial<PoolNode>, queue: QueueNode | FifoQueueNode): (string | undefined)[] {
  const scenario: Scenario = {
    ...{ version: 1, title: '', seed: 1, durationSeconds: 60, interventions: [] },
    brief: { question: '', watchFor: '', tryThis: [] },
    nodes: [queue, { ...(defaultNode('pool', 'workers', 0, 0) as PoolNode), ...pool }],
    links: [{ from: queue.id, to: 'workers' }],
  }
  return problems(scenario).map(({ field }) => field)
}

const standard = defaultNode('queue', 'queue', 0, 0) as QueueNode
const fifo = defaultNode('fifoQueue', 'queue', 0, 0) as FifoQueueNode
const ten = { messagesPerCall: 10 }

test('SQS.05 a batch that takes longer than the timeout is told, unless a heartbeat or working all at once keeps it', () => {
  expect(fieldsTold({ ...ten, serviceMs: 4000 }, standard)).toEqual(['visibilityTimeoutSeconds'])
  expect(fieldsTold({ ...ten, serviceMs: 4000, heartbeatSeconds: 10 }, standard)).toEqual([])
  expect(fieldsTold({ ...ten, serviceMs: 4000, heartbeatSeconds: 30 }, standard)).toEqual(['visibilityTimeoutSeconds'])
  expect(fieldsTold({ ...ten, serviceMs: 4000, workInBatch: 'parallel' }, standard)).toEqual([])
  expect(fieldsTold({ ...ten, serviceMs: 40_000, workInBatch: 'parallel' }, standard)).toHaveLength(1)
})

test('FIFO.09 all at once on a FIFO queue is told: the order of a group is lost', () => {
  expect(fieldsTold({ ...ten, workInBatch: 'parallel' }, fifo)).toEqual(['workInBatch'])
  expect(fieldsTold({ messagesPerCall: 1, workInBatch: 'parallel' }, fifo)).toEqual([])
  expect(fieldsTold(ten, fifo)).toEqual([])
})
