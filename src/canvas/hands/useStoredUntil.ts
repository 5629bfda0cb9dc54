import { useEffect, useState } from 'react'
import { requestSeries, useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import type { StreamGeometry } from '../streamGeometry.ts'

type Known = { fromMicros: number; stepMicros: number; count: number; values: Float64Array }

/** How many records each shard had at the columns of its tape, from the history of the run; asked for while somebody points at one. */
export function useStoredUntil(
  stream: string,
  wanted: boolean,
  { tearX, tapeX }: StreamGeometry,
  unitSeconds: number,
): (shard: number, atMicros: number) => number {
  const [known, setKnown] = useState<Known | null>(null)
  const shards = useGauges((g) => g.rows(stream))
  // Once a column passes, the window has moved on by one.
  const column = useGauges((g) => (wanted ? Math.floor(g.nowMicros / (unitSeconds * 1e6)) : 0))
  const count = Math.round((tearX - tapeX) / PITCH) + 2
  useEffect(() => {
    if (!wanted) return
    let isOver = false
    const stepMicros = unitSeconds * 1e6
    const fromMicros = Math.max(0, (column - count + 1) * stepMicros)
    const gauges = Array.from({ length: shards }, (_, row) => ({ nodeId: stream, name: 'tipIndex', row }))
    void requestSeries(gauges, fromMicros, stepMicros, count).then((values) => {
      if (!isOver) setKnown({ fromMicros, stepMicros, count, values })
    })
    return () => {
      isOver = true
    }
  }, [wanted, stream, shards, column, count, unitSeconds])
  return (shard, atMicros) => {
    if (known === null) return Number.NaN
    const place = Math.round((atMicros - known.fromMicros) / known.stepMicros)
    return place < 0 || place >= known.count ? Number.NaN : (known.values[shard * known.count + place] ?? Number.NaN)
  }
}
