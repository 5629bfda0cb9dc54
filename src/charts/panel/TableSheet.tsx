import { useState } from 'react'
import { copyText } from '../../state/copyText.ts'
import { Button } from '../../ui/Button.tsx'
import { type NumberTable, tableText } from './chartTable.ts'

type TableSheetProps = {
  title: string
  table: NumberTable
  /** A cell as it is read; column 0 names the row. */
  cell: (value: number, column: number) => string
  /** What a row is. */
  foot: string
}

/** The numbers of a chart as a table, and as text for a spreadsheet. */
export function TableSheet({ title, table, cell, foot }: TableSheetProps) {
  const [said, setSaid] = useState('')
  const copy = async (separator: ',' | '\t') => {
    const words = separator === ',' ? 'CSV' : 'TSV'
    const isTaken = await copyText(tableText(table, separator))
    setSaid(isTaken ? `${table.rows.length} rows copied as ${words}.` : 'The browser does not let this page copy.')
  }
  return (
    <div className="sheet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <div className="sheet-scroll" tabIndex={0} role="region" aria-label={`Table of ${title}`}>
        <table>
          <thead>
            <tr>
              {(table.shownHead ?? table.head).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]}>
                <th scope="row">{cell(row[0] ?? 0, 0)}</th>
                {row.slice(1).map((value, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
                  <td key={i}>{cell(value, i + 1)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {table.rows.length === 0 && <p className="quiet">Nothing is known yet.</p>}
      </div>
      <p className="sheet-foot">
        <span role="status">{said || foot}</span>
        <Button onClick={() => void copy('\t')}>Copy as TSV</Button>
        <Button onClick={() => void copy(',')}>Copy as CSV</Button>
      </p>
    </div>
  )
}
