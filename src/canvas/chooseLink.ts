import { scenarioStore, viewStore } from '../state/index.ts'
import { nameOf, say } from '../state/workbench/selection.ts'

/** The next of a node's links is selected, and told: Delete removes it. */
export function chooseLink(nodeId: string): void {
  const { selectedLink, select } = viewStore.getState()
  const own = scenarioStore.getState().scenario.links.filter(({ from, to }) => from === nodeId || to === nodeId)
  const at = own.findIndex(({ from, to }) => from === selectedLink?.from && to === selectedLink.to)
  const next = own[(at + 1) % own.length]
  if (next === undefined) {
    say(`${nameOf(nodeId)} is not linked.`)
    return
  }
  select(null)
  viewStore.setState({ selectedLink: { from: next.from, to: next.to } })
  say(`Link from ${nameOf(next.from)} to ${nameOf(next.to)}, ${own.indexOf(next) + 1} of ${own.length}.`)
}
