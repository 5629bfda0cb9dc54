import { EVERY_LIMIT } from '../../aws/otherLimits.ts'
import { formatQuantity } from '../quantity.ts'
import type { FifoQueueNode, LambdaNode, QueueNode, Scenario } from '../scenario.ts'
import type { Problem } from './problem.ts'

/** What a function and its mapping will suffer from, or what AWS would not take. */
export function lambdaProblems(scenario: Scenario, node: LambdaNode): Problem[] {
  const sourceId = scenario.links.find((link) => link.to === node.id)?.from
  const source = scenario.nodes.find(({ id }) => id === sourceId)
  const nodeId = node.id
  if (source === undefined) return [{ nodeId, text: `${node.name} reads nothing yet: link a stream or a queue to it.` }]
  return source.kind === 'queue' || source.kind === 'fifoQueue' ? queueMappingProblems(node, source) : []
}

function queueMappingProblems(node: LambdaNode, queue: QueueNode | FifoQueueNode): Problem[] {
  const nodeId = node.id
  const found: Problem[] = []
  const advisedSeconds = EVERY_LIMIT['LSQ.12'].value * node.timeoutSeconds + node.windowSeconds
  if (queue.visibilityTimeoutSeconds < advisedSeconds) {
    const [has, advised] = [formatQuantity(queue.visibilityTimeoutSeconds, 's'), formatQuantity(advisedSeconds, 's')]
    const text = `${queue.name} hides messages for ${has}; AWS advises six times the timeout of ${node.name} and its window, ${advised}, so that throttled batches can be tried again.`
    found.push({ nodeId: queue.id, field: 'visibilityTimeoutSeconds', factId: 'LSQ.12', text })
  }
  if (queue.kind === 'fifoQueue') found.push(...fifoBatchProblems(node))
  else if (
    node.messagesPerBatch > EVERY_LIMIT['LSQ.07'].value &&
    node.windowSeconds < EVERY_LIMIT['LSQ.07.window'].value
  ) {
    const text = `A batch of ${node.messagesPerBatch} messages needs a batching window of at least 1 s; without one ${node.name} gets what one poll brings, 10 at most.`
    found.push({ nodeId, field: 'windowSeconds', factId: 'LSQ.07', text })
  }
  if (node.pollers === 'provisioned') return found
  const { maximumConcurrency: most, reservedConcurrency: reserved } = node
  if (most === 1) {
    const text = 'AWS takes a maximum concurrency from 2 on.'
    found.push({ nodeId, field: 'maximumConcurrency', factId: 'LSQ.05', text })
  }
  if (reserved > 0 && reserved < (most === 0 ? EVERY_LIMIT['LSQ.03'].value : most)) {
    const text = `${node.name} may run ${reserved} times at once, but its mapping goes up to ${most === 0 ? '1,250' : most}: messages are throttled, and their receives count all the same.`
    found.push({ nodeId, field: 'reservedConcurrency', factId: 'LSQ.05', text })
  }
  return found
}

/** LSQ.07: what AWS would not take in a mapping that reads a FIFO queue; here it has no effect. */
function fifoBatchProblems({ id: nodeId, name, messagesPerBatch, windowSeconds }: LambdaNode): Problem[] {
  const found: Problem[] = []
  if (messagesPerBatch > EVERY_LIMIT['LSQ.07'].value) {
    const text = `${name} reads a FIFO queue: AWS takes batches of 10 messages at most.`
    found.push({ nodeId, field: 'messagesPerBatch', factId: 'LSQ.07', text })
  }
  if (windowSeconds > 0) {
    const text = `${name} reads a FIFO queue: AWS takes no batching window.`
    found.push({ nodeId, field: 'windowSeconds', factId: 'LSQ.07', text })
  }
  return found
}
