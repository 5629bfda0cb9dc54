import type { ScenarioNode } from '../../scenario/scenario.ts'
import { useGauges } from '../../state/index.ts'
import { rateText } from '../../ui/rateText.ts'
import { type FiveNumbers as Five, fiveNumbers, linksOf } from './fiveNumbers.ts'
import type { ChartProps } from './GaugeChart.tsx'
import { Card } from './ViewCard.tsx'

/** Five numbers that are often taken for one another, each with its word, its sentence, and the sum that binds them. */
export function FiveNumbers({ node, scenario, onRemove }: Omit<ChartProps<unknown>, 'chosen'>) {
  const links = linksOf(scenario, node)
  const five = useGauges((reader) => fiveNumbers(links, reader.value))
  return (
    <Card title={`${node.name}: five numbers so far`} onRemove={onRemove}>
      <Lengths five={five} />
      <table className="bench-five">
        <tbody>
          {rowsOf(five, node).map(({ name, amount, sentence, isTrouble }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={isTrouble && amount > 0 ? 'stop' : ''}>{rateText(amount)}</td>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="bench-note">
        Stored {rateText(five.stored)} + not yet stored {rateText(five.notYetStored)} + given up{' '}
        {rateText(five.givenUp)} = new {rateText(five.new)}.
      </p>
    </Card>
  )
}

type Row = { name: string; amount: number; sentence: string; isTrouble?: boolean }

function rowsOf(five: Five, node: ScenarioNode): Row[] {
  const toStream = node.kind === 'stream'
  return [
    {
      name: 'New records',
      amount: five.new,
      sentence: 'What the program wanted to send. AWS does not know this number.',
    },
    {
      name: 'Attempts',
      amount: five.attempts,
      sentence: `Records in calls; one that is tried again counts again.${toStream ? ' CloudWatch: PutRecords.TotalRecords.' : ''}`,
    },
    {
      name: 'Refused attempts',
      amount: five.refused,
      isTrouble: true,
      sentence: `Attempts, not records: one record may be refused often, and stored in the end.${toStream ? ' CloudWatch: WriteProvisionedThroughputExceeded.' : ''}`,
    },
    {
      name: 'Not yet stored',
      amount: five.notYetStored,
      sentence: `Waiting in the send buffer, in a call, or for another attempt${five.held > 0 ? `; ${rateText(five.held)} of these are held at the source` : ''}.`,
    },
    {
      name: 'Given up',
      amount: five.givenUp,
      isTrouble: true,
      sentence: `Lost: no more attempts${five.dropped > 0 ? `, or (${rateText(five.dropped)}) dropped by a full buffer` : ''}.`,
    },
  ]
}

const HEIGHT = 18

/** Two lengths on one scale: where the new records are, and what came of the attempts. */
function Lengths({ five }: { five: Five }) {
  const most = Math.max(1, five.new, five.attempts)
  const share = (amount: number) => `${(100 * amount) / most}%`
  const bar = (parts: readonly (readonly [className: string, amount: number])[]) => (
    <span className="bench-length" style={{ height: HEIGHT }}>
      {parts.map(([className, amount]) => (
        <i key={className} className={className} style={{ width: share(amount) }} />
      ))}
    </span>
  )
  return (
    <div className="bench-lengths" aria-hidden="true">
      <span>New</span>
      {bar([
        ['is-stored', five.stored],
        ['is-waiting', five.notYetStored],
        ['is-lost', five.givenUp],
      ])}
      <span>Attempts</span>
      {bar([
        ['is-stored', five.stored],
        ['is-lost', five.refused],
      ])}
      <span />
      <small>solid: stored; dotted: not yet; hatched: given up, refused</small>
    </div>
  )
}
