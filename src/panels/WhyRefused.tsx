import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { useGauges, useView, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

const Refusals = lazy(() => import('./inquiry/Refusals.tsx'))

/** At a store that has refused something: the way to the arithmetic behind it. */
export function WhyRefused({ node }: { node: ScenarioNode }) {
  const { refuses, now } = useGauges((reader) => ({
    refuses: reader.value(node.id, 'refusedTotal') > 0,
    now: reader.nowMicros,
  }))
  const [untilMicros, setUntilMicros] = useState<number | null>(null)
  // Asked by a click on what was refused.
  const isAsked = useView((view) => view.whyId === node.id)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isAsked || !refuses) return
    viewStore.setState({ whyId: null })
    setUntilMicros(now)
    place.current?.scrollIntoView({ block: 'start' })
  }, [isAsked, refuses, now])
  if (!refuses) return null
  return (
    <section ref={place}>
      <Button onClick={() => setUntilMicros(now)}>Why was it refused?</Button>
      {untilMicros !== null && (
        <Suspense fallback={null}>
          <Refusals key={`${node.id} ${untilMicros}`} node={node} untilMicros={untilMicros} />
        </Suspense>
      )}
    </section>
  )
}
