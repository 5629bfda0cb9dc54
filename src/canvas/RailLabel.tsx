import { useGauges } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { PITCH } from './measures.ts'
import type { ReaderInk } from './readerInk.ts'
import { count, duration } from './readouts.ts'
import { useScene } from './sceneContext.ts'
import type { ShardRow } from './streamGeometry.ts'
import { caretColumns, newestIndex } from './carets.ts'

type Props = { stream: PlacedStream; shard: number; reader: string; name: string; ink: ReaderInk | undefined; y: number; row: ShardRow }

const STRONG_SECONDS = 5
const CHARACTER = 6.15

/** One reader's rail under a tape, with its name and how far behind it is. Caret and bars are drawn with the messages. */
export function RailLabel({ stream, shard, reader, name, ink, y }: Props) {
  const { unitSeconds, labels } = useScene()
  const { geometry, node } = stream
  const { tapeX, edgeX, width } = geometry
  const { behind, lagSeconds, columns } = useGauges((g) => {
    const lag = Math.max(0, g.nowMicros - g.value(reader, 'caretAtMicros', shard)) / 1e6
    const unread = Math.max(0, newestIndex(g.value(node.id, 'tipIndex', shard)) - g.value(reader, 'caretIndex', shard) + 1)
    const here = g.rows(reader) > shard
    const nobody = here && g.value(reader, 'worker', shard) < 0
    const text = !here ? '' : nobody ? 'no worker' : geometry.bead ? `${count(unread)} unread` : lag < 2 ? duration(lag) : `${duration(lag)} behind`
    return { behind: text, lagSeconds: lag, columns: caretColumns(geometry.bead, unread, lag, unitSeconds) }
  })
  const caretX = Math.min(geometry.tearX, tapeX + columns * (geometry.bead ? 1 : PITCH))
  const textWidth = (name.length + 1 + behind.length) * CHARACTER + 8
  const fits = caretX + 12 + textWidth < edgeX
  const x = Math.round(fits ? caretX + 12 : caretX - 6 - textWidth)
  labels.set(`${node.id}.${shard}.${reader}`, { from: x - 2, to: x + textWidth })
  const colour = ink?.colour ?? 'var(--ink)'
  return (
    <g>
      <line x1={tapeX} x2={width} y1={y} y2={y} className="rail" style={{ stroke: colour, strokeDasharray: ink?.dash || undefined }} />
      <rect x={x - 2} y={y - 7} width={textWidth} height={14} className="fill-paper" />
      <text x={x} y={y + 4} className="t-lab">
        <tspan style={{ fill: colour }} fontWeight={500}>
          {name}
        </tspan>
        <tspan dx={5} className={lagSeconds > STRONG_SECONDS ? 'ink strong' : 'ink'}>
          {behind}
        </tspan>
      </text>
    </g>
  )
}
