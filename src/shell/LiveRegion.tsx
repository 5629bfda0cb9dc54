import { useEffect, useRef, useState } from 'react'
import { useGauges, useScenario, useSession, useView } from '../state/index.ts'
import { clockText } from '../ui/clockText.ts'
import { troubleText } from './troubleText.ts'

/** A screen reader that is spoken to more often than this cannot be listened to. */
const QUIET_MS = 4000

/** Says events, not frames: played, paused, arrived, and when a store begins or stops to refuse. */
export function LiveRegion() {
  const { state } = useSession()
  const scenario = useScenario((all) => all.scenario)
  const trouble = useGauges((reader) => troubleText(scenario, reader))
  const now = useGauges((reader) => Math.floor(reader.nowMicros / 1e6))
  const done = useView((view) => view.said)
  const [said, setSaid] = useState('')
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  const moment = useRef(now)
  moment.current = now
  const text = state === 'failed' ? 'The run stopped.' : `${stateText(state)}${trouble}`
  useEffect(() => {
    const wait = Math.max(0, saidAt.current + QUIET_MS - performance.now())
    const timer = setTimeout(() => {
      saidAt.current = performance.now()
      setSaid(text === '' ? '' : `${clockText(moment.current * 1e6).replace(/\.\d$/, '')}: ${text}`)
    }, wait)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <>
      <div className="unseen" role="status" aria-live="polite">
        {said}
      </div>
      <div className="unseen" role="status" aria-live="polite" id="done">
        {done}
      </div>
    </>
  )
}

function stateText(state: string): string {
  if (state === 'running') return 'Playing. '
  if (state === 'paused' || state === 'ready') return 'Paused. '
  return ''
}
