import { useEffect, useRef, useState } from 'react'
import { BOUNDS } from '../../scenario/bounds.ts'
import type { Change, TryStep } from '../../scenario/brief.ts'
import { setTrySteps } from '../../scenario/briefEdits.ts'
import { recordedChanges, withoutRecorded } from '../../scenario/recordedChanges.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { changesOf, stepAt, tryStep, tryText } from '../../scenario/tryStep.ts'
import { applyEdit, useScenario } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { interventionText } from '../interventionText.ts'
import { OwnText } from './OwnText.tsx'

/** What is being recorded: for which step, and the document before. */
type Recording = { step: number; before: Scenario }

const withStep = (scenario: Scenario, i: number, change: (step: TryStep) => TryStep) =>
  setTrySteps(
    scenario,
    scenario.brief.tryThis.map((step, at) => (at === i ? change(step) : step)),
  )

/** Steps to try. What a step changes is not typed: the author does it by hand while it is recorded. */
export function TrySteps() {
  const scenario = useScenario((state) => state.scenario)
  const [recording, setRecording] = useState<Recording | null>(null)
  const steps = scenario.brief.tryThis
  const keep = ({ step, before }: Recording) => {
    const changes = recordedChanges(before, scenario)
    applyEdit((now) => withStep(withoutRecorded(before, now), step, (one) => tryStep(tryText(one), changes)))
    setRecording(null)
  }
  const remove = (i: number) => {
    setRecording(null)
    applyEdit((now) =>
      setTrySteps(
        now,
        now.brief.tryThis.filter((_, at) => at !== i),
      ),
    )
  }
  return (
    <section className="writing-part">
      <h2>To try</h2>
      <ol>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
          <li key={i}>
            <OwnText
              label={`Step ${i + 1}`}
              value={tryText(step)}
              bound={BOUNDS.sentenceLength}
              write={(now, text) => withStep(now, i, (one) => tryStep(text, changesOf(one)))}
            />
            <IconButton className="own-remove" label={`Remove step ${i + 1}`} onClick={() => remove(i)}>
              {icons.close}
            </IconButton>
            {recording?.step === i ? (
              <Recorder
                changes={recordedChanges(recording.before, scenario)}
                scenario={scenario}
                onKeep={() => keep(recording)}
              />
            ) : (
              <>
                <ChangeList changes={changesOf(step)} scenario={scenario} />
                <div className="own-buttons">
                  <Button
                    disabled={recording !== null}
                    aria-label={`${recordWords(step)}, step ${i + 1}`}
                    onClick={() => setRecording({ step: i, before: scenario })}
                  >
                    {recordWords(step)}
                  </Button>
                  {changesOf(step).length > 0 && (
                    <Button onClick={() => applyEdit((now) => withStep(now, i, tryText))}>Words alone</Button>
                  )}
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
      {steps.length < BOUNDS.tryThis ? (
        <Button onClick={() => applyEdit((now) => setTrySteps(now, [...now.brief.tryThis, '']))}>Add a step</Button>
      ) : (
        <p className="quiet">A scene holds {BOUNDS.tryThis} steps.</p>
      )}
    </section>
  )
}

const recordWords = (step: TryStep) => (changesOf(step).length === 0 ? 'Record what it changes' : 'Record again')

function Recorder({ changes, scenario, onKeep }: { changes: Change[]; scenario: Scenario; onKeep: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  // It grows while the author works elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change
  useEffect(() => {
    // Nothing is given back: some browsers answer with a promise, which React would take for an end of the effect.
    void box.current?.scrollIntoView({ block: 'nearest' })
  }, [changes.length])
  return (
    <div className="own-recorder" ref={box}>
      <p role="status">
        {changes.length === 0
          ? 'Recording. Turn a value or do something to a node, as a reader shall.'
          : `Recording: ${changes.length} of at most ${BOUNDS.stepChanges}.`}
      </p>
      <ChangeList changes={changes} scenario={scenario} />
      <Button primary onClick={onKeep}>
        {changes.length === 0 ? 'Stop' : 'Keep it and put the scene back'}
      </Button>
    </div>
  )
}

function ChangeList({ changes, scenario }: { changes: readonly Change[]; scenario: Scenario }) {
  if (changes.length === 0) return null
  return (
    <ul className="own-changes">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>{interventionText(stepAt(change, 0), scenario)}</li>
      ))}
    </ul>
  )
}
