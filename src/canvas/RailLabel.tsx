import { useLayoutEffect, useRef } from 'react'
import { useGauges } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { type RailSpan, settle } from './railSpans.ts'
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

/** One reader's rail under a tape, with its name and how far behind it is. Caret and bars are drawn with the messages. */
export function RailLabel({ stream, shard, reader, name, ink, y }: Props) {
  const { labels } = useScene()
  const { geometry, node } = stream
  const { tapeX, edgeX, width } = geometry
  const { current: span } = useRef<RailSpan>({
    ...{ from: Number.NaN, to: 0, width: 0, edgeX, caretX: tapeX, pinX: tapeX, move: null },
  })
  const { behind, lagSeconds } = useGauges((g) => {
    const unread = Math.max(0, g.value(node.id, 'tipIndex', shard) - g.value(reader, 'caretIndex', shard))
    const lag = Math.max(0, g.nowMicros - g.value(reader, 'caretAtMicros', shard)) / 1e6
    const here = g.rows(reader) > shard
    const parent = stream.shown.find((other) => other.shard === shard)?.parents[0]
    // KIN4.05: a child is not read before its parents are worked to their ends.
    const waits = here && parent !== undefined && g.value(reader, 'leaseState', shard) === 0
    const nobody = here && g.value(reader, 'worker', shard) < 0
    const behind = !here
      ? ''
      : waits
        ? `waits for shard ${parent + 1}`
        : nobody
          ? 'no worker'
          : geometry.bead
            ? `${count(unread)} unread`
            : lag < 2
              ? duration(lag)
              : `${duration(lag)} behind`
    return { behind, lagSeconds: lag }
  })
  const textWidth = (name.length + 1 + behind.length) * CHARACTER + 8
  useLayoutEffect(() => {
    span.width = textWidth
    span.edgeX = edgeX
    labels.set(`${node.id}.${shard}.${reader}`, span)
    settle(span)
  })
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
      <g
        ref={(label) => {
          const [ground, text] = label?.children ?? []
          span.move = (x) => {
            ground?.setAttribute('x', `${x}`)
            text?.setAttribute('x', `${x + 3}`)
          }
        }}
      >
        <rect y={y - 7} width={textWidth} height={14} className="fill-paper" />
        <text y={y + 4} className="t-lab">
          <tspan style={{ fill: colour }} fontWeight={500}>
            {name}
          </tspan>
          <tspan dx={5} className={lagSeconds > STRONG_SECONDS ? 'ink strong' : 'ink'}>
            {behind}
          </tspan>
        </text>
      </g>
    </g>
  )
}
