import { useEffect, useState } from 'react'
import { isPlain } from '../scenario/plainKinds.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type GaugeOfNode, requestSeries, useGauges, useScenario } from '../state/index.ts'
import { stretchesOf } from './stretches.ts'

/** Fine enough to see, coarse enough to ask for once a second. */
const PIECES = 200
const REFRESH_MICROS_SHARE = 1 / PIECES

/** What counts records that were refused or lost. */
async function troubleGauges({ nodes, links }: Scenario): Promise<GaugeOfNode[]> {
  const words = nodes.some(isPlain) ? (await import('../scenario/kindWords.ts')).KIND_WORDS : null
  return nodes.flatMap((node): GaugeOfNode[] => {
    if (node.kind === 'stream' || node.kind === 'queue') return [{ nodeId: node.id, name: 'refusedTotal' }]
    if (node.kind === 'application') return [{ nodeId: node.id, name: 'lostUnreadTotal' }]
    if (node.kind === 'pool') return [{ nodeId: node.id, name: 'lostTotal' }]
    if (words !== null && isPlain(node))
      return words[node.kind].readings
        .filter(({ isTrouble }) => isTrouble)
        .map(({ gauge }) => ({ nodeId: node.id, name: gauge }))
    const rows = links.filter((link) => link.from === node.id).map((_, row) => row)
    return rows.flatMap((row) => ['droppedTotal', 'givenUpTotal'].map((name) => ({ nodeId: node.id, name, row })))
  })
}

/** Stretches of the run, as shares of its length, in which records were refused or lost. */
export function useTrouble(durationMicros: number): readonly (readonly [number, number])[] {
  const scenario = useScenario((state) => state.scenario)
  // A new piece of the run is a reason to look again; a quarter of a second is not.
  const played = useGauges((reader) =>
    durationMicros > 0 ? Math.floor(reader.playedMicros / (durationMicros * REFRESH_MICROS_SHARE)) : 0,
  )
  const fingerprintAtStart = useGauges((reader) => (reader.playedMicros === 0 ? reader.fingerprint : ''))
  const [stretches, setStretches] = useState<readonly (readonly [number, number])[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the run's growth is the reason to ask again
  useEffect(() => {
    let current = true
    void troubleGauges(scenario).then(async (gauges) => {
      const values = await requestSeries(gauges, 0, durationMicros / PIECES, PIECES + 1)
      if (current) setStretches(stretchesOf(values, gauges.length, PIECES + 1))
    })
    return () => {
      current = false
    }
  }, [scenario, durationMicros, played, fingerprintAtStart])
  return stretches
}
