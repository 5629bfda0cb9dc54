import { useEffect, useState } from 'react'
import { axisTimeText } from '../../ui/clockText.ts'

/** Time of the lesson, and of this page beside what it should take. */
export function Stopwatch({ minutes, page }: { minutes: number | null; page: string }) {
  const [start, setStart] = useState(() => performance.now())
  const [turnedAt, setTurnedAt] = useState(start)
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins
  useEffect(() => setTurnedAt(performance.now()), [page])
  const since = (from: number) => axisTimeText(Math.max(0, Math.floor((now - from) / 1000)))
  return (
    <>
      <div>
        <dt>This page{minutes === null ? '' : `, of ${minutes} min`}</dt>
        <dd data-timer="page">{since(turnedAt)}</dd>
      </div>
      <div>
        <dt>
          All{' '}
          <button type="button" className="text-button" onClick={() => setStart(performance.now())}>
            from 0
          </button>
        </dt>
        <dd data-timer="all">{since(start)}</dd>
      </div>
    </>
  )
}
