import { lazy, Suspense, useState } from 'react'
import { stepRefusal } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { session, useGauges, useScenario, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { clockText } from '../ui/clockText.ts'
import { SameOn } from './compare/SameOn.tsx'
import { DurationField } from './DurationField.tsx'
import { interventionText } from './interventionText.ts'
import { kindShort } from './kindText.ts'
import { mainNumber } from './mainNumber.ts'
import { shardCount } from './openShards.ts'
import { Problems } from './Problems.tsx'

const AskRun = lazy(() => import('./inquiry/AskRun.tsx'))

/** With nothing selected: what there is, each with its one number; what was done; how long it runs. */
export function SceneInspector() {
  const scenario = useScenario((state) => state.scenario)
  const [asks, setAsks] = useState(false)
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>The scene</h2>
          <p className="inspector-kind">
            {scenario.nodes.length === 0
              ? 'Nothing is in it yet.'
              : 'Select something to see its numbers and change them.'}
          </p>
          <p className="inspector-kind narrow-only">To build a scene, open this on a wider screen.</p>
        </div>
      </div>
      <Problems />
      <SameOn />
      <ul className="scene-nodes">
        {scenario.nodes.map((node) => (
          <NodeRow key={node.id} node={node} />
        ))}
      </ul>
      <section>
        {asks ? (
          <Suspense fallback={null}>
            <AskRun />
          </Suspense>
        ) : (
          <div className="action-row">
            <Button onClick={() => setAsks(true)}>Ask this run</Button>
            <Button onClick={() => viewStore.setState({ writing: true, building: false, panel: 'library' })}>
              Write its question
            </Button>
          </div>
        )}
      </section>
      <DurationField />
      <section>
        <h3>
          What was done <span>by hand, at a moment of the run</span>
        </h3>
        {scenario.interventions.length === 0 ? (
          <p className="quiet">Nothing yet. What you change while it runs is kept here, and in the link.</p>
        ) : (
          <ol className="done-list">
            {scenario.interventions.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal steps of one moment differ only by their place
              <li key={i}>
                <button type="button" className="text-button" onClick={() => session.seek(step.at)}>
                  {clockText(step.at)}
                </button>
                <span>
                  {interventionText(step, scenario)}
                  <Refused step={i} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}

/** Why AWS did not do it. */
function Refused({ step }: { step: number }) {
  const refusal = stepRefusal(useGauges((reader) => reader.answer(step)))
  if (refusal === null) return null
  const fact = refusal.factId === null ? '' : ` (${refusal.factId})`
  return (
    <>
      , <em>refused</em>: {refusal.text}
      {fact}
    </>
  )
}

function NodeRow({ node }: { node: ScenarioNode }) {
  const [number, unit] = useGauges((reader) => mainNumber(node, reader))
  const shards = useGauges((reader) => shardCount(reader, node))
  return (
    <li>
      <button type="button" onClick={() => viewStore.getState().select(node.id)}>
        <span className="node-row-name">
          <b>{node.name}</b>
          <small>{kindShort(node, shards)}</small>
        </span>
        <span className="node-row-number">
          <b>{number}</b> <small>{unit}</small>
        </span>
      </button>
    </li>
  )
}
