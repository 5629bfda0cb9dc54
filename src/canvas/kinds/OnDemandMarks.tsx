import { seenId } from '../../protocol/layout.ts'
import { byteUnit } from '../../scenario/byteUnits.ts'
import { onDemandNumbers } from '../../scenario/streamNumbers.ts'
import { whereOf } from '../../scenario/where.ts'
import { type GaugeReader, useGauges } from '../../state/index.ts'
import type { PlacedStream } from '../geometry.ts'
import { NAME_HEIGHT } from '../measures.ts'
import { byteLimit } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import type { ShardRow } from '../streamGeometry.ts'
import { type Cut, countdown, cutsOf, meterOf } from './onDemandDrawing.ts'
import './kinds.css'

const METER = { x: 100, y: NAME_HEIGHT + 9, width: 190, height: 10 }
const WORDS_Y = NAME_HEIGHT + 36

/**
 * What a stream that scales by itself shows beside its tapes: how much it takes against how much is tried, a box for each shard; and on
 * the ruler, where the service is about to cut it, with a ring that empties until then (KIN5.06).
 */
export default function OnDemandMarks({ stream }: { stream: PlacedStream }) {
  const { node, geometry, shown } = stream
  const numbers = onDemandNumbers(whereOf(useScene().scenario))
  const open = shown.filter(({ closed }) => !closed).map(({ shard }) => shard)
  const { cuts, meter, tried } = useGauges((g) => {
    const triedBytes = triedBytesOf(g, node.id)
    const splitsAtMicros = (shard: number) => g.value(seenId(node.id), 'splitsAtMicros', shard) || 0
    const now = { open, shardBytes: node.writeBytesPerSecond, triedBytes, nowMicros: g.nowMicros, splitsAtMicros }
    return { cuts: cutsOf(now), meter: meterOf(now, METER.width), tried: measured(triedBytes) }
  })
  if (numbers === null || geometry.ruler === null) return null
  const { splitWithinMicros, splitBytesPerSecond } = numbers
  const { box, limit, filled, over, coming } = meter
  const { x, y, width, height } = METER
  const [next] = cuts
  const later = cuts.length > 1 ? `, ${cuts.length - 1} more after it` : ''
  return (
    <>
      <text x={10} y={y + 11} className="t-ui">
        <tspan className="strong">{byteLimit(open.length * node.writeBytesPerSecond)}</tspan>
      </text>
      <g transform={`translate(${x} ${y})`}>
        <rect width={limit} height={height} className="fill-store" />
        <rect width={filled} height={height} className="fill-ink-2" />
        {over > 0 && <rect x={limit} width={Math.min(over, width - limit)} height={height} className="over" />}
        <path d={boxes(0, open.length, box, height)} className="axis" />
        <path d={boxes(open.length, coming, box, height)} className="to-come" />
        <path d={`M${limit} -3V${height + 3}`} className={over > 0 ? 'lim is-full' : 'lim'} />
        <text x={Math.max(limit + coming * box, limit + over) + 9} y={height - 1} className="t-tick">
          {tried} tried
        </text>
      </g>
      <text x={x} y={WORDS_Y} className="t-tick">
        1 box = 1 shard.{' '}
        {next === undefined
          ? `Above ${byteLimit(splitBytesPerSecond)} one is cut within ${splitWithinMicros / 6e7} min.`
          : `Shard ${next.shard + 1} is cut in ${countdown(next.inMicros)}${later}.`}
      </text>
      {geometry.shards
        .filter((row) => !row.closed)
        .map((row) => (
          <Own
            key={row.shard}
            stream={stream}
            row={row}
            cut={cuts.find(({ shard }) => shard === row.shard)}
            withinMicros={splitWithinMicros}
            splitShare={splitBytesPerSecond / node.writeBytesPerSecond}
          />
        ))}
    </>
  )
}

type OwnProps = {
  stream: PlacedStream
  row: ShardRow
  cut: Cut | undefined
  withinMicros: number
  splitShare: number
}

const RING = 6

/** Of one shard: from where on it is cut, as a tick at its bar of bytes, and its cut on the ruler. */
function Own({ stream, row, cut, withinMicros, splitShare }: OwnProps) {
  const { ruler, gateX } = stream.geometry
  if (ruler === null) return null
  const right = ruler.x + ruler.width
  const middle = (row.top + row.bottom) / 2
  const tickY = row.tapeBottom - Math.min(1, splitShare) * (row.tapeBottom - row.tapeTop)
  return (
    <>
      {!row.folded && <path d={`M${gateX + 6} ${tickY}h12`} className="ink-line" />}
      {cut !== undefined && (
        <>
          <path d={`M${ruler.x - 6} ${middle}H${right + 4}`} className="cut-here" />
          <g transform={`translate(${right + 4 + RING} ${middle}) rotate(-90)`}>
            <circle r={RING} className="cut-ring" />
            <circle
              r={RING}
              pathLength={1}
              strokeDasharray={`${cut.inMicros / withinMicros} 1`}
              className="cut-ring is-left"
            />
          </g>
          <text x={right + 4 + RING} y={middle + RING + 13} textAnchor="middle" className="t-tick halo">
            {countdown(cut.inMicros)}
          </text>
        </>
      )}
    </>
  )
}

const boxes = (from: number, count: number, box: number, height: number): string =>
  Array.from({ length: count }, (_, i) => `M${(from + i) * box} 0h${box}v${height}h${-box}z`).join('')

/** Attempts by their mean size: what is refused has no size of its own in the gauges. */
function triedBytesOf(g: GaugeReader, id: string): number {
  const [records, bytes] = [g.rate(id, 'storedTotal'), g.rate(id, 'storedBytesTotal')]
  const stored = g.value(id, 'storedTotal')
  const mean = records > 0 ? bytes / records : stored > 0 ? g.value(id, 'storedBytesTotal') / stored : 0
  return g.rate(id, 'attemptsTotal') * mean
}

function measured(bytesPerSecond: number): string {
  const [divisor, name] = byteUnit(bytesPerSecond)
  return `${Number((bytesPerSecond / divisor).toPrecision(2))} ${name}/s`
}
