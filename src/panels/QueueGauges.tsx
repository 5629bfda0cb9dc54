import { valueAt } from '../scenario/index.ts'
import type { QueueNode } from '../scenario/scenario.ts'
import { useGauges, useScenario } from '../state/index.ts'
import { Bars } from '../ui/Bars.tsx'
import { lagText, rateText } from '../ui/rateText.ts'
import { Facts } from './Facts.tsx'
import { GaugeName } from './GaugeName.tsx'

const VALUES = [
  'visible',
  'inFlight',
  'oldestAgeMicros',
  'emptyReceivesTotal',
  'returnedTotal',
  'expiredTotal',
  'purgedTotal',
  'overLimitTotal',
  'delayed',
  'deadLetteredTotal',
  'movedInTotal',
] as const

export function QueueGauges({ node }: { node: QueueNode }) {
  const scenario = useScenario((state) => state.scenario)
  const values = useGauges((reader) => VALUES.map((name) => reader.value(node.id, name)))
  const rates = useGauges((reader) =>
    ['storedTotal', 'deliveriesTotal', 'deletedTotal'].map((name) => reader.rate(node.id, name)),
  )
  const limit = useGauges((reader) => Number(valueAt(scenario, node.id, 'inFlightLimit', reader.nowMicros)))
  const [
    visible = 0,
    inFlight = 0,
    oldest = 0,
    empty = 0,
    returned = 0,
    expired = 0,
    purged = 0,
    over = 0,
    delayed = 0,
    given = 0,
    came = 0,
  ] = values
  const [sent = 0, received = 0, deleted = 0] = rates
  return (
    <>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="visible">
            In the queue
          </GaugeName>{' '}
          <span>messages</span>
        </h3>
        <Bars
          label="Messages in the queue"
          rows={[
            { label: 'Waiting', amount: visible, text: rateText(visible) },
            { label: 'Received', amount: inFlight, text: rateText(inFlight) },
            { label: 'Delayed', amount: delayed, text: rateText(delayed) },
          ]}
        />
        <Facts
          of={node.id}
          facts={[
            { label: 'Oldest message', gauge: 'oldestAgeMicros', text: lagText(oldest) },
            { label: 'Received, of at most', gauge: 'inFlight', text: `${rateText(inFlight)} of ${rateText(limit)}` },
          ]}
        />
      </section>
      <section>
        <h3>
          Moving <span>messages/s</span>
        </h3>
        <Facts
          of={node.id}
          facts={[
            { label: 'Sent', gauge: 'storedTotal', text: rateText(sent) },
            { label: 'Received', gauge: 'deliveriesTotal', text: rateText(received) },
            { label: 'Deleted', gauge: 'deletedTotal', text: rateText(deleted) },
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
            {
              label: 'Given up to the dead-letter queue',
              gauge: 'deadLetteredTotal',
              text: rateText(given),
              stop: given > 0,
            },
            { label: 'Came from another queue', gauge: 'movedInTotal', text: rateText(came) },
            { label: 'Came back after the timeout', gauge: 'returnedTotal', text: rateText(returned) },
            { label: 'Receives that found nothing', gauge: 'emptyReceivesTotal', text: rateText(empty) },
            { label: 'Receives over the limit', gauge: 'overLimitTotal', text: rateText(over), stop: over > 0 },
            { label: 'Purged', gauge: 'purgedTotal', text: rateText(purged), stop: purged > 0 },
            { label: 'Expired', gauge: 'expiredTotal', text: rateText(expired), stop: expired > 0 },
          ]}
        />
      </section>
    </>
  )
}
