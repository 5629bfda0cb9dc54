import { useGauges, viewStore } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { rate } from './readouts.ts'
import type { ShownShard } from './shownShards.ts'
import type { ShardRow } from './streamGeometry.ts'
import { refusedRate } from './TapeFrame.tsx'

const hex = (share: number) =>
  Math.min(0xffff, Math.round(share * 0x10000))
    .toString(16)
    .padStart(4, '0')

const numbers = (shards: readonly number[]) => shards.map((shard) => shard + 1).join(' and ')

/** Its hash range, and where it came from or went (KIN4.04). */
function ownLabel({ from, to, closed, parents, children }: ShownShard): string {
  if (closed)
    return children.length > 1 ? `closed, split into ${numbers(children)}` : `closed, merged into ${numbers(children)}`
  const range = `${hex(from)}…–${hex(to)}…`
  return parents.length === 0 ? range : `${range}, from ${numbers(parents)}`
}

/** Name and hash range of a shard, and what it stores and refuses. */
export function ShardTitle({ stream, shard, row }: { stream: PlacedStream; shard: number; row: ShardRow }) {
  const { node, geometry, shown } = stream
  const { stored, refused } = useGauges((g) => ({
    stored: rate(g.rate(node.id, 'storedTotal', shard)),
    refused: refusedRate(g, node.id, shard),
  }))
  // What is refused needs the room, and says more.
  const own = shown.find((other) => other.shard === shard)
  const label = own === undefined || geometry.calm || refused > 0 ? '' : ownLabel(own)
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
        {refused > 0 && (
          // biome-ignore lint/a11y/noStaticElementInteractions: the inspector has a button for the same
          <tspan className="stop strong asks-why" onClick={() => viewStore.getState().askWhy(node.id)}>
            {rate(refused)} refused
          </tspan>
        )}
        {!row.closed && refused <= 0 && <tspan className="t-far">{stored}</tspan>}
        {!row.closed && (
          <tspan className="near">
            {refused > 0 && `, ${stored}`} stored
            <tspan className="t-tick"> rec/s</tspan>
          </tspan>
        )}
      </text>
    </g>
  )
}
