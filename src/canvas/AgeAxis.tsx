import type { PlacedStream } from './geometry.ts'
import { PITCH } from './measures.ts'
import { duration } from './readouts.ts'
import { expiryX } from './TapeFrame.tsx'
import { tickLabel } from './tapeUnit.ts'

/** Age runs to the right on a tape, so that the way a stopped reader is carried has an end. */
export function AgeAxis({ stream }: { stream: PlacedStream }) {
  const { geometry, node, unitSeconds } = stream
  const { axisY: y, tapeX, tearX } = geometry
  const expires = duration(node.retentionHours * 3600)
  const last = (
    <text x={expiryX(stream)} y={y + 13} textAnchor="middle" className="t-tick">
      {expires}
    </text>
  )
  if (geometry.bead) return last
  const columns = Math.round((tearX - tapeX) / PITCH)
  const step = unitSeconds === 1 ? (columns > 120 ? 60 : 10) : unitSeconds === 60 ? 10 : 12
  const end = (node.retentionHours * 3600) / unitSeconds
  const ticks = Array.from({ length: Math.floor((columns - 6) / step) + 1 }, (_, i) => i * step).filter(
    (tick) => end > columns || tick < end - 5,
  )
  return (
    <g>
      <path
        d={`M${tapeX} ${y}H${tearX}${ticks.map((tick) => `M${tapeX + tick * PITCH} ${y}v4`).join('')}`}
        className="axis"
      />
      {ticks.map((tick, i) => (
        <text
          key={tick}
          x={tapeX + tick * PITCH}
          y={y + 14}
          textAnchor={i === 0 ? 'start' : 'middle'}
          className="t-tick"
        >
          {tickLabel(tick, unitSeconds)}
          {i === 1 ? ' old' : ''}
        </text>
      ))}
      {last}
    </g>
  )
}
