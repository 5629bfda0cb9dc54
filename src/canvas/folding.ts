import { useMemo, useRef } from 'react'
import type { Scenario, StreamNode } from '../scenario/scenario.ts'
import { type GaugeReader, useGauges } from '../state/index.ts'
import { readersOf } from './geometry.ts'

/** So many tapes are drawn in full; of more shards only the worst ones. */
const OPEN_WITHOUT_FOLDING = 4
const OPEN_MAX = 3
/** A folded shard must be clearly worse before it takes the place of an open one. */
const WORSE = 1.5

/** Which tapes are folded, per stream. A shard that refuses or lags is not, and open ones stay open while they can. */
export function useFolded(scenario: Scenario): ReadonlyMap<string, readonly boolean[]> {
  const open = useRef(new Map<string, number[]>())
  const key = useGauges((g) =>
    scenario.nodes
      .filter((node) => node.kind === 'stream' && node.shards > OPEN_WITHOUT_FOLDING)
      .map((node) => `${node.id}:${openShards(node as StreamNode, scenario, g, open.current).join()}`)
      .join(';'),
  )
  return useMemo(() => {
    const folded = new Map<string, boolean[]>()
    for (const entry of key.split(';').filter(Boolean)) {
      const at = entry.lastIndexOf(':')
      const id = entry.slice(0, at)
      const shards = new Set(
        entry
          .slice(at + 1)
          .split(',')
          .map(Number),
      )
      const stream = scenario.nodes.find((node) => node.id === id)
      if (stream?.kind === 'stream')
        folded.set(
          id,
          Array.from({ length: stream.shards }, (_, shard) => !shards.has(shard)),
        )
    }
    return folded
  }, [key, scenario])
}

function openShards(stream: StreamNode, scenario: Scenario, g: GaugeReader, kept: Map<string, number[]>): number[] {
  const readers = readersOf(scenario, stream.id)
  const scores = Array.from({ length: stream.shards }, (_, shard) => {
    const refused = g.rate(stream.id, 'refusedByRecordsTotal', shard) + g.rate(stream.id, 'refusedByBytesTotal', shard)
    const behind = Math.max(0, ...readers.map((reader) => g.nowMicros - g.value(reader, 'caretAtMicros', shard))) / 1e6
    return refused * 10 + behind
  })
  const score = (shard: number) => scores[shard] ?? 0
  const open = (kept.get(stream.id) ?? [0, 1, 2]).filter((shard) => shard < stream.shards).slice(0, OPEN_MAX)
  for (let shard = 0; shard < stream.shards; shard++) {
    if (open.includes(shard)) continue
    const calmest = open.reduce((a, b) => (score(b) < score(a) ? b : a), open[0] ?? 0)
    if (score(shard) > Math.max(5, score(calmest) * WORSE)) open[open.indexOf(calmest)] = shard
  }
  open.sort((a, b) => a - b)
  kept.set(stream.id, open)
  return open
}
