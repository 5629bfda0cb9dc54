import { type KeyboardEvent, useEffect, useRef } from 'react'
import { placeOf, type SliderRange, stepFrom, valueAt } from './sliderScale.ts'
import './slider.css'

/** A mark on the track. `strong`: a limit, drawn as a line across the track. */
export type SliderTick = { value: number; label: string; strong?: boolean }

type SliderProps = {
  /** Name of the control, for those who do not see it beside its label. */
  label: string
  value: number
  range: SliderRange
  /** What is said when the value changes, with its unit. */
  valueText: string
  ticks?: readonly SliderTick[]
  disabled?: boolean
  /** While the hand moves. */
  onDrag: (value: number) => void
  /** When it lets go. */
  onCommit: (value: number) => void
}

const PLACES = 1000

/** A native range input, so that every device and screen reader knows it, with our own drawing and our own steps. */
export function Slider({
  label,
  value,
  range,
  valueText,
  ticks = [],
  disabled = false,
  onDrag,
  onCommit,
}: SliderProps) {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(value)
  const moved = useRef(false)
  latest.current = value

  const commit = () => {
    if (!moved.current) return
    moved.current = false
    onCommit(latest.current)
  }
  const commitRef = useRef(commit)
  commitRef.current = commit
  useEffect(() => {
    // React calls the input event "change"; the native change event is the hand letting go.
    const element = input.current
    const letGo = () => commitRef.current()
    element?.addEventListener('change', letGo)
    return () => element?.removeEventListener('change', letGo)
  }, [])

  const move = (next: number) => {
    if (next === latest.current) return
    latest.current = next
    moved.current = true
    onDrag(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyValue(event.key, latest.current, range)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(next)
  }

  const place = placeOf(value, range)
  return (
    <div className="slider" style={{ '--place': place } as React.CSSProperties}>
      <div className="slider-track" aria-hidden="true">
        {ticks.map((tick) => (
          <i
            key={tick.label || tick.value}
            className={tick.strong ? 'strong' : ''}
            style={{ left: `${100 * placeOf(tick.value, range)}%` }}
          />
        ))}
      </div>
      <input
        ref={input}
        type="range"
        min={0}
        max={PLACES}
        value={Math.round(place * PLACES)}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={valueText}
        onChange={(event) => move(valueAt(Number(event.target.value) / PLACES, range))}
        onKeyDown={onKeyDown}
        onKeyUp={commit}
        onBlur={commit}
      />
      <SliderTicks ticks={ticks} range={range} />
    </div>
  )
}

/** Panels are about this wide, letters about so wide: labels that would run into one another are left out, later ones first. */
const TRACK_PX = 216
const LETTER_PX = 6

function SliderTicks({ ticks, range }: { ticks: readonly SliderTick[]; range: SliderRange }) {
  const placed: { tick: SliderTick; place: number; side: string; from: number; to: number }[] = []
  for (const tick of ticks) {
    const place = placeOf(tick.value, range)
    const width = (tick.label.length * LETTER_PX) / TRACK_PX
    const side = place < width / 2 ? 'start' : place > 1 - width / 2 ? 'end' : ''
    const from = side === 'start' ? 0 : side === 'end' ? 1 - width : place - width / 2
    const to = from + width
    if (tick.label && placed.every((other) => to < other.from - 0.02 || from > other.to + 0.02))
      placed.push({ tick, place, side, from, to })
  }
  if (placed.length === 0) return null
  return (
    <div className="slider-labels" aria-hidden="true">
      {placed.map(({ tick, place, side }) => (
        <span key={tick.label} className={side} style={side ? undefined : { left: `${100 * place}%` }}>
          {tick.label}
        </span>
      ))}
    </div>
  )
}

function keyValue(key: string, value: number, range: SliderRange): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepFrom(value, 1, false, range)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepFrom(value, -1, false, range)
    case 'PageUp':
      return stepFrom(value, 1, true, range)
    case 'PageDown':
      return stepFrom(value, -1, true, range)
    case 'Home':
      return range.min
    case 'End':
      return range.max
    default:
      return null
  }
}
