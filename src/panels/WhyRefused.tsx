import { lazy, Suspense, useState } from 'react'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

const Refusals = lazy(() => import('./inquiry/Refusals.tsx'))

/** At a store that has refused something: the way to the arithmetic behind it. */
export function WhyRefused({ node }: { node: ScenarioNode }) {
  const { refuses, now } = useGauges((reader) => ({
    refuses: reader.value(node.id, 'refusedTotal') > 0,
    now: reader.nowMicros,
  }))
  const [untilMicros, setUntilMicros] = useState<number | null>(null)
  if (!refuses) return null
  return (
    <section>
      <Button onClick={() => setUntilMicros(now)}>Why was it refused?</Button>
      {untilMicros !== null && (
        <Suspense fallback={null}>
          <Refusals key={`${node.id} ${untilMicros}`} node={node} untilMicros={untilMicros} />
        </Suspense>
      )}
    </section>
  )
}
