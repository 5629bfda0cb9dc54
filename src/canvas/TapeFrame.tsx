import { type GaugeReader, useGauges } from '../state/index.ts'
import { type PlacedStream, topIsLimit } from './geometry.ts'
import { CELLS, PITCH } from './measures.ts'
import { byteLimit, count, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'
import type { ShardRow } from './streamGeometry.ts'

type Props = { stream: PlacedStream; shard: number; row: ShardRow }

/** A tape's paper: its floor, its top line, the tear, and the edge where old records expire. */
export function TapeFrame({ stream, shard, row }: Props) {
  const { tapeX, tearX, tailX, edgeX } = stream.geometry
  const { tapeTop: top, tapeBottom: bottom } = row
  const refuses = useGauges((g) => refusedRate(g, stream.node.id, shard) > 0)
  const { scenario } = useScene()
  const sending = scenario.links.some((link) => link.to === stream.node.id)
  const endX = expiryX(stream)
  const early = endX < tearX
  const tear = zigzag(tearX, top, bottom)
  const far = zigzag(tailX, top, bottom)
  return (
    <g>
      <rect x={tapeX - 5} y={top} width={edgeX - tapeX + 5} height={bottom - top} className="fill-store" />
      <path d={`M${tapeX} ${bottom}H${edgeX}`} className="axis" />
      <path
        d={`M${tapeX} ${top}H${tearX}`}
        className={topIsLimit(stream) ? (refuses ? 'top-line is-full' : 'top-line') : 'axis'}
      />
      <path d={`M${tailX} ${top}H${edgeX}`} className="axis dotted" />
      <path d={`${line(tear)}${line([...far].reverse(), 'L')}Z`} className="fill-paper" />
      <path d={line(tear) + line(far)} className="axis" />
      {early && <rect x={endX} y={top + 1} width={edgeX - endX} height={bottom - top - 2} className="fill-paper" />}
      <path d={`M${endX} ${top - 4}V${bottom + 4}`} className="expires" />
      {!row.folded && (
        <>
          <text x={tapeX} y={top - 8.5} className="t-tick">
            now
          </text>
          <text x={endX} y={top - 8.5} textAnchor="middle" className="t-tick halo">
            expires
          </text>
        </>
      )}
      {!sending && stream.geometry.shards[0]?.shard === shard && (
        <text x={tapeX + 10} y={(top + bottom) / 2 + 5} className="t-say">
          Nothing sends yet.
        </text>
      )}
    </g>
  )
}

/** Where records expire: after the tear, or on the linear part when that reaches so far back. */
export function expiryX({ geometry, node, unitSeconds }: PlacedStream): number {
  const x = geometry.tapeX + ((node.retentionHours * 3600) / unitSeconds) * PITCH
  return geometry.bead || x > geometry.tearX ? geometry.edgeX : x
}

/** Room of the word over the retention edge, and of the limit's name. */
const EXPIRES_ROOM = 26
const LABEL_ROOM = 180

/** Where the name of the limit ends: before the retention edge, when that would stand in its words. */
function labelEndX(stream: PlacedStream): number {
  const { tearX } = stream.geometry
  const free = tearX - (expiryX(stream) - EXPIRES_ROOM)
  return free > 0 && free < LABEL_ROOM ? tearX - free : tearX
}

export const refusedRate = (g: GaugeReader, id: string, shard: number): number =>
  g.rate(id, 'refusedByRecordsTotal', shard) + g.rate(id, 'refusedByBytesTotal', shard)

function zigzag(x: number, top: number, bottom: number): [number, number][] {
  const teeth = bottom - top > 20 ? 6 : 2
  return Array.from({ length: teeth + 1 }, (_, i) => [x + (i % 2 ? 2.2 : -2.2), top + ((bottom - top) * i) / teeth])
}
const line = (points: readonly [number, number][], first = 'M') =>
  points.map(([x, y], i) => `${i ? 'L' : first}${x} ${y}`).join('')

/**
 * The limit that binds, as a line with its name, and grey above it up to the other one: at so many
 * bytes a record, the limit in bytes may come before the limit in records.
 */
export function Ceiling({ stream, shard, row }: Props) {
  const { node, geometry, perDot, recordsLimit } = stream
  const meanBytes = useGauges((g) => meanRecordBytes(g, node.id, shard))
  if (geometry.bead) return null
  const { tapeX, tearX } = geometry
  if (!topIsLimit(stream))
    return (
      <text x={labelEndX(stream)} y={row.tapeTop - 8.5} textAnchor="end" className="t-tick">
        brim = {rate((CELLS * stream.columnPerDot) / stream.unitSeconds)} rec/s, not a limit
      </text>
    )
  const byBytes = meanBytes > 0 ? node.writeBytesPerSecond / meanBytes : Number.POSITIVE_INFINITY
  const binds = Math.min(recordsLimit, byBytes)
  const y = Math.max(row.tapeTop, row.tapeBottom - (binds / perDot) * PITCH)
  const top = Math.max(row.tapeTop, row.tapeBottom - (recordsLimit / perDot) * PITCH)
  // The limit in records is the tape's top line on every shard; it is named once.
  const first = geometry.shards.find((other) => !other.folded)?.shard === shard
  const inRecords = first ? `limit ${count(recordsLimit)} rec/s` : ''
  const label =
    byBytes < recordsLimit ? `${byteLimit(node.writeBytesPerSecond)} = ${count(byBytes)} rec/s of this size` : inRecords
  return (
    <g>
      {top > row.tapeTop + 0.5 && (
        <rect x={tapeX} y={row.tapeTop} width={tearX - tapeX} height={top - row.tapeTop} className="fill-paper" />
      )}
      {y > top + 0.5 && <rect x={tapeX} y={top} width={tearX - tapeX} height={y - top} className="fill-sunk" />}
      {y > row.tapeTop + 0.5 && <path d={`M${tapeX} ${y}H${tearX}`} className="top-line" />}
      <text
        x={labelEndX(stream)}
        y={y - row.tapeTop > 15 ? y - 4 : row.tapeTop - 8.5}
        textAnchor="end"
        className="t-tick"
      >
        {label}
      </text>
    </g>
  )
}

export function meanRecordBytes(g: GaugeReader, id: string, shard: number): number {
  const records = g.rate(id, 'storedTotal', shard)
  if (records > 0) return g.rate(id, 'storedBytesTotal', shard) / records
  const ever = g.value(id, 'storedTotal', shard)
  return ever > 0 ? g.value(id, 'storedBytesTotal', shard) / ever : 0
}
