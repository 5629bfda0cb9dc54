import { Fragment } from 'react'

export type Fact = { label: string; text: string; stop?: boolean }

/** Names and numbers, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <Fragment key={fact.label}>
          <dt>{fact.label}</dt>
          <dd className={fact.stop ? 'stop' : ''}>{fact.text}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
