import { lazy } from 'react'
import { briefSlider } from '../scenario/index.ts'
import { useScenario } from '../state/index.ts'
import { capacityTick } from './capacity.ts'
import { FieldControl } from './FieldControl.tsx'
import { Folded } from './Folded.tsx'
import { KeyLegend } from './KeyLegend.tsx'
import { Linked } from './Linked.tsx'
import { SendOne } from './SendOne.tsx'
import { TryThis } from './TryThis.tsx'
import './brief.css'

// What is folded is loaded when it is opened.
const AfterText = lazy(() => import('./AfterText.tsx'))
const Guesses = lazy(() => import('./Guesses.tsx'))

/** The lecturer's side: what is asked, what to watch for, what to try, and the one control that the scene is about. */
export function BriefPanel({ helpAfter }: { helpAfter: () => Promise<void> }) {
  const scenario = useScenario((state) => state.scenario)
  const { id, title, brief } = scenario
  return (
    <aside className="left" id="brief" aria-label="The question" tabIndex={-1}>
      <div className="brief">
        <h1>{title}</h1>
        {brief.question && (
          <p className="say">
            <Linked text={brief.question} />
          </p>
        )}
        <SceneControl helpAfter={helpAfter} />
        {(brief.predict ?? brief.guesses) !== undefined && (
          <Folded key={`guess ${id ?? title}`} summary="Guess first">
            <Guesses scenario={scenario} />
          </Folded>
        )}
        {brief.watchFor && (
          <section>
            <h2>Watch for</h2>
            <p className="say">
              <Linked text={brief.watchFor} before={[brief.question]} />
            </p>
          </section>
        )}
        {brief.tryThis.length > 0 && (
          <TryThis key={title} steps={brief.tryThis} before={[brief.question, brief.watchFor]} />
        )}
        {(brief.whatYouLearn ?? brief.commonMistake ?? brief.correction ?? brief.notes) !== undefined && (
          <Folded key={`after ${title}`} summary="What you learn">
            <AfterText brief={brief} />
          </Folded>
        )}
        <KeyLegend />
      </div>
    </aside>
  )
}

export function SceneControl({ helpAfter }: { helpAfter: () => Promise<void> }) {
  const scenario = useScenario((state) => state.scenario)
  const slider = briefSlider(scenario)
  if (slider === null) return <SendOne />
  const { node, field } = slider
  return (
    <div className="brief-control">
      <div className="brief-control-of">{node.name}</div>
      <FieldControl
        node={node}
        field={field}
        capacity={capacityTick(scenario, node, field.name)}
        within={slider}
        helpAfter={helpAfter}
      />
      <SendOne />
    </div>
  )
}
