import type { ProducerNode } from '../scenario/scenario.ts'
import { useGauges, useScenario } from '../state/index.ts'
import { Bars } from '../ui/Bars.tsx'
import { rateText } from '../ui/rateText.ts'
import { Facts } from './Facts.tsx'

const COUNTS = [
  ['New records', 'newTotal'],
  ['Attempts', 'attemptsTotal'],
  ['Refused attempts', 'refusedTotal'],
  ['Stored', 'storedTotal'],
  ['Not yet stored', 'notYetStored'],
  ['Held at the source', 'held'],
  ['Dropped', 'droppedTotal'],
  ['Given up', 'givenUpTotal'],
] as const
const BAD = new Set(['refusedTotal', 'droppedTotal', 'givenUpTotal'])

/** Each link on its own: its send buffer, and the words of the account. */
export function ProducerGauges({ node }: { node: ProducerNode }) {
  const targets = useScenario((state) =>
    state.scenario.links.filter((link) => link.from === node.id).map((link) => link.to),
  )
  return (
    <>
      <ReachFacts node={node} />
      {targets.map((target, row) => (
        <LinkGauges key={target} node={node} target={target} row={row} />
      ))}
    </>
  )
}

const REACH = [
  ['Reached some of its queues only', 'reachedSomeTotal'],
  ['Reached none', 'reachedNoneTotal'],
  ['Sent nowhere: no link has their key', 'unroutedTotal'],
] as const

/** Of a producer that routes itself: what its stores do not know of each other. */
function ReachFacts({ node }: { node: ProducerNode }) {
  const counts = useGauges((reader) => REACH.map(([, gauge]) => reader.value(node.id, gauge)))
  const facts = REACH.flatMap(([label], i) => ((counts[i] ?? 0) > 0 ? [{ label, amount: counts[i] ?? 0 }] : []))
  return facts.length === 0 ? null : (
    <Facts facts={facts.map(({ label, amount }) => ({ label, text: rateText(amount), stop: true }))} />
  )
}

function LinkGauges({ node, target, row }: { node: ProducerNode; target: string; row: number }) {
  const name = useScenario((state) => state.scenario.nodes.find((other) => other.id === target)?.name ?? target)
  const counts = useGauges((reader) => COUNTS.map(([, gauge]) => reader.value(node.id, gauge, row)))
  const waiting = counts[4] ?? 0
  return (
    <section>
      <h3>
        To {name} <span>records so far</span>
      </h3>
      <Bars
        label="Send buffer"
        rows={[{ label: 'Buffer', amount: waiting, text: rateText(waiting) }]}
        limit={node.bufferRecords}
        limitText={`room for ${rateText(node.bufferRecords)}`}
      />
      <Facts
        of={node.id}
        row={row}
        facts={COUNTS.map(([label, gauge], i) => ({
          label,
          gauge,
          text: rateText(counts[i] ?? 0),
          stop: BAD.has(gauge) && (counts[i] ?? 0) > 0,
        }))}
      />
    </section>
  )
}
