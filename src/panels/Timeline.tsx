import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useRef } from 'react'
import { HEADER } from '../protocol/frame.ts'
import { session, useGauges, useScenario, useSession, useView } from '../state/index.ts'
import { axisTimeText, clockText } from '../ui/clockText.ts'
import { usePlayhead } from './usePlayhead.ts'
import { useTrouble } from './useTrouble.ts'
import './timeline.css'

/** Comes with the first thing that is done. */
const TimelineSteps = lazy(() => import('./timeline/TimelineSteps.tsx'))

/** Comes with the wish to see them, or with a bookmark. */
const TimelineMarks = lazy(() => import('./timeline/TimelineMarks.tsx'))

/** Comes when a future was left. */
const SetAside = lazy(() => import('./timeline/SetAside.tsx'))

const SMALL_STEPS = 120
const BIG_STEPS = 12

/** All of the run as one line: where it stands, what was played, what was done, and where records were refused or lost. */
export function Timeline() {
  const { durationMicros, state } = useSession()
  const played = useGauges((reader) => reader.playedMicros)
  const now = useGauges((reader) => reader.nowMicros)
  const somethingWasDone = useScenario((state) => state.scenario.interventions.length > 0)
  const hasMarks = useScenario((state) => state.scenario.bookmarks !== undefined)
  const wasLeft = useView((view) => view.asides.length > 0)
  const showsMarks = useView((view) => view.marks)
  const track = useRef<HTMLDivElement>(null)
  usePlayhead(track, HEADER.nowMicros, durationMicros)
  const share = (micros: number) => `${durationMicros > 0 ? (100 * micros) / durationMicros : 0}%`

  const seekTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return
    session.seek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMicros)
  }
  // Keys come faster than seeks arrive and readings follow: until then the next key goes on from where the last one goes to.
  const aim = useRef<{ to: number; seen: number } | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const pending = aim.current !== null && (state === 'seeking' || now === aim.current.seen)
    const to = keyTarget(event.key, pending ? (aim.current?.to ?? now) : now, durationMicros)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    aim.current = { to: Math.min(durationMicros, Math.max(0, to)), seen: now }
    session.seek(aim.current.to)
  }
  return (
    <div className="timeline-cell">
      <div
        className="timeline"
        role="slider"
        tabIndex={0}
        aria-label="Timeline"
        aria-valuemin={0}
        aria-valuemax={durationMicros / 1e6}
        aria-valuenow={now / 1e6}
        aria-valuetext={`${clockText(now)} of ${axisTimeText(durationMicros / 1e6)}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          seekTo(event)
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekTo(event)}
      >
        <div className="timeline-track" ref={track}>
          <i className="timeline-played" style={{ width: share(played) }} />
          <Trouble durationMicros={durationMicros} />
          <i className="timeline-past" />
          <Aim share={share} />
          <i className="timeline-knob" />
        </div>
      </div>
      <Suspense fallback={null}>
        {somethingWasDone && <TimelineSteps durationMicros={durationMicros} />}
        {(showsMarks || hasMarks) && <TimelineMarks durationMicros={durationMicros} />}
        {wasLeft && <SetAside />}
      </Suspense>
    </div>
  )
}

function keyTarget(key: string, now: number, duration: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return now + duration / SMALL_STEPS
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - duration / SMALL_STEPS
    case 'PageUp':
      return now + duration / BIG_STEPS
    case 'PageDown':
      return now - duration / BIG_STEPS
    case 'Home':
      return 0
    case 'End':
      return duration
    default:
      return null
  }
}

/** While a long way is computed: how far it has come, and where it goes. */
function Aim({ share }: { share: (micros: number) => string }) {
  const { progress } = useSession()
  if (progress === null) return null
  return (
    <i
      className="timeline-aim"
      style={{ left: share(progress.from), width: `calc(${share(progress.at)} - ${share(progress.from)})` }}
    />
  )
}

function Trouble({ durationMicros }: { durationMicros: number }) {
  const stretches = useTrouble(durationMicros)
  return stretches.map(([from, to]) => (
    <i
      key={from}
      className="timeline-trouble"
      title="Records were refused or lost here"
      style={{ left: `${100 * from}%`, width: `max(2px, ${100 * (to - from)}%)` }}
    />
  ))
}
