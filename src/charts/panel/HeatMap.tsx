import { useId, useRef } from 'react'
import { useSize } from '../../ui/useSize.ts'
import type { ChartView } from './chartView.ts'
import { PlotCursor } from './PlotCursor.tsx'
import { type ShardCells, shadeOf } from './shardCells.ts'
import { TimeTicks } from './TimeTicks.tsx'
import { LEFT_PX, RIGHT_PX } from './ViewPlot.tsx'

const HEIGHT_PX = 220
const TOP_PX = 20
const BOTTOM_PX = 20
const LABEL_PX = 13
/** Shares of ink, by shade. */
const SHADES = [0, 0.12, 0.27, 0.45, 0.66, 0.9]
const SHADE_WORDS = [
  '',
  'to a quarter',
  'to a half',
  'to three quarters',
  'to the limit',
  'beyond, out of saved tokens',
]

type HeatMapProps = { shards: readonly ShardCells[]; view: ChartView; title: string; durationMicros: number }

/** Time to the right, hash keys downwards: each shard is as high as its range, as dark as it is full, and hatched where it refused. */
export function HeatMap({ shards, view, title, durationMicros }: HeatMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const hatch = useId()
  const right = width - RIGHT_PX
  const floor = HEIGHT_PX - BOTTOM_PX
  const x = (micros: number) => LEFT_PX + (micros / Math.max(1, durationMicros)) * (right - LEFT_PX)
  const y = (hash: number) => TOP_PX + hash * (floor - TOP_PX)
  const cells = (isMeant: (shard: ShardCells, column: number) => boolean) =>
    shards
      .flatMap((shard) =>
        Array.from(shard.stored, (_, i) =>
          isMeant(shard, i)
            ? `M${x(i * view.stepMicros).toFixed(1)} ${(y(shard.from) + 0.5).toFixed(1)}H${x((i + 1) * view.stepMicros).toFixed(1)}V${(y(shard.to) - 0.5).toFixed(1)}H${x(i * view.stepMicros).toFixed(1)}Z`
            : '',
        ),
      )
      .join('')
  return (
    <>
      <div className="bench-plot" ref={box} style={{ height: HEIGHT_PX }}>
        {width > 0 && (
          <svg width={width} height={HEIGHT_PX} aria-hidden="true">
            <Hatch id={hatch} />
            <text className="chart-tick" y={11}>
              hash keys
            </text>
            {SHADES.map((opacity, shade) => (
              <path
                key={opacity}
                d={cells(({ share }, i) => !Number.isNaN(share[i]) && shadeOf(share[i]!) === shade)}
                fill={shade === 0 ? 'var(--sunk)' : 'var(--ink)'}
                fillOpacity={shade === 0 ? 1 : opacity}
              />
            ))}
            <path d={cells(({ refused }, i) => (refused[i] ?? 0) > 0)} fill={`url(#${hatch})`} />
            {openLast(shards).map(({ shard, from, to }) => (
              <text key={shard} className="chart-tick" x={LEFT_PX - 6} y={y((from + to) / 2) + 4} textAnchor="end">
                {y(to) - y(from) >= LABEL_PX ? `Shard ${shard + 1}` : ''}
              </text>
            ))}
            <TimeTicks durationMicros={durationMicros} from={LEFT_PX} to={right} floor={floor} />
          </svg>
        )}
        <PlotCursor view={view} title={title} durationMicros={durationMicros} width={width} />
      </div>
      <ul className="bench-shades" aria-label="What the shades mean">
        {SHADE_WORDS.map((words, shade) =>
          words === '' ? null : (
            <li key={words}>
              <svg width="16" height="12" aria-hidden="true">
                <rect width="16" height="12" fill="var(--ink)" fillOpacity={SHADES[shade]} />
              </svg>
              {words}
            </li>
          ),
        )}
        <li>
          <svg width="16" height="12" aria-hidden="true">
            <Hatch id={`${hatch}l`} />
            <rect width="16" height="12" fill={`url(#${hatch}l)`} />
          </svg>
          refused
        </li>
      </ul>
    </>
  )
}

/** Strokes that stand out on the darkest shade too. */
function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--stop-wash)" />
        <line y2="5" stroke="var(--stop)" strokeWidth="2.6" />
      </pattern>
    </defs>
  )
}

/** Those that are open in the latest column of which anything is known of any shard. */
function openLast(shards: readonly ShardCells[]): ShardCells[] {
  const latest = Math.max(...shards.map(({ stored }) => stored.findLastIndex((value) => !Number.isNaN(value))))
  return shards.filter(({ stored }) => !Number.isNaN(stored[latest]))
}
