import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type Drawn, RUN_POINTS, type Sketch } from '../../scenario/course/sketch.ts'
import { axisTimeText } from '../../ui/clockText.ts'

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [220, 128, 4, 8, 18] as const
const KEY_STEPS = 20

type SketcherProps = {
  sketch: Sketch
  drawn: Drawn
  locked: boolean
  /** Of the run, at even distances; NaN where it has not been. */
  run: readonly number[]
  onDraw: (drawn: Drawn) => void
}

/** An empty chart to draw into: by pointer anywhere in it, by keyboard point by point. */
export function Sketcher({ sketch, drawn, locked, run, onDraw }: SketcherProps) {
  const svg = useRef<SVGSVGElement>(null)
  const { to, untilSeconds, unit } = sketch
  const x = (seconds: number) => LEFT + (seconds / untilSeconds) * (WIDTH - 2 * LEFT)
  const y = (value: number) => HEIGHT - BOTTOM - (Math.min(value, to) / to) * (HEIGHT - BOTTOM - TOP)
  const put = (i: number, value: number, seconds = drawn.seconds[i] ?? 0) =>
    onDraw({
      seconds: drawn.seconds.with(i, clamp(seconds, untilSeconds)),
      values: drawn.values.with(i, clamp(value, to)),
    })

  const onPointer = ({ clientX, clientY, buttons }: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect()
    if (locked || buttons === 0 || box === undefined) return
    const seconds = (((clientX - box.left) / box.width) * WIDTH - LEFT) * (untilSeconds / (WIDTH - 2 * LEFT))
    const value = ((HEIGHT - BOTTOM - ((clientY - box.top) / box.height) * HEIGHT) * to) / (HEIGHT - BOTTOM - TOP)
    if (sketch.is === 'point') put(0, value, seconds)
    else put(nearest(drawn.seconds, seconds), value)
  }
  const onKey = (i: number) => (event: KeyboardEvent) => {
    const [value = 0, seconds = 0] = [drawn.values[i], drawn.seconds[i]]
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key]
    if (up !== undefined) put(i, value + (up * to) / KEY_STEPS)
    else if (side === undefined) return
    else if (sketch.is === 'point') put(i, value, seconds + (side * untilSeconds) / KEY_STEPS)
    else svg.current?.querySelectorAll<SVGElement>('[role=slider]')[i + side]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  const played = run.flatMap((value, i) =>
    Number.isNaN(value) ? [] : [`${x((i * untilSeconds) / RUN_POINTS)} ${y(value)}`],
  )
  return (
    <svg
      ref={svg}
      className="sketcher"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label="Draw your guess"
      data-locked={locked || undefined}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
    >
      <path className="sketch-axis" d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - LEFT}`} />
      <text x={LEFT + 4} y={TOP + 8}>
        {to} {unit}
      </text>
      <text x={WIDTH - LEFT} y={HEIGHT - 4} textAnchor="end">
        {axisTimeText(untilSeconds)}
      </text>
      <text x={LEFT} y={HEIGHT - 4}>
        0:00
      </text>
      {played.length > 1 && <path className="sketch-run" d={`M${played.join('L')}`} />}
      {sketch.is === 'curve' && (
        <path
          className="sketch-line"
          d={`M${drawn.seconds.map((s, i) => `${x(s)} ${y(drawn.values[i] ?? 0)}`).join('L')}`}
        />
      )}
      {drawn.seconds.map((seconds, i) => (
        <circle key={seconds} className="sketch-point" cx={x(seconds)} cy={y(drawn.values[i] ?? 0)} r="5" />
      ))}
      {drawn.seconds.map((seconds, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
          key={i}
          role="slider"
          tabIndex={locked ? -1 : 0}
          aria-label={sketch.is === 'point' ? 'The highest point' : `At ${axisTimeText(seconds)}`}
          aria-valuemin={0}
          aria-valuemax={to}
          aria-valuenow={drawn.values[i] ?? 0}
          aria-valuetext={`${round(drawn.values[i] ?? 0)} ${unit}${sketch.is === 'point' ? ` at ${axisTimeText(seconds)}` : ''}`}
          aria-disabled={locked}
          cx={x(seconds)}
          cy={y(drawn.values[i] ?? 0)}
          r="16"
          onKeyDown={locked ? undefined : onKey(i)}
        />
      ))}
    </svg>
  )
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
const round = (value: number) => Math.round(value * 10) / 10

function nearest(places: readonly number[], wanted: number): number {
  const far = places.map((place) => Math.abs(place - wanted))
  return far.indexOf(Math.min(...far))
}
