import { useGauges } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { rate } from './readouts.ts'
import type { ShardRow } from './streamGeometry.ts'
import { refusedRate } from './TapeFrame.tsx'

/** Name and hash range of a shard, and what it stores and refuses. */
export function ShardTitle({ stream, shard, row }: { stream: PlacedStream; shard: number; row: ShardRow }) {
  const { node, geometry, ranges } = stream
  const { stored, refused } = useGauges((g) => ({
    stored: rate(g.rate(node.id, 'storedTotal', shard)),
    refused: refusedRate(g, node.id, shard),
  }))
  // What is refused needs the room, and says more.
  const label = geometry.calm || refused > 0 ? '' : (ranges[shard]?.label ?? '')
  return (
    <g>
      <text x={geometry.tapeX} y={row.titleY} className="t-name2">
        Shard {shard + 1}
        {label !== '' && (
          <tspan dx={8} className="t-tick" fontWeight={400}>
            {label}
          </tspan>
        )}
      </text>
      <text x={geometry.tearX} y={row.titleY} textAnchor="end" className="t-lab">
        {refused > 0 && <tspan className="stop strong">{rate(refused)} refused</tspan>}
        {refused > 0 ? ', ' : ''}
        {stored} stored<tspan className="t-tick"> rec/s</tspan>
      </text>
    </g>
  )
}
