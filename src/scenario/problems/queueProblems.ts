import { formatQuantity } from '../quantity.ts'
import type { FifoQueueNode, KinesisQueueNode, PoolNode, QueueNode, Scenario } from '../scenario.ts'
import { linkedTo, type Problem } from './problem.ts'

export function queueProblems(scenario: Scenario, queue: QueueNode | FifoQueueNode | KinesisQueueNode): Problem[] {
  return linkedTo(scenario, queue.id, 'pool').flatMap((pool) => poolProblems(queue, pool))
}

/** The last message of a batch waits, hidden, for the work on all before it (SQS.05). */
function poolProblems(queue: QueueNode | FifoQueueNode | KinesisQueueNode, pool: PoolNode): Problem[] {
  if (pool.deleteWhen === 'before') return []
  const messages = pool.workInBatch === 'parallel' ? 1 : Math.min(pool.messagesPerCall, queue.batchLimit)
  // Calls to delete come between the messages of a batch.
  const busyMs = messages * pool.serviceMs + (messages - 1) * pool.callLatencyMs
  const isKept = pool.heartbeatSeconds > 0 && pool.heartbeatSeconds < queue.visibilityTimeoutSeconds
  if (isKept || busyMs <= 1000 * queue.visibilityTimeoutSeconds) return []
  const [work, timeout] = [formatQuantity(busyMs, 'ms'), formatQuantity(queue.visibilityTimeoutSeconds, 's')]
  const text = `${pool.name} needs ${work} for what one call brings, but ${queue.name} hides it for ${timeout} only: messages are received again before they are done.`
  return [
    {
      nodeId: queue.id,
      field: 'visibilityTimeoutSeconds',
      factId: queue.kind === 'kinesisQueue' ? 'KIN6.02' : 'SQS.05',
      text,
    },
  ]
}
