import { type SideNodes, sharedProducers, sideOf } from '../scenario/compare/sides.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { rateText } from '../ui/rateText.ts'

/** What a reading of the run must answer (GaugeReader). */
export type Reads = {
  value: (nodeId: string, name: string, row?: number) => number
  rows: (nodeId: string) => number
}

/** One thing that is counted on both sides. Every number is the engine's. */
export type ComparedRow = {
  label: string
  kinesis: number
  sqs: number
  kinesisText: string
  sqsText: string
  /** Above 0 something is refused or lost. */
  isLoss?: true
}

const known = (value: number): number => (Number.isFinite(value) ? value : 0)

/** Sum of a gauge over nodes; a kind that does not have it counts 0. */
const sum = (reader: Reads, nodes: SideNodes['stores'], name: string): number =>
  nodes.reduce((total, { id }) => total + known(reader.value(id, name)), 0)

const sumRows = (reader: Reads, nodes: SideNodes['stores'], name: string): number =>
  nodes
    .flatMap(({ id }) => Array.from({ length: reader.rows(id) }, (_, row) => known(reader.value(id, name, row))))
    .reduce((total, value) => total + value, 0)

/** Sum over the links by which shared producers feed a side. A producer has one row for each of its links, in their order. */
function sumLinks(scenario: Scenario, reader: Reads, side: SideNodes, name: string): number {
  const entries = new Set(side.entries.map(({ id }) => id))
  let total = 0
  for (const { id } of sharedProducers(scenario))
    scenario.links
      .filter(({ from }) => from === id)
      .forEach(({ to }, row) => {
        if (entries.has(to)) total += known(reader.value(id, name, row))
      })
  return total
}

/** What differs between both sides at the moment of this reading. */
export function compared(scenario: Scenario, reader: Reads): ComparedRow[] {
  const kinesis = sideOf(scenario, 'kinesis')
  const sqs = sideOf(scenario, 'sqs')
  const row = (label: string, left: number, right: number, isLoss?: true): ComparedRow => ({
    ...{ label, kinesis: left, sqs: right, kinesisText: rateText(left), sqsText: rateText(right) },
    ...(isLoss && { isLoss }),
  })
  const links = (name: string) =>
    [sumLinks(scenario, reader, kinesis, name), sumLinks(scenario, reader, sqs, name)] as const
  const readers = (name: string) => [sum(reader, kinesis.readers, name), sum(reader, sqs.readers, name)] as const
  const [dropped, droppedQueue] = links('droppedTotal')
  const [givenUp, givenUpQueue] = links('givenUpTotal')
  return [
    row('New records', ...links('newTotal')),
    row('Attempts refused', ...links('refusedTotal'), true),
    row('Delivered to readers', ...readers('deliveriesTotal')),
    row('Done', ...readers('processedTotal')),
    row('Done again', ...readers('processedAgainTotal')),
    row(
      'Waiting for a reader',
      sum(reader, kinesis.readers, 'backlog'),
      sum(reader, sqs.stores, 'visible') + sum(reader, sqs.stores, 'inFlight'),
    ),
    row('Deleted', 0, sum(reader, sqs.stores, 'deletedTotal')),
    row(
      'Still kept',
      sumRows(reader, kinesis.stores, 'retained'),
      sum(reader, sqs.stores, 'visible') + sum(reader, sqs.stores, 'inFlight'),
    ),
    row(
      'Lost',
      dropped + givenUp + sum(reader, kinesis.readers, 'lostUnreadTotal') + sum(reader, kinesis.readers, 'lostTotal'),
      droppedQueue + givenUpQueue + sum(reader, sqs.stores, 'expiredTotal') + sum(reader, sqs.readers, 'lostTotal'),
      true,
    ),
  ]
}

/** At most three sentences on what the counts say. */
export function saidOf(rows: readonly ComparedRow[]): string[] {
  const of = (label: string) => rows.find((row) => row.label === label)
  const [made, kept, again, lost] = ['New records', 'Still kept', 'Done again', 'Lost'].map(of)
  const said: string[] = []
  if (made && made.kinesis > 0 && made.kinesis === made.sqs)
    said.push(`The same ${made.kinesisText} records were sent to both.`)
  if (kept && kept.kinesis > kept.sqs)
    said.push(`The stream still keeps ${kept.kinesisText}, read or not; the queues hold ${kept.sqsText}.`)
  if (again && again.kinesis !== again.sqs)
    said.push(`Worked more than once: ${again.kinesisText} from the stream, ${again.sqsText} from the queues.`)
  else if (lost && lost.kinesis + lost.sqs > 0)
    said.push(`Lost: ${lost.kinesisText} on the stream’s side, ${lost.sqsText} on the queues’.`)
  return said
}
