import { useRef } from 'react'
import { useGauges } from '../state/index.ts'
import { caretOffset, newestIndex } from './carets.ts'
import type { PlacedStream } from './geometry.ts'
import { PITCH } from './measures.ts'
import type { ReaderInk } from './readerInk.ts'
import { count, duration } from './readouts.ts'
import { useScene } from './sceneContext.ts'

type Props = {
  stream: PlacedStream
  shard: number
  reader: string
  name: string
  ink: ReaderInk | undefined
  y: number
}

const STRONG_SECONDS = 5
const CHARACTER = 6.15
const CARET = 12
/** A checkpoint pin closer than this to the caret, or than its label is long, pushes the label aside instead of crossing it. */
const PIN_NEAR = 48
/** At bead zoom a caret jumps a bead between two readings of its label. */
const BEAD_STEP = 22
/** The label keeps clear of the furthest pin of so many readings. */
const PIN_READINGS = 8

/** One reader's rail under a tape, with its name and how far behind it is. Caret and bars are drawn with the messages. */
export function RailLabel({ stream, shard, reader, name, ink, y }: Props) {
  const { labels } = useScene()
  const pins = useRef<number[]>([])
  const { geometry, node, unitSeconds } = stream
  const { tapeX, tearX, edgeX, width } = geometry
  const length = tearX - tapeX
  const { behind, lagSeconds, caret, pin } = useGauges((g) => {
    const tip = newestIndex(g.value(node.id, 'tipIndex', shard)) + 1
    const unread = (name: string) => Math.max(0, tip - g.value(reader, name, shard))
    const age = (name: string) => Math.max(0, g.nowMicros - g.value(reader, name, shard)) / 1e6
    const lag = age('caretAtMicros')
    const here = g.rows(reader) > shard
    const parent = stream.shown.find((other) => other.shard === shard)?.parents[0]
    // KIN4.05: a child is not read before its parents are worked to their ends.
    const waits = here && parent !== undefined && g.value(reader, 'leaseState', shard) === 0
    const nobody = here && g.value(reader, 'worker', shard) < 0
    const text = !here
      ? ''
      : waits
        ? `waits for shard ${parent + 1}`
        : nobody
          ? 'no worker'
          : geometry.bead
            ? `${count(unread('caretIndex'))} unread`
            : lag < 2
              ? duration(lag)
              : `${duration(lag)} behind`
    const offset = (index: string, at: string) =>
      Math.min(length, caretOffset(geometry.bead, unread(index), age(at), unitSeconds))
    return {
      behind: text,
      lagSeconds: lag,
      caret: offset('caretIndex', 'caretAtMicros'),
      pin: offset('checkpointIndex', 'checkpointAtMicros'),
    }
  })
  const ahead = pin - caret
  const textWidth = (name.length + 1 + behind.length) * CHARACTER + 8
  const slack = geometry.bead ? BEAD_STEP : 0
  const near = Math.max(PIN_NEAR, CARET + slack + textWidth)
  pins.current = [...pins.current.slice(1 - PIN_READINGS), ahead > 3 && ahead < near ? ahead : 0]
  const clear = Math.max(CARET, ...pins.current.map((offset) => (offset > 0 ? offset + 6 : 0)))
  const caretX = tapeX + caret
  // Steps of one cell: a label that trembles with every batch cannot be read.
  const right = tapeX + Math.ceil((caret + clear + slack) / PITCH) * PITCH
  const x = right + textWidth < edgeX ? right : Math.floor(caretX - 8 - slack - textWidth)
  labels.set(`${node.id}.${shard}.${reader}`, { from: x - 3, to: x + textWidth - 2 })
  const colour = ink?.colour ?? 'var(--ink)'
  const isPushed = !stream.pollers.includes(reader)
  return (
    <g>
      <line
        x1={tapeX}
        x2={width}
        y1={y}
        y2={y}
        className={isPushed ? 'rail is-pushed' : 'rail'}
        style={{ stroke: colour, strokeDasharray: ink?.dash || undefined }}
      />
      {isPushed && <line x1={tapeX} x2={width} y1={y} y2={y} className="rail-core" />}
      <rect x={x - 3} y={y - 7} width={textWidth} height={14} className="fill-paper" />
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
