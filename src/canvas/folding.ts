import { useMemo, useRef } from 'react'
import type { Scenario } from '../scenario/scenario.ts'
import { type GaugeReader, useGauges } from '../state/index.ts'
import { OPEN_MAX, OPEN_WITHOUT_FOLDING } from './foldedAtStart.ts'
import { readersOf } from './geometry.ts'
import type { ShownShard } from './shownShards.ts'

/** A folded shard must be clearly worse before it takes the place of an open one. */
const WORSE = 1.5

/** Which tapes are folded, per stream. A shard that refuses or lags is not, and open ones stay open while they can. */
export function useFolded(
  scenario: Scenario,
  shown: ReadonlyMap<string, readonly ShownShard[]>,
): ReadonlyMap<string, readonly boolean[]> {
  const open = useRef(new Map<string, number[]>())
  const key = useGauges((g) =>
    scenario.nodes
      .filter((node) => node.kind === 'stream')
      .map((node) => ({ id: node.id, shards: takingShards(shown.get(node.id)) }))
      .filter(({ shards }) => shards.length > OPEN_WITHOUT_FOLDING)
      .map(({ id, shards }) => `${id}:${openShards(id, shards, scenario, g, open.current).join()}`)
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
      const most = Math.max(0, ...takingShards(shown.get(id)))
      folded.set(
        id,
        Array.from({ length: most + 1 }, (_, shard) => !shards.has(shard)),
      )
    }
    return folded
  }, [key, shown])
}

/** Shards that take records, in the order of their hash keys. */
const takingShards = (shown: readonly ShownShard[] = []) =>
  shown.filter(({ closed }) => !closed).map(({ shard }) => shard)

function openShards(
  id: string,
  shards: readonly number[],
  scenario: Scenario,
  g: GaugeReader,
  kept: Map<string, number[]>,
): number[] {
  const readers = readersOf(scenario, id)
  const score = (shard: number) => {
    const refused = g.rate(id, 'refusedByRecordsTotal', shard) + g.rate(id, 'refusedByBytesTotal', shard)
    const behind = Math.max(0, ...readers.map((reader) => g.nowMicros - g.value(reader, 'caretAtMicros', shard))) / 1e6
    return refused * 10 + behind
  }
  const before = (kept.get(id) ?? []).filter((shard) => shards.includes(shard))
  const open = [...before, ...shards.filter((shard) => !before.includes(shard))].slice(0, OPEN_MAX)
  for (const shard of shards) {
    if (open.includes(shard)) continue
    const calmest = open.reduce((a, b) => (score(b) < score(a) ? b : a), open[0] ?? 0)
    if (score(shard) > Math.max(5, score(calmest) * WORSE)) open[open.indexOf(calmest)] = shard
  }
  open.sort((a, b) => a - b)
  kept.set(id, open)
  return open
}
