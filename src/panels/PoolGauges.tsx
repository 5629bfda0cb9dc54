import type { PoolNode } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import { Bars } from '../ui/Bars.tsx'
import { rateText } from '../ui/rateText.ts'
import { Facts } from './Facts.tsx'
import { GaugeName } from './GaugeName.tsx'
import { SideEffects } from './SideEffects.tsx'

const TOTALS = ['processedTotal', 'processedAgainTotal', 'failedTotal', 'lostTotal'] as const

export function PoolGauges({ node }: { node: PoolNode }) {
  const [busy = 0, received = 0, processed = 0] = useGauges((reader) => [
    reader.value(node.id, 'busy'),
    reader.rate(node.id, 'deliveriesTotal'),
    reader.rate(node.id, 'processedTotal'),
  ])
  const [done = 0, again = 0, failed = 0, lost = 0] = useGauges((reader) =>
    TOTALS.map((name) => reader.value(node.id, name)),
  )
  return (
    <>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="busy">
            Working now
          </GaugeName>{' '}
          <span>workers</span>
        </h3>
        <Bars
          label="Workers at work"
          rows={[{ label: 'Busy', amount: busy, text: `${busy} of ${node.workers}` }]}
          limit={node.workers}
        />
        <Facts
          of={node.id}
          facts={[
            { label: 'Received', gauge: 'deliveriesTotal', text: `${rateText(received)}/s` },
            { label: 'Done', gauge: 'processedTotal', text: `${rateText(processed)}/s` },
          ]}
        />
      </section>
      <section>
        <h3>
          So far <span>messages</span>
        </h3>
        <Facts
          of={node.id}
          facts={[
            { label: 'Done', text: rateText(done) },
            { label: 'Done again', gauge: 'processedAgainTotal', text: rateText(again) },
            { label: 'Failed attempts', gauge: 'failedTotal', text: rateText(failed) },
            { label: 'Lost', gauge: 'lostTotal', text: rateText(lost), stop: lost > 0 },
          ]}
        />
      </section>
      <SideEffects id={node.id} />
    </>
  )
}
