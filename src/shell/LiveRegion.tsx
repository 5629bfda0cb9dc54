import { useEffect, useRef, useState } from 'react'
import { type GaugeReader, useGauges, useScenario, useSession, useView } from '../state/index.ts'
import { clockText } from '../ui/clockText.ts'
import type { summary } from './twin/summary.ts'

/** A screen reader that is spoken to more often than this cannot be listened to. */
const QUIET_MS = 5000
const SOON_MS = 1000

/** Says events, not frames: played, paused, arrived, and when a node begins or stops to refuse, to lose, to be behind. */
export default function LiveRegion() {
  const { state } = useSession()
  const scenario = useScenario((all) => all.scenario)
  const spoken = useView((view) => view.spoken)
  const done = useView((view) => view.said)
  const [sum, setSum] = useState<typeof summary | null>(null)
  useEffect(() => {
    if (!spoken || sum !== null) return
    // Who hears the page moves about in it; for who only looks it is not loaded. Without it playing and pausing are told.
    const load = () =>
      void import('./twin/summary.ts').then(
        (loaded) => setSum(() => loaded.summary),
        () => {},
      )
    addEventListener('focusin', load, { once: true })
    return () => removeEventListener('focusin', load)
  }, [spoken, sum])
  const latest = useRef<GaugeReader | null>(null)
  const news = useGauges((reader) => {
    latest.current = reader
    return spoken && sum !== null ? sum(scenario, reader).key : ''
  })
  const [said, setSaid] = useState('')
  // A region that has just come is not listened to yet.
  const saidAt = useRef(performance.now() + SOON_MS - QUIET_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is the reason to speak
  useEffect(() => {
    const wait = Math.max(0, saidAt.current + QUIET_MS - performance.now())
    const timer = setTimeout(() => {
      saidAt.current = performance.now()
      const reader = latest.current
      if (reader === null || stateText(state) === '') return setSaid('')
      const text = spoken && sum !== null ? sum(scenario, reader).text : ''
      const at = clockText(reader.nowMicros).replace(/\.\d$/, '')
      setSaid(`${at}: ${stateText(state)}${text === '' ? '' : ` ${text}.`}`)
    }, wait)
    return () => clearTimeout(timer)
  }, [news, state])
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
  if (state === 'running') return 'Playing.'
  if (state === 'failed') return 'The run stopped.'
  return state === 'paused' || state === 'ready' ? 'Paused.' : ''
}
