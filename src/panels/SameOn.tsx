import { lazy, Suspense } from 'react'
import { type Side, sharedProducers, sideOf } from '../scenario/compare/sides.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { applyEdit, useScenario, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

const CompareTable = lazy(() => import('./CompareTable.tsx'))

/** Both designs side by side when the scene has them, else one step to get the other. */
export function SameOn() {
  const scenario = useScenario((state) => state.scenario)
  if (sharedProducers(scenario).length > 0)
    return (
      <Suspense fallback={null}>
        <CompareTable />
      </Suspense>
    )
  const missing = missingSide(scenario)
  return missing === null ? null : (
    <section>
      <Button onClick={() => void addTheOther(missing)}>The same on {missing === 'sqs' ? 'SQS' : 'Kinesis'}</Button>
    </section>
  )
}

/** The side that nothing is sent to, while the other one is read. */
function missingSide(scenario: Scenario): Side | null {
  const [kinesis, sqs] = [sideOf(scenario, 'kinesis'), sideOf(scenario, 'sqs')]
  if (sqs.entries.length === 0 && kinesis.readers.length > 0) return 'sqs'
  return kinesis.entries.length === 0 && sqs.readers.length > 0 ? 'kinesis' : null
}

async function addTheOther(side: Side): Promise<void> {
  const { sameOn, sameOnRefusal } = await import('../scenario/compare/sameOn.ts')
  applyEdit((document) => {
    const refusal = sameOnRefusal(document, side)
    if (refusal !== null) viewStore.getState().setNotice({ text: refusal })
    return sameOn(document, side)
  })
}
