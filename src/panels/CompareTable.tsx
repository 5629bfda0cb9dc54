import { sharedProducers, sideOf } from '../scenario/compare/sides.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { useGauges, useScenario } from '../state/index.ts'
import { type ComparedRow, compared, saidOf } from './compared.ts'
import './compare.css'

/** The same traffic on both sides: what differs at this moment, in words and in counts. */
export default function CompareTable() {
  const scenario = useScenario((state) => state.scenario)
  return sharedProducers(scenario).length === 0 ? null : <Table scenario={scenario} />
}

function Table({ scenario }: { scenario: Scenario }) {
  const rows = useGauges((reader) => compared(scenario, reader))
  const [kinesis, sqs] = [sideOf(scenario, 'kinesis'), sideOf(scenario, 'sqs')]
  const names = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name).join(', ')
  return (
    <section className="compare">
      <h3>
        The same traffic, twice <span>at this moment</span>
      </h3>
      {saidOf(rows).map((sentence) => (
        <p key={sentence} className="compare-said">
          {sentence}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col" title={names(kinesis.readers)}>
              Kinesis
            </th>
            <th scope="col" title={names(sqs.readers)}>
              SQS
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row }: { row: ComparedRow }) {
  const cell = (value: number, text: string) => (
    <td className={row.isLoss === true && value > 0 ? 'stop' : undefined}>{text}</td>
  )
  return (
    <tr className={row.kinesis === row.sqs ? 'is-equal' : undefined}>
      <th scope="row">{row.label}</th>
      {cell(row.kinesis, row.kinesisText)}
      {cell(row.sqs, row.sqsText)}
    </tr>
  )
}
