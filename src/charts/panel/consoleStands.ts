import { NODE_WORDS } from '../../protocol/gaugeWords.ts'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import type { Chosen } from './chosen.ts'
import type { GaugeChosen } from './gaugeView.ts'

/** What the console could answer the question of a chart with; only what CloudWatch keeps a metric of is left of it. */
const STANDS_FOR: Readonly<Record<Exclude<Chosen['is'], 'gauge'>, readonly string[]>> = {
  five: ['attemptsTotal', 'refusedTotal', 'storedTotal', 'publishedTotal'],
  shards: ['storedTotal', 'refusedTotal', 'storedBytesTotal'],
  backlog: ['visible', 'inFlight', 'iteratorAgeMicros'],
  // How long a record took from end to end, nobody counts there.
  latency: [],
}

/** The metrics that the console shows in place of a chart of several numbers; none where it has nothing of the kind. */
export function consoleStands(is: Exclude<Chosen['is'], 'gauge'>, node: ScenarioNode): GaugeChosen[] {
  if (node.kind === 'note') return []
  const words = NODE_WORDS[node.kind]
  return STANDS_FOR[is]
    .filter((gauge) => words[gauge]?.metric !== undefined)
    .map((gauge) => ({ is: 'gauge', nodeId: node.id, gauge }))
}
