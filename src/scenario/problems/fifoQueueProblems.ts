import type { FifoQueueNode, Scenario } from '../scenario.ts'
import { linkedTo, type Problem } from './problem.ts'

export function fifoQueueProblems(scenario: Scenario, queue: FifoQueueNode): Problem[] {
  return [...halfHighThroughput(queue), ...standardTopics(scenario, queue), ...groupsAtOnce(scenario, queue)]
}

/** FIFO.07, FIFO.09: a receive may bring several messages of one group (FIFO.09), and then the order is the worker's affair. */
function groupsAtOnce(scenario: Scenario, { id, name }: FifoQueueNode): Problem[] {
  return linkedTo(scenario, id, 'pool')
    .filter(({ workInBatch, messagesPerCall }) => workInBatch === 'parallel' && messagesPerCall > 1)
    .map((pool) => ({
      nodeId: pool.id,
      field: 'workInBatch',
      text: `${pool.name} works all messages of a batch at once: ${name} hands out each group in order, and that order is lost.`,
    }))
}

/** FIFO.03 */
function halfHighThroughput({ id, name, deduplicationScope, throughputLimit }: FifoQueueNode): Problem[] {
  const isPerGroup = throughputLimit === 'perMessageGroupId'
  if (isPerGroup === (deduplicationScope === 'messageGroup')) return []
  const field = isPerGroup ? 'deduplicationScope' : 'throughputLimit'
  const text = `${name} is in normal mode: high throughput needs both DeduplicationScope and FifoThroughputLimit for each message group.`
  return [{ nodeId: id, field, factId: 'FIFO.04', text }]
}

/** SNS.06: only a FIFO topic keeps the order and the groups that a FIFO queue is for. */
function standardTopics({ nodes, links }: Scenario, { id, name }: FifoQueueNode): Problem[] {
  const sources = links.filter(({ to }) => to === id).map(({ from }) => from)
  return nodes.flatMap((node): Problem[] => {
    if (node.kind !== 'topic' || node.topicType === 'fifo' || !sources.includes(node.id)) return []
    return [
      {
        nodeId: node.id,
        field: 'topicType',
        text: `${node.name} is a standard topic: ${name} can follow a FIFO topic only.`,
      },
    ]
  })
}
