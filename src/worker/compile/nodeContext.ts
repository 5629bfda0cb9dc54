import type { Scenario } from '../../scenario/scenario.ts'

type Place = (id: string | undefined) => number

/** What a node may need to know of the others: their places in the plan, -1 for none. */
export type NodeContext = {
  scenario: Scenario
  /** Among the plan's streams, queues, registered nodes. */
  streamAt: Place
  queueAt: Place
  nodeAt: Place
  /** Shards that a stream may ever have, by its place. */
  shardsAtMost(stream: number): number
  /** Numbers for so many workers that poll a queue, none of which anybody else has: the first of them. */
  takeWorkers(count: number): number
}

/** Place of the system that a reader calls, -1 for none. */
export function downstreamOf(readerId: string, { scenario, nodeAt }: NodeContext): number {
  const ids = scenario.links.filter(({ from }) => from === readerId).map(({ to }) => to)
  return nodeAt(scenario.nodes.find(({ id, kind }) => kind === 'downstream' && ids.includes(id))?.id)
}
