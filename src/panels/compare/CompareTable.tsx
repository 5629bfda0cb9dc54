import { type Compared, comparedIn } from '../../scenario/compare/designs.ts'
import { alone } from '../../scenario/compare/sideBySide.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { type ComparedRow, compared, saidOf } from './compared.ts'
import { FactMark } from './FactMark.tsx'
import { OrderRow } from './OrderRow.tsx'
import { consumersOf, type PromisedRow, promisedOf } from './promised.ts'
import './compare.css'

/** Two designs in one run: what differs at this moment, in words and in counts. */
export default function CompareTable() {
  const scenario = useScenario((state) => state.scenario)
  const both = comparedIn(scenario)
  return both === null ? null : <Table scenario={scenario} both={both} />
}

function Table({ scenario, both }: { scenario: Scenario; both: Compared }) {
  const { rows, nowMicros } = useGauges((reader) => ({
    rows: compared(scenario, both, reader),
    nowMicros: reader.nowMicros,
  }))
  return (
    <section className="compare">
      <h3>
        {both.arrivals === 'equal' ? 'The same traffic, twice' : 'Two designs'} <span>at this moment</span>
      </h3>
      {saidOf(rows, both).map((sentence) => (
        <p key={sentence} className="compare-said">
          {sentence}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">Counted</th>
            {both.designs.map((design) => (
              <th key={design.name} scope="col" title={design.readers.map(({ name }) => name).join(', ')}>
                {design.name}
                <small>{consumersOf(design)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} />
          ))}
          <OrderRow designs={both.designs} nowMicros={nowMicros} />
        </tbody>
        <tbody className="compare-promised">
          {promisedOf(both.designs).map((row) => (
            <Promised key={row.label} row={row} />
          ))}
        </tbody>
      </table>
      {scenario.against !== undefined && <Button onClick={() => applyEdit(alone)}>Take the other away</Button>}
    </section>
  )
}

function Row({ row: { label, values, texts, isLoss } }: { row: ComparedRow }) {
  return (
    <tr className={texts[0] === texts[1] ? 'is-equal' : undefined}>
      <th scope="row">{label}</th>
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: left and right
        <td key={i} className={isLoss && (values[i] ?? 0) > 0 ? 'stop' : undefined}>
          {text}
        </td>
      ))}
    </tr>
  )
}

function Promised({ row: { label, cells } }: { row: PromisedRow }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: left and right
        <td key={i}>
          {cell.map((one) => (
            <FactMark key={one.text} {...one} />
          ))}
        </td>
      ))}
    </tr>
  )
}
