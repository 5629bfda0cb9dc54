import { Fragment } from 'react'
import { GaugeName } from './GaugeName.tsx'

export type Fact = {
  label: string
  text: string
  stop?: boolean
  /** The gauge behind the number: its name opens the chart. */
  gauge?: string
}

type FactsProps = {
  facts: readonly Fact[]
  /** The node, and its row, that the gauges belong to. */
  of?: string
  row?: number
}

/** Names and numbers, one a line. */
export function Facts({ facts, of, row }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ label, text, stop, gauge }) => (
        <Fragment key={label}>
          <dt>
            {of !== undefined && gauge !== undefined ? (
              <GaugeName of={of} gauge={gauge} {...(row !== undefined && { rows: row })}>
                {label}
              </GaugeName>
            ) : (
              label
            )}
          </dt>
          <dd className={stop ? 'stop' : ''}>{text}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
