import type { NodeKind, Scenario, ScenarioNode } from '../scenario.ts'

// How much of the canvas nodes take, roughly: this layer knows documents and not how they are drawn.

/** Room that a node takes downwards, for what is put below it. */
export const HEIGHTS: Readonly<Partial<Record<NodeKind, number>>> = {
  stream: 260,
  queue: 350,
  fifoQueue: 230,
  kinesisQueue: 210,
  topic: 200,
  monolith: 230,
}
const SHARD_HEIGHT = 120
export const WORKER_HEIGHT = 32
export const READER_HEIGHT = 120
export const WIDEST_READER = 240
export const GAP = 60

export const workersOf = (node: ScenarioNode): number => ('workers' in node ? node.workers : 1)

export const tops = ({ nodes }: Scenario): number[] => nodes.map(({ y }) => y)

export const rightOf = ({ nodes }: Scenario): number => Math.max(...nodes.map(({ x }) => x)) + WIDEST_READER

export function bottomOf({ nodes }: Scenario): number {
  const bottoms = nodes.map((node) => {
    const rows = node.kind === 'stream' ? node.shards * SHARD_HEIGHT : workersOf(node) * WORKER_HEIGHT
    return node.y + (HEIGHTS[node.kind] ?? READER_HEIGHT) + (node.kind === 'queue' ? 0 : rows)
  })
  return Math.max(0, ...bottoms)
}
