import { useEffect, useState } from 'react'
import type { Guess } from '../../scenario/brief.ts'
import { RUN_POINTS } from '../../scenario/course/sketch.ts'
import { clock, numberText } from '../../scenario/course/words.ts'
import { isSketch } from '../../scenario/guess.ts'
import { answerOf, momentsOf } from '../../scenario/index.ts'
import { requestSeries, session, useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'

/** What this run answers: the author sees it as a reader will, and cannot set it. */
export function RunAnswer({ guess }: { guess: Guess }) {
  const endSeconds = isSketch(guess) ? guess.untilSeconds : guess.atSeconds
  const values = useValues(guess, endSeconds)
  return (
    <div className="own-answer">
      <p role="status">{values === null ? `The run says it at ${clock(endSeconds)}.` : said(guess, values)}</p>
      {values === null && <Button onClick={() => session.seek(endSeconds * 1e6)}>Play to {clock(endSeconds)}</Button>}
    </div>
  )
}

/** null as long as the run has not been there. */
function useValues(guess: Guess, endSeconds: number): Float64Array | null {
  const scenario = useScenario((state) => state.scenario)
  const reached = useGauges((gauges) => gauges.nowMicros >= endSeconds * 1e6)
  const [read, setRead] = useState<{ guess: Guess; values: Float64Array } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another run
  useEffect(() => {
    if (!reached) return setRead(null)
    let gone = false
    const { node: nodeId, gauge: name, row } = guess
    const moments = isSketch(guess)
      ? { fromMicros: 0, stepMicros: Math.round((endSeconds * 1e6) / RUN_POINTS), count: RUN_POINTS + 1 }
      : momentsOf(guess)
    const of = { nodeId, name, ...(row !== undefined && { row }) }
    void requestSeries([of], moments.fromMicros, moments.stepMicros, moments.count).then((values) => {
      if (!gone) setRead({ guess, values })
    })
    return () => {
      gone = true
    }
  }, [guess, endSeconds, reached, scenario])
  return read?.guess === guess ? read.values : null
}

/** The answer, and whether it can be said at all with what is offered. */
export function said(guess: Guess, values: Float64Array): string {
  const unit = guess.unit === '' ? '' : ` ${guess.unit}`
  if (isSketch(guess)) {
    const run = [...values].map((value) => value * (guess.times ?? 1))
    if (run.some(Number.isNaN)) return 'This run has no such number.'
    const peak = run.indexOf(Math.max(...run))
    const at = clock((peak * guess.untilSeconds) / RUN_POINTS)
    const fits = (run[peak] ?? 0) <= guess.to ? '' : ' That is above the chart.'
    return `This run is highest with ${numberText(run[peak] ?? 0)}${unit} at ${at}.${fits}`
  }
  const answer = answerOf(guess, values)
  if (Number.isNaN(answer))
    return guess.meant === 'when' ? 'It never comes to that in this run.' : 'This run has no such number.'
  const text = `This run answers ${numberText(answer)}${unit}`
  if (guess.choices !== undefined) {
    const right = guess.choices.find(({ from, to }) => answer >= from && answer < to)
    return right === undefined ? `${text}: none of the choices.` : `${text}: “${right.text}”.`
  }
  return answer >= guess.from && answer <= guess.to ? `${text}.` : `${text}, which cannot be said from this range.`
}
