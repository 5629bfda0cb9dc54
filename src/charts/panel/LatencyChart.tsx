import { useEffect } from 'react'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import { readGauges, useGauges } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { Played } from '../../ui/Played.tsx'
import { rateText } from '../../ui/rateText.ts'
import type { ChartProps } from './GaugeChart.tsx'
import { Histogram } from './Histogram.tsx'
import { durationText, latencyView, shareName } from './latencyView.ts'
import { TableSheet } from './TableSheet.tsx'
import { type LatencyAnswer, useLatency } from './useLatency.ts'
import { Card, ViewChart, ViewTable } from './ViewCard.tsx'

type LatencyChartProps = Pick<ChartProps<unknown>, 'node' | 'durationMicros' | 'onRemove'>

/** How long records took from put to processed: percentiles over time, and how they spread. */
export function LatencyChart({ node, durationMicros, onRemove }: LatencyChartProps) {
  const { asked, share, measure, cancel } = useLatency(node.id, durationMicros)
  // Measured once when it is opened; then whenever somebody asks, since each time the run is played again.
  useEffect(() => measure(readGauges().nowMicros), [measure])
  const title = `${node.name}: latency, put to processed`
  const said = asked !== null && asked !== 'asking' ? asked : null
  const answer = said?.answer.kind === 'latency' ? said.answer : null
  const view = answer && latencyView(title, answer)
  return (
    <Card
      title={title}
      onRemove={onRemove}
      table={
        view &&
        answer && (
          <>
            <ViewTable view={view} title={title} />
            <BinTable answer={answer} title={`${title}, spread`} />
          </>
        )
      }
      foot={<Foot node={node} />}
    >
      <p className="bench-ask" role="status">
        {asked === 'asking' ? (
          <>
            The run is played once more. <Played share={share} />
            <Button onClick={cancel}>Cancel</Button>
          </>
        ) : (
          <>
            {answer && <Summary answer={answer} untilMicros={said?.untilMicros ?? 0} />}
            {said?.answer.kind === 'none' && said.answer.message} <MeasureAgain measure={measure} />
          </>
        )}
      </p>
      {view && answer && (
        <>
          <ViewChart view={view} title={title} durationMicros={durationMicros} />
          <Histogram answer={answer} />
        </>
      )}
    </Card>
  )
}

/** It alone follows the playhead: the curves stay as they were measured. */
function MeasureAgain({ measure }: { measure: (untilMicros: number) => void }) {
  const now = useGauges((reader) => reader.nowMicros)
  return <Button onClick={() => measure(now)}>Measure up to {clockText(now)}</Button>
}

function Summary({ answer, untilMicros }: { answer: LatencyAnswer; untilMicros: number }) {
  return (
    <span>
      {rateText(answer.count)} records up to {clockText(untilMicros)}:{' '}
      {answer.percentiles.map(({ share, micros }) => `${shareName(share)} ${durationText(micros * 1e-6)}`).join(', ')}
      {answer.isCut && ' (later ones were not measured)'}
    </span>
  )
}

function BinTable({ answer, title }: { answer: LatencyAnswer; title: string }) {
  const rows = answer.bins.map(({ fromMicros, toMicros, count }) => [fromMicros * 1e-6, toMicros * 1e-6, count])
  return (
    <TableSheet
      title={title}
      table={{ head: ['from, s', 'to under, s', 'records'], rows }}
      cell={(value, column) => (column < 2 ? durationText(value) : rateText(value))}
      foot="One row for each bar"
    />
  )
}

/** What is measured, and what AWS measures instead. */
function Foot({ node }: { node: ScenarioNode }) {
  return (
    <p className="bench-metric">
      From the moment a record is stored to the end of its first work. Each percentile is a time that a record really
      took (nearest rank). CloudWatch: none
      {node.kind === 'lambda' ? '; Duration is of an invocation alone, without the wait.' : '.'}
    </p>
  )
}
