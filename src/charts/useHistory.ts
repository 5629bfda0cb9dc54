import { useEffect, useState } from 'react'
import type { Layout } from '../protocol/layout.ts'
import type { GaugeOfNode } from '../state/index.ts'
import { frames, requestSeries, useGauges } from '../state/index.ts'
import { gaugeKey } from './chartSpec.ts'
import type { History } from './lineValues.ts'

/** Two pixels a step: finer is not seen. */
const STEP_PX = 2

/** The layout of the present run; it changes only when the document is loaded anew. */
export function useLayout(): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(() => frames.current()?.layout ?? null)
  useEffect(() => frames.onFrame((_, next) => setLayout(next)), [])
  return layout
}

/** Steps are whole bins of the recorded history. */
export function stepOf(durationMicros: number, widthPx: number, binMicros: number): number {
  const wanted = durationMicros / Math.max(1, widthPx / STEP_PX)
  return Math.max(1, Math.ceil(wanted / binMicros)) * binMicros
}

/** Asks for the history when the run has grown or is another one; at most as often as the gauges change. */
export function useHistory(gauges: readonly GaugeOfNode[], durationMicros: number, widthPx: number): History | null {
  const layout = useLayout()
  const moment = useGauges((reader) => `${reader.playedMicros} ${reader.fingerprint}`)
  const [history, setHistory] = useState<History | null>(null)
  const wanted = gauges.map(gaugeKey).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the gauges, `moment` for the run's growth
  useEffect(() => {
    if (layout === null || widthPx <= 0 || durationMicros <= 0) return
    let current = true
    const stepMicros = stepOf(durationMicros, widthPx, layout.binMicros)
    const count = Math.floor(durationMicros / stepMicros) + 1
    void requestSeries(gauges, 0, stepMicros, count).then((values) => {
      if (!current) return
      setHistory({ stepMicros, count, values, places: new Map(gauges.map((gauge, place) => [gaugeKey(gauge), place])) })
    })
    return () => {
      current = false
    }
  }, [layout, moment, wanted, durationMicros, widthPx])
  return history
}
