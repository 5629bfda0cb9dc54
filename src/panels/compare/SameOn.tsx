import { lazy, Suspense } from 'react'
import { type Side, sharedProducers, sideOf } from '../../scenario/compare/sides.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, useScenario, viewStore } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'

const CompareTable = lazy(() => import('./CompareTable.tsx'))

/** Both designs side by side when the scene has them, and the steps by which another comes to stand there. */
export function SameOn() {
  const scenario = useScenario((state) => state.scenario)
  const isSet = scenario.against !== undefined
  const isCompared = isSet || sharedProducers(scenario).length > 0
  const missing = isCompared ? null : missingSide(scenario)
  return (
    <>
      {isCompared && (
        <Suspense fallback={null}>
          <CompareTable />
        </Suspense>
      )}
      {!isSet && scenario.nodes.length > 0 && (
        <section className="action-row">
          {missing !== null && (
            <Button onClick={() => void addTheOther(missing)}>
              The same on {missing === 'sqs' ? 'SQS' : 'Kinesis'}
            </Button>
          )}
          <Button onClick={() => viewStore.setState({ tool: { is: 'compare' } })}>Compare…</Button>
        </section>
      )}
    </>
  )
}

/** The side that nothing is sent to, while the other one is read. */
function missingSide(scenario: Scenario): Side | null {
  const [kinesis, sqs] = [sideOf(scenario, 'kinesis'), sideOf(scenario, 'sqs')]
  if (sqs.entries.length === 0 && kinesis.readers.length > 0) return 'sqs'
  return kinesis.entries.length === 0 && sqs.readers.length > 0 ? 'kinesis' : null
}

async function addTheOther(side: Side): Promise<void> {
  const { sameOn, sameOnRefusal } = await import('../../scenario/compare/sameOn.ts')
  applyEdit((document) => {
    const refusal = sameOnRefusal(document, side)
    if (refusal !== null) viewStore.getState().setNotice({ text: refusal })
    return sameOn(document, side)
  })
}
