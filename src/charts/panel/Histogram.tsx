import { useRef } from 'react'
import { rateText } from '../../ui/rateText.ts'
import { useSize } from '../../ui/useSize.ts'
import { axisTicks } from './axisTicks.ts'
import { durationText, shareName } from './latencyView.ts'
import type { LatencyAnswer } from './useLatency.ts'
import { LEFT_PX, RIGHT_PX } from './ViewPlot.tsx'

const HEIGHT_PX = 132
const TOP_PX = 26
const BOTTOM_PX = 20
const TICKS_AT_MOST = 3

/** How many records took how long: one bar from each round time to the next, and the percentiles over them. */
export function Histogram({ answer: { bins, percentiles } }: { answer: LatencyAnswer }) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const floor = HEIGHT_PX - BOTTOM_PX
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const { ticks } = axisTicks(most, 'records', TICKS_AT_MOST)
  const y = (count: number) => floor - (count / most) * (floor - TOP_PX)
  const each = Math.max(0, width - LEFT_PX - RIGHT_PX) / Math.max(1, bins.length)
  const x = (micros: number) => LEFT_PX + placeIn(bins, micros) * each
  return (
    <div ref={box} style={{ height: HEIGHT_PX }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT_PX} aria-hidden="true">
          <text className="chart-tick" x={LEFT_PX - 6} y={11} textAnchor="end">
            records
          </text>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={LEFT_PX} x2={width - RIGHT_PX} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
              <text className="chart-tick" x={LEFT_PX - 6} y={y(tick) + 4} textAnchor="end">
                {rateText(tick)}
              </text>
            </g>
          ))}
          {bins.map(({ fromMicros, toMicros, count }, i) => (
            <g key={fromMicros} transform={`translate(${(LEFT_PX + i * each).toFixed(1)} 0)`}>
              <rect x={1} width={Math.max(1, each - 2)} y={y(count)} height={floor - y(count)} fill="var(--line-2)" />
              <text className="chart-tick" y={floor + 14} textAnchor={i === 0 ? 'start' : 'middle'}>
                {each > 44 || i % 3 === 0 ? durationText(fromMicros * 1e-6) : ''}
              </text>
              {i === bins.length - 1 && (
                <text className="chart-tick" x={each} y={floor + 14} textAnchor="end">
                  {each > 90 ? durationText(toMicros * 1e-6) : ''}
                </text>
              )}
            </g>
          ))}
          {percentiles.map(({ share, micros }, i) => (
            <g key={share} transform={`translate(${x(micros).toFixed(1)} 0)`}>
              <line y1={TOP_PX - 4} y2={floor} stroke="var(--ink)" strokeDasharray={['', '7 2.5', '2.5 2'][i] ?? ''} />
              <text className="chart-tick chart-halo" y={11 + (i % 2) * 11} textAnchor="middle">
                {shareName(share)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}

/** Where a time stands among the bins: its bin, and how far between the logarithms of its edges. */
function placeIn(bins: LatencyAnswer['bins'], micros: number): number {
  const at = bins.findIndex(({ toMicros }) => micros < toMicros)
  const bin = bins[at]
  if (bin === undefined) return bins.length
  if (bin.fromMicros <= 0) return at + micros / bin.toMicros
  return at + Math.log(micros / bin.fromMicros) / Math.log(bin.toMicros / bin.fromMicros)
}
