import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'

/** Counts so far. Every new record is in one place: new = stored + not yet stored + given up. */
export type FiveNumbers = {
  new: number
  attempts: number
  refused: number
  stored: number
  /** In the send buffer, or held at the source before a full one. */
  notYetStored: number
  held: number
  /** After the last attempt, or dropped by a full buffer. */
  givenUp: number
  dropped: number
}

/** The links that a node's account is of: a producer's own, or all that lead into a store. */
export function linksOf({ nodes, links }: Scenario, node: ScenarioNode): { producer: string; row: number }[] {
  return nodes
    .filter(({ kind }) => kind === 'producer')
    .flatMap(({ id }) =>
      links
        .filter(({ from }) => from === id)
        .flatMap(({ to }, row) => (id === node.id || to === node.id ? [{ producer: id, row }] : [])),
    )
}

/** The account of these links together. */
export function fiveNumbers(
  links: readonly { producer: string; row: number }[],
  value: (nodeId: string, name: string, row: number) => number,
): FiveNumbers {
  const sum = (name: string) => links.reduce((total, { producer, row }) => total + value(producer, name, row), 0)
  const [held, dropped] = [sum('held'), sum('droppedTotal')]
  return {
    ...{
      new: sum('newTotal'),
      attempts: sum('attemptsTotal'),
      refused: sum('refusedTotal'),
      stored: sum('storedTotal'),
    },
    ...{ held, dropped, notYetStored: sum('notYetStored') + held, givenUp: sum('givenUpTotal') + dropped },
  }
}
