import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { NodeKind, ScenarioNode } from '../scenario/scenario.ts'
import { type GaugeReader, useGauges, useView, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

const Refusals = lazy(() => import('./inquiry/Refusals.tsx'))

/** Of a node that refuses in another way than by `refusedTotal`. */
const REFUSED: Partial<Record<NodeKind, string>> = { lambda: 'throttledTotal', fifoQueue: 'throttledCallsTotal' }

/** Refused reads of a shard. */
const READS: Partial<Record<NodeKind, readonly string[]>> = {
  stream: ['readCallsRefusedTotal', 'readBytesRefusedTotal'],
  application: ['callsRefusedTotal'],
}

/** Whether a node has refused anything, or an application or a function was refused. */
function refusesAny({ id, kind }: ScenarioNode, reader: GaugeReader): boolean {
  if ([REFUSED[kind], 'refusedTotal'].some((name) => name !== undefined && reader.value(id, name) > 0)) return true
  const shards = Array.from({ length: reader.rows(id) }, (_, shard) => shard)
  return (READS[kind] ?? []).some((name) => shards.some((shard) => reader.value(id, name, shard) > 0))
}

/** At a node that refused something, or was refused: the way to the arithmetic behind it. */
export function WhyRefused({ node }: { node: ScenarioNode }) {
  const { refuses, now } = useGauges((reader) => ({
    refuses: refusesAny(node, reader),
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
