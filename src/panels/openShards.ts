import type { ScenarioNode, StreamNode } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'
import type { GaugeReader } from '../state/index.ts'

const OPEN = 1

/** Shards that take records now, in the order of their hash keys, 0-based; before the run has said anything, those of its start. */
export function openShards(g: GaugeReader, stream: StreamNode): number[] {
  const { id } = stream
  const rows = Array.from({ length: g.rows(id) }, (_, shard) => shard)
  const open = rows.filter((shard) => g.value(id, 'shardState', shard) === OPEN)
  if (open.length === 0) return Array.from({ length: shardsAtStart(stream) }, (_, shard) => shard)
  return open.sort((a, b) => g.value(id, 'hashFrom', a) - g.value(id, 'hashFrom', b))
}

/** How many a stream has now; 0 for other nodes. */
export const shardCount = (g: GaugeReader, node: ScenarioNode): number =>
  node.kind === 'stream' ? openShards(g, node).length : 0
