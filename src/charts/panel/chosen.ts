import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import type { PlayedKind, Scenario } from '../../scenario/scenario.ts'
import type { ChartWish } from '../../state/index.ts'

/** A chart that somebody chose. */
export type Chosen = ChartWish

export const keyOf = (chosen: Chosen): string =>
  [chosen.is, chosen.nodeId, ...(chosen.is === 'gauge' ? [chosen.gauge, chosen.rows ?? ''] : [])].join(' ')

/** Special charts, each with the kinds of node that have one. */
export const SPECIAL: readonly { is: Exclude<Chosen['is'], 'gauge'>; label: string; kinds: readonly PlayedKind[] }[] = [
  {
    is: 'latency',
    label: 'Latency, put to processed',
    kinds: ['application', 'pool', 'lambda', 'aggregator', 'monolith'],
  },
  { is: 'backlog', label: 'Backlog and forecast', kinds: ['application', 'pool', 'queue', 'fifoQueue'] },
  { is: 'shards', label: 'Shards as a heat map', kinds: ['stream'] },
  {
    is: 'five',
    label: 'Five numbers: new, attempts, refused, ...',
    kinds: ['producer', 'stream', 'queue', 'fifoQueue', 'topic', 'monolith'],
  },
]

const record = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}

/** What was kept is believed only where the scene still has it. */
export function parseChosen(data: unknown, scenario: Scenario): Chosen | null {
  const { is, nodeId, gauge, rows } = record(data)
  const node = scenario.nodes.find((other) => other.id === nodeId)
  if (node === undefined || node.kind === 'note') return null
  const { kind } = node
  if (is !== 'gauge') {
    const special = SPECIAL.find((one) => one.is === is && one.kinds.includes(kind))
    return special === undefined ? null : { is: special.is, nodeId: node.id }
  }
  if (typeof gauge !== 'string') return null
  if (rows === undefined) return Object.hasOwn(NODE_WORDS[kind], gauge) ? { is, nodeId: node.id, gauge } : null
  if (!Object.hasOwn(ROW_WORDS[kind] ?? {}, gauge)) return null
  if (rows === 'each' || rows === 'sum') return { is, nodeId: node.id, gauge, rows }
  return typeof rows === 'number' && Number.isInteger(rows) && rows >= 0 ? { is, nodeId: node.id, gauge, rows } : null
}

/** What is shown before anything was chosen: of the node that is selected, else of the first store, and of the first reader. */
export function firstCharts({ nodes }: Scenario, selectedId: string | null): Chosen[] {
  const played = nodes.filter((node) => node.kind !== 'note')
  const store = played.find(({ kind }) => kind === 'stream') ?? played.find(({ kind }) => kind in QUEUES)
  const first = played.find(({ id }) => id === selectedId) ?? store ?? played[0]
  const reader = played.find(({ kind }) => kind === 'application' || kind === 'lambda')
  const charts = [first, ...(first === store ? [reader] : [])].flatMap((node): Chosen[] => {
    if (node === undefined) return []
    const [main, ...others] = OF_KIND[node.kind].map((chosen): Chosen => ({ is: 'gauge', nodeId: node.id, ...chosen }))
    const map: Chosen[] = node.kind === 'stream' ? [{ is: 'shards', nodeId: node.id }] : []
    return main === undefined ? map : [main, ...map, ...others]
  })
  return charts.slice(0, FIRST)
}

const FIRST = 4
const QUEUES: Partial<Record<PlayedKind, true>> = { queue: true, fifoQueue: true }

type Gauge = Omit<Extract<Chosen, { is: 'gauge' }>, 'is' | 'nodeId'>
const gauges = (...names: string[]): Gauge[] => names.map((gauge) => ({ gauge }))
const each = (gauge: string): Gauge => ({ gauge, rows: 'each' })

const OF_KIND: Readonly<Record<PlayedKind, readonly Gauge[]>> = {
  producer: [each('newTotal'), each('notYetStored'), each('refusedTotal')],
  stream: [each('storedTotal'), ...gauges('refusedTotal')],
  queue: gauges('visible', 'oldestAgeMicros', 'inFlight'),
  fifoQueue: gauges('visible', 'oldestAgeMicros', 'groupsLocked'),
  application: gauges('iteratorAgeMicros', 'backlog', 'processedTotal'),
  pool: gauges('processedTotal', 'busy'),
  monolith: gauges('heapBytes', 'processedTotal'),
  topic: gauges('publishedTotal', 'deliveredTotal'),
  lambda: gauges('concurrent', 'iteratorAgeMicros', 'invocationsTotal'),
  downstream: gauges('running', 'waiting'),
  aggregator: gauges('answer', 'difference'),
  kinesisQueue: gauges('visible', 'inFlight', 'acknowledgedTotal'),
  archive: gauges('kept', 'toReplay'),
}
