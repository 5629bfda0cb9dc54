import { useCallback, useState } from 'react'
import type { Cause, Fault } from '../../scenario/course/fault.ts'
import { toldOf, withFix } from '../../scenario/course/faultParts.ts'
import { keepProgress } from '../../state/course/keptLessons.ts'
import { applyEdit, readGauges, useGauges, viewStore } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { icons } from '../../ui/icons.tsx'
import { openFault } from './openFault.ts'
import { useVerdict } from './useVerdict.ts'

const leave = () => viewStore.setState({ course: undefined })

/** A broken system: a complaint, the symptom as it is measured, and causes of which one is right. */
export function FaultPanel({ fault }: { fault: Fault }) {
  const { reads, done } = useVerdict(fault.symptom, fault.id)
  const at = fault.atSeconds * 1e6
  const isPlayed = useGauges(useCallback(({ nowMicros }) => nowMicros >= at, [at]))
  const [tried, setTried] = useState<Cause | null>(null)
  const again = () => {
    setTried(null)
    openFault(fault, true)
  }
  return (
    <div className="brief course">
      <div className="course-head">
        <span>Find the fault</span>
        <IconButton label="Leave it" onClick={leave}>
          {icons.close}
        </IconButton>
      </div>
      <h1>{fault.title}</h1>
      <p className="say">{fault.complaint}</p>
      <div className="course-check" data-done={(tried !== null && isPlayed && !done) || undefined}>
        <p role="status">{tried === null ? 'In the run' : `With the fix: ${tried.fixText}`}</p>
        <p>
          {reads.split(', wanted')[0]}
          {tried !== null && isPlayed && (done ? ': still there' : ': gone')}
        </p>
        {!isPlayed && <p>The complaint is of {clockText(at)}.</p>}
      </div>
      <Causes fault={fault} isPlayed={isPlayed} isFixed={tried !== null} onTry={setTried} />
      {tried !== null && (
        <Button className="course-again" onClick={again}>
          The broken one again
        </Button>
      )}
    </div>
  )
}

type CausesProps = { fault: Fault; isPlayed: boolean; isFixed: boolean; onTry: (cause: Cause) => void }

function Causes({ fault, isPlayed, isFixed, onTry }: CausesProps) {
  const [chosen, setChosen] = useState<number | null>(null)
  // What the run says to a choice is read when it is made, before a fix changes the run.
  const [answer, setAnswer] = useState<{ cause: number; text: string } | null>(null)
  const { causes, right } = fault
  const say = () => {
    const cause = chosen === null ? undefined : causes[chosen]
    if (chosen === null || cause === undefined) return
    setAnswer({ cause: chosen, text: toldOf(cause, readGauges()) })
    if (chosen === right) keepProgress(fault.id, { step: 1, done: [1], skipped: [] })
  }
  const answered = answer === null ? undefined : causes[answer.cause]
  const apply = () => {
    if (answered === undefined) return
    applyEdit(() => withFix(fault.scene, answered))
    onTry(answered)
  }
  return (
    <>
      <fieldset className="course-causes" disabled={isFixed}>
        <legend>What is the cause?</legend>
        {causes.map(({ text }, i) => (
          <label key={text}>
            <input
              type="radio"
              name="cause"
              checked={chosen === i}
              onChange={() => {
                setChosen(i)
                setAnswer(null)
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {answered === undefined && (
        <Button primary disabled={chosen === null || !isPlayed} onClick={say}>
          {isPlayed ? 'This is the cause' : `Play to ${clockText(fault.atSeconds * 1e6)} first`}
        </Button>
      )}
      <div className="course-answer" aria-live="polite">
        {answer !== null && (
          <>
            <b>{answer.cause === right ? 'That is it.' : 'The evidence speaks against it.'}</b>
            <p className="say">{answer.text}</p>
          </>
        )}
      </div>
      {answered !== undefined && !isFixed && (
        <Button primary={answer?.cause === right} onClick={apply}>
          {answer?.cause === right ? `Do it: ${answered.fixText}` : `Try it all the same: ${answered.fixText}`}
        </Button>
      )}
    </>
  )
}
