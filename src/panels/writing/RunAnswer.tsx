import { useEffect, useState } from 'react'
import type { Guess } from '../../scenario/brief.ts'
import { RUN_POINTS } from '../../scenario/course/sketch.ts'
import { clock, numberText } from '../../scenario/course/words.ts'
import { isSketch } from '../../scenario/guess.ts'
import { answerOf, editEffect, momentsOf } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
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

/** null as long as the run has not been there. What is typed about it asks the run for nothing new. */
function useValues(guess: Guess, endSeconds: number): Float64Array | null {
  const run = useRun()
  const reached = useGauges((gauges) => gauges.nowMicros >= endSeconds * 1e6)
  const asked = JSON.stringify(askedOf(guess))
  const [read, setRead] = useState<{ run: Scenario; asked: string; values: Float64Array } | null>(null)
  useEffect(() => {
    if (!reached) return setRead(null)
    let gone = false
    const { of, fromMicros, stepMicros, count }: Asked = JSON.parse(asked)
    void requestSeries([of], fromMicros, stepMicros, count).then((values) => {
      if (!gone) setRead({ run, asked, values })
    })
    return () => {
      gone = true
    }
  }, [run, asked, reached])
  return read?.run === run && read.asked === asked ? read.values : null
}

/** The first document of those that have the same run. */
function useRun(): Scenario {
  const scenario = useScenario((state) => state.scenario)
  const [run, setRun] = useState(scenario)
  const isSame = run === scenario || editEffect(run, scenario) === 'none'
  if (!isSame) setRun(scenario)
  return isSame ? run : scenario
}

type Asked = ReturnType<typeof askedOf>

/** What of the run answers it: the words and the range of a guess have no part in it. */
export function askedOf(guess: Guess) {
  const { node: nodeId, gauge: name, row } = guess
  const of = { nodeId, name, ...(row !== undefined && { row }) }
  if (!isSketch(guess)) return { of, ...momentsOf(guess) }
  const stepMicros = Math.round((guess.untilSeconds * 1e6) / RUN_POINTS)
  return { of, fromMicros: 0, stepMicros, count: RUN_POINTS + 1 }
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
