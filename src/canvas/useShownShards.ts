import { useMemo } from 'react'
import type { Scenario } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import { readersOf } from './geometry.ts'
import { type ShownShard, shownShards } from './shownShards.ts'

/** Which shards of each stream are drawn now; the same object while they stay the same. */
export function useShownShards(scenario: Scenario): ReadonlyMap<string, readonly ShownShard[]> {
  const key = useGauges((g) =>
    JSON.stringify(
      scenario.nodes
        .filter((node) => node.kind === 'stream')
        .map((node) => [node.id, shownShards(node, readersOf(scenario, node.id), g)]),
    ),
  )
  return useMemo(() => new Map(JSON.parse(key) as [string, ShownShard[]][]), [key])
}
