import { type ReactNode, useRef, useState } from 'react'
import { useGauges, useView } from '../../state/index.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Choice.tsx'
import { clockText } from '../../ui/clockText.ts'
import { icons } from '../../ui/icons.tsx'
import { useSize } from '../../ui/useSize.ts'
import { valueAt } from '../lineValues.ts'
import { cellText, tableOf } from './chartTable.ts'
import type { ChartView } from './chartView.ts'
import { PlotCursor } from './PlotCursor.tsx'
import { TableSheet } from './TableSheet.tsx'
import { ViewPlot } from './ViewPlot.tsx'

const HEIGHT_PX = 168

type CardProps = {
  title: string
  onRemove: () => void
  /** The numbers as a table; null while there are none, absent where the chart is a table already. */
  table?: ReactNode
  /** What stands below in either form. */
  foot?: ReactNode
  children: ReactNode
}

/** The frame of every chart: its name, chart or table, and a way to be rid of it. */
export function Card({ title, onRemove, table, foot, children }: CardProps) {
  const [as, setAs] = useState<'chart' | 'table'>('chart')
  return (
    <article className="bench-card" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {table !== undefined && (
          <Segments
            label={`${title} as`}
            value={as}
            options={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
            onChange={setAs}
          />
        )}
        <IconButton label={`Remove ${title}`} onClick={onRemove}>
          {icons.close}
        </IconButton>
      </header>
      {as === 'table' && table ? table : children}
      {foot}
    </article>
  )
}

type ViewCardProps = {
  view: ChartView | null
  title: string
  durationMicros: number
  onRemove: () => void
  foot: ReactNode
}

/** A chart over time. */
export function ViewCard({ view, title, durationMicros, onRemove, foot }: ViewCardProps) {
  const known = view ?? EMPTY
  return (
    <Card title={title} onRemove={onRemove} table={view && <ViewTable view={view} title={title} />} foot={foot}>
      <ViewChart view={known} title={title} durationMicros={durationMicros} />
    </Card>
  )
}

type ViewChartProps = { view: ChartView; title: string; durationMicros: number }

/** Axes and curves, what they are called, and what has to be said of them. */
export function ViewChart({ view, title, durationMicros }: ViewChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  return (
    <>
      <div className="bench-plot" ref={box} style={{ height: HEIGHT_PX }}>
        {width > 0 && <ViewPlot view={view} durationMicros={durationMicros} width={width} height={HEIGHT_PX} />}
        <PlotCursor view={view} title={title} durationMicros={durationMicros} width={width} />
      </div>
      <Legend view={view} />
      {view.note && <p className="quiet bench-note">{view.note}</p>}
    </>
  )
}

/** The same numbers, one row a moment. */
export function ViewTable({ view, title }: { view: ChartView; title: string }) {
  const table = tableOf(view)
  const text = cellText(view)
  return (
    <TableSheet
      title={title}
      table={table}
      cell={(value, column) => (column === 0 ? clockText(value * 1e6) : text(value))}
      foot={`One row every ${Number(table.everySeconds.toPrecision(3))} s`}
    />
  )
}

const EMPTY: ChartView = { title: '', unit: '', text: String, lines: [], stepMicros: 1_000_000 }

/** The curves by name, each with its stroke and its value at the cursor, else now. */
function Legend({ view }: { view: ChartView }) {
  const pointed = useView((state) => state.cursorMicros)
  const now = useGauges((reader) => reader.nowMicros)
  return (
    <dl className="bench-legend">
      {view.lines.map(({ label, ink, dash, values }) => (
        <div key={label}>
          <svg width="22" height="8" aria-hidden="true">
            <line x2="22" y1="4" y2="4" stroke={ink} strokeWidth="2" strokeDasharray={dash} />
          </svg>
          <dt>{label}</dt>
          <dd>{view.text(valueAt(values, view.stepMicros, pointed ?? now))}</dd>
        </div>
      ))}
    </dl>
  )
}
