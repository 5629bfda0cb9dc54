import { type PointerEvent, useMemo, useRef } from 'react'
import { session, useGauges, useScenario, useSession, useView, viewStore } from '../state/index.ts'
import { useSize } from '../ui/useSize.ts'
import { ChartRow } from './ChartRow.tsx'
import { Cursor } from './Cursor.tsx'
import { gaugesOf } from './chartSpec.ts'
import { chooseCharts } from './chooseCharts.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { useHistory } from './useHistory.ts'
import './charts.css'

/** Height below which a curve is no longer one. */
const ROW_PX = 50
const INSET_PX = 16

/** Small charts on one time axis with one cursor; the first follows the selected node. */
export default function Charts() {
  const { durationMicros } = useSession()
  const scenario = useScenario((state) => state.scenario)
  const selectedId = useView((view) => view.selectedId)
  const plots = useRef<HTMLDivElement>(null)
  const size = useSize(plots)
  const width = Math.max(0, size.width - 2 * INSET_PX)
  const most = Math.max(2, Math.min(4, Math.floor((size.height - 20) / ROW_PX)))
  const meanBytes = useMeanBytes(selectedId)
  const specs = useMemo(
    () => chooseCharts(scenario, selectedId, meanBytes, most),
    [scenario, selectedId, meanBytes, most],
  )
  const history = useHistory(
    useMemo(() => gaugesOf(specs), [specs]),
    durationMicros,
    width,
  )
  const momentAt = (event: PointerEvent) => {
    const box = plots.current?.getBoundingClientRect()
    if (box === undefined || width <= 0) return null
    const share = (event.clientX - box.left - INSET_PX) / width
    return Math.min(1, Math.max(0, share)) * durationMicros
  }
  return (
    <section
      className="charts"
      aria-label="Charts"
      style={{ gridTemplateRows: `repeat(${specs.length}, minmax(0, 1fr)) 20px` }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the timeline above does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the timeline above does the same by keyboard */}
      <div
        ref={plots}
        className="charts-plots"
        onPointerMove={(event) => viewStore.getState().setCursor(momentAt(event))}
        onPointerLeave={() => viewStore.getState().setCursor(null)}
        onClick={(event) => {
          const moment = momentAt(event as unknown as PointerEvent)
          if (moment !== null) session.seek(moment)
        }}
      >
        <Cursor durationMicros={durationMicros} width={width} interventions={scenario.interventions} />
      </div>
      {specs.map((spec, i) => (
        <ChartRow
          key={spec.id}
          row={i + 1}
          spec={spec}
          history={history}
          durationMicros={durationMicros}
          width={width}
        />
      ))}
      <button
        type="button"
        className="text-button charts-more"
        style={{ gridRow: specs.length + 1 }}
        onClick={() => viewStore.setState({ bench: {} })}
      >
        More charts
      </button>
      <TimeAxis row={specs.length + 1} durationSeconds={durationMicros / 1e6} width={width} />
    </section>
  )
}

/** Mean size with key of what the charted stream has stored, to three digits as the line is named: it must not tremble, and not lie. */
function useMeanBytes(selectedId: string | null): number | null {
  const streamId = useScenario(({ scenario }) => {
    const streams = scenario.nodes.filter((node) => node.kind === 'stream')
    return (streams.find((node) => node.id === selectedId) ?? streams[0])?.id ?? ''
  })
  return useGauges((reader) => {
    const stored = streamId === '' ? 0 : reader.value(streamId, 'storedTotal')
    if (!(stored > 0)) return null
    const mean = reader.value(streamId, 'storedBytesTotal') / stored
    return Number(mean.toPrecision(3))
  })
}
