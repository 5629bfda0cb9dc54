import { useMemo } from 'react'
import { valueAt } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { rateText } from '../../ui/rateText.ts'
import { useHistory } from '../useHistory.ts'
import type { ChartView } from './chartView.ts'
import { type ChartProps, useNodeLayout } from './GaugeChart.tsx'
import { HeatMap } from './HeatMap.tsx'
import { type ShardCells, shardCells, shardGauges } from './shardCells.ts'
import { Card, ViewTable } from './ViewCard.tsx'

/** Two pixels a step make some seventy columns. */
const COLUMNS_PX = 144

/** The shards of a stream by their hash ranges over time: how full each was, and where it refused. */
export function ShardMap({ node, scenario, durationMicros, onRemove }: Omit<ChartProps<unknown>, 'chosen'>) {
  const rowCount = useNodeLayout(node.id)?.rowCount ?? 0
  const gauges = useMemo(() => shardGauges(node.id, rowCount), [node.id, rowCount])
  const history = useHistory(gauges, durationMicros, COLUMNS_PX)
  const shards = useMemo(
    () => (history === null ? [] : shardCells(node.id, rowCount, history, limitsOf(scenario, node.id))),
    [node.id, rowCount, history, scenario],
  )
  const title = `${node.name}: shards, written`
  const view = mapView(title, shards, history?.stepMicros ?? 1e6)
  return (
    <Card
      title={title}
      onRemove={onRemove}
      table={<ViewTable view={view} title={title} />}
      foot={
        <p className="bench-metric">
          Kinesis records a second against the limit of one shard, or bytes where those are nearer to theirs.
          CloudWatch: none at stream level; <b>IncomingRecords</b> and <b>WriteProvisionedThroughputExceeded</b> of each
          shard with enhanced monitoring
        </p>
      }
    >
      <HeatMap shards={shards} view={view} title={title} durationMicros={durationMicros} />
    </Card>
  )
}

const limitsOf = (scenario: Scenario, id: string) => (micros: number) => ({
  recordsPerSecond: Number(valueAt(scenario, id, 'writeRecordsPerSecond', micros)),
  bytesPerSecond: Number(valueAt(scenario, id, 'writeBytesPerSecond', micros)),
})

/** The same as columns of numbers: what each shard stored, and what it refused where it ever did. */
export function mapView(title: string, shards: readonly ShardCells[], stepMicros: number): ChartView {
  const column = (label: string, values: Float64Array) => ({ label, values, ink: 'var(--ink)', dash: '' })
  return {
    ...{ title, stepMicros, unit: 'records/s', ofPeriods: true, text: (value) => `${rateText(value)}/s` },
    lines: shards.flatMap(({ shard, stored, refused }) => [
      column(`Shard ${shard + 1}`, stored),
      ...(refused.some((value) => value > 0) ? [column(`Shard ${shard + 1} refused`, refused)] : []),
    ]),
  }
}
