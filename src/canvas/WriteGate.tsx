import { useGauges } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { byteLimit, count } from './readouts.ts'
import type { ShardRow } from './streamGeometry.ts'
import { meanRecordBytes } from './TapeFrame.tsx'

/** Demand beyond the limit is hatched up to this share of the tape; the number says the rest. */
const OVER_MAX = 0.6
/** A calm scene shows its gates once this share of a limit is used. */
const CALM_SHARE = 0.25

/** Records and bytes a second against the write limits, as bars as tall as the tape. */
export function WriteGate({ stream, shard, row }: { stream: PlacedStream; shard: number; row: ShardRow }) {
  const { node, geometry } = stream
  const { records, bytes } = useGauges((g) => {
    const attempts = g.rate(node.id, 'attemptsTotal', shard)
    return {
      records: Math.round((g.rate(node.id, 'kinesisAttemptsTotal', shard) / node.writeRecordsPerSecond) * 200) / 200,
      bytes: Math.round(((attempts * meanRecordBytes(g, node.id, shard)) / node.writeBytesPerSecond) * 200) / 200,
    }
  })
  if (geometry.calm && Math.max(records, bytes) < CALM_SHARE) return null
  const height = row.tapeBottom - row.tapeTop
  return (
    <g>
      <VerticalGauge x={geometry.gateX - 5} y={row.tapeTop} height={height} width={10} share={records} />
      <VerticalGauge x={geometry.gateX + 9} y={row.tapeTop} height={height} width={6} share={bytes} />
    </g>
  )
}

/** A bar whose frame's top is the limit. */
export function VerticalGauge({
  x,
  y,
  height,
  width,
  share,
}: {
  x: number
  y: number
  height: number
  width: number
  share: number
}) {
  const filled = Math.max(0, Math.min(1, share)) * height
  const over = Math.min(OVER_MAX, share - 1) * height
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} className="fill-sunk" />
      <rect x={x} y={y + height - filled} width={width} height={filled} className="fill-ink-2" />
      {over > 0 && <rect x={x + 0.5} y={y - over} width={width - 1} height={over} className="over" />}
      <line x1={x - 2} x2={x + width + 2} y1={y} y2={y} className={over > 0 ? 'lim is-full' : 'lim'} />
    </g>
  )
}

/** What the gauges of the first shard are, with leader lines, once a scene. */
export function GateNotes({
  stream,
  row,
  y,
  readers,
}: {
  stream: PlacedStream
  row: ShardRow
  y: number
  readers: number
}) {
  const { node, geometry } = stream
  const { gateX, readGateX } = geometry
  const calls = node.readCallsPerSecond > 0 ? `, ${count(node.readCallsPerSecond)} calls/s` : ''
  const gateBottom = row.readGate.y + row.readGate.height
  return (
    <g>
      <path
        d={`M${gateX} ${row.tapeBottom + 3}V${y - 3.5}M${gateX + 12} ${row.tapeBottom + 3}V${y - 3.5}M${gateX - 0.5} ${y - 3.5}H${gateX + 20}`}
        className="leader"
      />
      <text x={geometry.tapeX} y={y} className="t-tick">
        write limit {count(node.writeRecordsPerSecond)} rec/s, {byteLimit(node.writeBytesPerSecond)}
      </text>
      {readers > 0 && (
        <>
          <path
            d={`M${readGateX + 3} ${gateBottom + 2}V${y - 3.5}H${readGateX - 6}M${readGateX + 15} ${gateBottom + 2}V${y - 3.5}H${readGateX}`}
            className="leader"
          />
          <text x={readGateX - 9} y={y} textAnchor="end" className="t-tick">
            read limit {byteLimit(node.readBytesPerSecond)}
            {calls}
          </text>
        </>
      )}
    </g>
  )
}
