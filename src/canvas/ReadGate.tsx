import type { ApplicationNode } from '../scenario/scenario.ts'
import { useGauges, viewStore } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { useScene } from './sceneContext.ts'
import type { ShardRow } from './streamGeometry.ts'

const BOXES_MAX = 10
const boxNames = Array.from({ length: BOXES_MAX }, (_, i) => `call ${i + 1}`)

/** The limit that all readers of a shard share that poll it: bytes as a stack per reader, calls as boxes. */
export function ReadGate({ stream, shard, row }: { stream: PlacedStream; shard: number; row: ShardRow }) {
  const { inks } = useScene()
  const { node, geometry, pollers: readers } = stream
  const shares = useGauges((g) =>
    readers.map(
      (reader) => Math.round((g.rate(reader, 'readBytesTotal', shard) / node.readBytesPerSecond) * 100) / 100,
    ),
  )
  const calls = useGauges((g) => readers.map((reader) => Math.round(g.rate(reader, 'callsTotal', shard))))
  const refused = useGauges(
    (g) => g.rate(node.id, 'readCallsRefusedTotal', shard) + g.rate(node.id, 'readBytesRefusedTotal', shard) > 0,
  )
  // A calm scene shows it once it decides: by a share of its bytes, or because calls find no box free.
  if (geometry.calm && !refused && Math.max(0, ...shares) < 0.25) return null
  const { y, height } = row.readGate
  const x = geometry.readGateX
  const boxes = Math.max(1, Math.min(BOXES_MAX, Math.round(node.readCallsPerSecond)))
  const boxHeight = (height - (boxes - 1) * 2) / boxes
  const filledBy = readers
    .flatMap((reader, i) => new Array<string>(Math.min(boxes, calls[i] ?? 0)).fill(reader))
    .slice(0, boxes)
  let bottom = y + height
  return (
    // The inspector has a button for the same.
    <g {...(refused && { className: 'asks-why', onClick: () => viewStore.getState().askWhy(node.id) })}>
      <rect x={x - 4} y={y - 3} width={28} height={height + 6} className="fill-paper" />
      <rect x={x} y={y} width={6} height={height} className="fill-sunk" />
      {readers.map((reader, i) => {
        const part = Math.min(bottom - y, (shares[i] ?? 0) * height)
        bottom -= part
        return (
          part > 0.3 && (
            <rect key={reader} x={x} y={bottom} width={6} height={part} style={{ fill: inks.get(reader)?.colour }} />
          )
        )
      })}
      <line x1={x - 2} x2={x + 8} y1={y} y2={y} className={refused ? 'lim is-full' : 'lim'} />
      {node.readCallsPerSecond > 0 &&
        Array.from({ length: boxes }, (_, i) => {
          const by = filledBy[i]
          const colour = by === undefined ? undefined : inks.get(by)?.colour
          return (
            <rect
              key={boxNames[i]}
              x={x + 12}
              y={y + height - (i + 1) * boxHeight - i * 2}
              width={6}
              height={boxHeight}
              className="call-box"
              style={colour === undefined ? undefined : { fill: colour, stroke: colour }}
            />
          )
        })}
    </g>
  )
}

const OWN_WIDTH = 18

/** What a registered consumer is pushed of its own limit for the shard (KIN3.01), as a bar on its rail. */
export function PushGate({
  stream,
  reader,
  shard,
  y,
}: {
  stream: PlacedStream
  reader: ApplicationNode
  shard: number
  y: number
}) {
  const { inks } = useScene()
  const share = useGauges(
    (g) => Math.round((g.rate(reader.id, 'readBytesTotal', shard) / reader.fanOutBytesPerSecond) * 100) / 100,
  )
  const x = stream.geometry.readGateX
  return (
    <g>
      <rect x={x - 2} y={y - 4} width={OWN_WIDTH + 4} height={8} className="fill-paper" />
      <rect x={x} y={y - 3} width={OWN_WIDTH} height={6} className="fill-sunk" />
      <rect
        x={x}
        y={y - 3}
        width={Math.min(1, share) * OWN_WIDTH}
        height={6}
        style={{ fill: inks.get(reader.id)?.colour }}
      />
      <line
        x1={x + OWN_WIDTH}
        x2={x + OWN_WIDTH}
        y1={y - 5}
        y2={y + 5}
        className={share >= 0.97 ? 'lim is-full' : 'lim'}
      />
    </g>
  )
}
