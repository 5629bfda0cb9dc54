import type { ApplicationNode } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import { Bars } from '../ui/Bars.tsx'
import { lagText, rateText } from '../ui/rateText.ts'
import { Facts } from './Facts.tsx'
import { GaugeName } from './GaugeName.tsx'
import { SideEffects } from './SideEffects.tsx'

const SHOWN_SHARDS = 8
const TOTALS = ['processedAgainTotal', 'failedTotal', 'skippedTotal', 'lostUnreadTotal'] as const

export function ApplicationGauges({ node }: { node: ApplicationNode }) {
  const behind = useGauges((reader) =>
    Array.from({ length: Math.min(SHOWN_SHARDS, reader.rows(node.id)) }, (_, row) =>
      reader.value(node.id, 'behindMicros', row),
    ),
  )
  const [read = 0, processed = 0] = useGauges((reader) => [
    reader.rate(node.id, 'deliveriesTotal'),
    reader.rate(node.id, 'processedTotal'),
  ])
  const [backlog = 0, age = 0] = useGauges((reader) => [
    reader.value(node.id, 'backlog'),
    reader.value(node.id, 'ageMicros'),
  ])
  const [again = 0, failed = 0, skipped = 0, lost = 0] = useGauges((reader) =>
    TOTALS.map((name) => reader.value(node.id, name)),
  )
  return (
    <>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="behindMicros" rows="each">
            Behind
          </GaugeName>{' '}
          <span>per shard, processed</span>
        </h3>
        <Bars
          label="Seconds behind"
          rows={behind.map((micros, row) => ({
            label: `Shard ${row + 1}`,
            amount: micros / 1e6,
            text: lagText(micros),
          }))}
          most={10}
        />
      </section>
      <section>
        <h3>
          Now <span>all shards</span>
        </h3>
        <Facts
          of={node.id}
          facts={[
            { label: 'Read', gauge: 'deliveriesTotal', text: `${rateText(read)}/s` },
            { label: 'Processed', gauge: 'processedTotal', text: `${rateText(processed)}/s` },
            { label: 'Not yet processed', gauge: 'backlog', text: rateText(backlog) },
            { label: 'Oldest of these', gauge: 'ageMicros', text: lagText(age) },
          ]}
        />
      </section>
      <section>
        <h3>
          So far <span>records</span>
        </h3>
        <Facts
          of={node.id}
          facts={[
            { label: 'Processed again', gauge: 'processedAgainTotal', text: rateText(again) },
            { label: 'Failed attempts', gauge: 'failedTotal', text: rateText(failed) },
            { label: 'Skipped', gauge: 'skippedTotal', text: rateText(skipped), stop: skipped > 0 },
            { label: 'Expired unread', gauge: 'lostUnreadTotal', text: rateText(lost), stop: lost > 0 },
          ]}
        />
      </section>
      <SideEffects id={node.id} />
    </>
  )
}
