import type { NodePlan, Plan } from '../../src/engine/index.ts'
import { FifoQueueNode } from '../../src/engine/nodes/fifoQueueNode.ts'
import { plan } from '../engine/testPlan.ts'
import { type FifoChanges, fifoPlan } from './fifoBench.ts'

type FifoNodePlan = Extract<NodePlan, { kind: 'fifoQueue' }>

/** A FIFO queue in a plan; every record is its own id, and there is no quota unless it is asked for. */
export function fifoNode(changes: FifoChanges & { number?: number; deadLetterQueue?: number } = {}): FifoNodePlan {
  const { number = 0, deadLetterQueue = -1, turnable, ...own } = changes
  return {
    ...fifoPlan({ recordsAreIds: true, ...own, turnable: { callsPerSecond: 0, ...turnable } }),
    kind: 'fifoQueue',
    number,
    deadLetterQueue,
  }
}

/** A plan whose producers all send to the first of its FIFO queues. */
export function fifoRun(parts: Partial<Plan> & { nodes: FifoNodePlan[] }): Plan {
  return plan({
    links: (parts.producers ?? []).map((_, p) => ({ producer: p, toStream: -1, toQueue: -1, toNode: 0 })),
    ...parts,
  })
}

/** The queue of node `n`. */
export function queueOf(nodes: readonly unknown[], n = 0): FifoQueueNode['queue'] {
  const node = nodes[n]
  if (!(node instanceof FifoQueueNode)) throw new TypeError(`Node ${n} is no FIFO queue`)
  return node.queue
}
