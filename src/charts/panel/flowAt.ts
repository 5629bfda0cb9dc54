import type { Flow } from '../../review/forecast.ts'
import { valueAt as fieldAt } from '../../scenario/index.ts'
import type { PoolNode, Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import type { GaugeOfNode } from '../../state/index.ts'
import { type History, sumOf, valueAt } from '../lineValues.ts'
import { applicationSpeed, poolSpeed } from './fullSpeed.ts'
import { sourceOf } from './limitOf.ts'

/** What waits for a reader, and where its numbers stand. */
export type Waiting = {
  store: ScenarioNode
  backlog: readonly GaugeOfNode[]
  age: GaugeOfNode
  stored: GaugeOfNode
  bytes: GaugeOfNode
}

/** Rates are taken over so long: many polls, also of a reader that a large read stops for five seconds (KIN2.04), and still the present. */
export const LOOK_BACK_MICROS = 20_000_000

/** An application waits at its stream; a queue is the same for all its workers. */
export function waitingOf(scenario: Scenario, node: ScenarioNode): Waiting | null {
  const store = node.kind === 'queue' || node.kind === 'fifoQueue' ? node : sourceOf(scenario, node.id)
  if (store === undefined) return null
  const of = (nodeId: string, name: string): GaugeOfNode => ({ nodeId, name })
  const totals = { store, stored: of(store.id, 'storedTotal'), bytes: of(store.id, 'storedBytesTotal') }
  if (store.kind === 'stream')
    return node.kind === 'application'
      ? { ...totals, backlog: [of(node.id, 'backlog')], age: of(node.id, 'ageMicros') }
      : null
  const backlog = ['visible', 'inFlight', 'delayed'].map((name) => of(store.id, name))
  return { ...totals, backlog, age: of(store.id, 'oldestAgeMicros') }
}

export const gaugesOfWaiting = ({ backlog, age, stored, bytes }: Waiting): GaugeOfNode[] => [
  ...backlog,
  age,
  stored,
  bytes,
]

/** The flow at a moment, from what was recorded in the time before it; null where less than that is known. */
export function flowAt(
  scenario: Scenario,
  node: ScenarioNode,
  waiting: Waiting,
  history: History,
  micros: number,
): Flow | null {
  const back = Math.max(LOOK_BACK_MICROS, history.stepMicros)
  if (micros < back) return null
  const read = (gauges: readonly GaugeOfNode[]) => {
    const values = sumOf(gauges, history)
    const now = valueAt(values, history.stepMicros, micros)
    return { now, perSecond: ((now - valueAt(values, history.stepMicros, micros - back)) / back) * 1e6 }
  }
  const backlog = read(waiting.backlog)
  const stored = read([waiting.stored])
  const inPerSecond = stored.perSecond
  const flow = {
    backlog: backlog.now,
    ageSeconds: read([waiting.age]).now * 1e-6,
    inPerSecond,
    // What comes in and does not stay in the backlog is done.
    outPerSecond: Math.max(0, inPerSecond - backlog.perSecond),
    fullPerSecond: fullSpeed(
      scenario,
      node,
      waiting.store,
      stored.now > 0 ? read([waiting.bytes]).now / stored.now : 1,
    ),
    retentionSeconds: Number(fieldAt(scenario, waiting.store.id, 'retentionHours', micros)) * 3600,
  }
  return Number.isFinite(flow.backlog + flow.ageSeconds + inPerSecond) ? flow : null
}

function fullSpeed(scenario: Scenario, node: ScenarioNode, store: ScenarioNode, meanBytes: number): number | null {
  if (node.kind === 'application' && store.kind === 'stream') return applicationSpeed(scenario, store, node, meanBytes)
  const pools = scenario.nodes.filter(
    (other): other is PoolNode => other.kind === 'pool' && sourceOf(scenario, other.id)?.id === store.id,
  )
  return pools.length === 0 ? null : pools.reduce((sum, pool) => sum + poolSpeed(pool), 0)
}
