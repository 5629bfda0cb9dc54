import { KIND_WORDS } from '../scenario/kindWords.ts'
import type {
  ApplicationNode,
  ProducerNode,
  QueueNode,
  Scenario,
  ScenarioNode,
  StreamNode,
} from '../scenario/scenario.ts'
import { changesShards } from '../scenario/streamMode.ts'
import type { GaugeOfNode } from '../state/index.ts'
import { lagText, rateText } from '../ui/rateText.ts'
import type { ChartSpec, Line } from './chartSpec.ts'
import { writeLimit } from './writeLimit.ts'

const INKS = ['var(--r1)', 'var(--r2)', 'var(--r3)', 'var(--r4)']
const DASHES = ['', '7 2.5', '2.5 2', '8 2 2 2']
const perSecond = (value: number) => `${rateText(value)}/s`
const of = (nodeId: string, name: string, row?: number): GaugeOfNode =>
  row === undefined ? { nodeId, name } : { nodeId, name, row }

/** At most `most` charts: the selected node first, then how old, then how many wait. */
export function chooseCharts(
  scenario: Scenario,
  selectedId: string | null,
  meanBytes: number | null,
  most: number,
): ChartSpec[] {
  const { nodes } = scenario
  const selected =
    nodes.find((node) => node.id === selectedId && node.kind !== 'note') ??
    nodes.find((node) => node.kind === 'stream') ??
    nodes.find((node) => node.kind === 'queue')
  const charts = [
    selected && throughput(scenario, selected, meanBytes),
    iteratorAge(nodes.filter((node) => node.kind === 'application')),
    ...nodes.filter((node) => node.kind === 'queue').flatMap((node) => [oldest(node), waiting(node)]),
    sendBuffers(
      scenario,
      nodes.filter((node) => node.kind === 'producer'),
    ),
    backlog(nodes.filter((node) => node.kind === 'application')),
  ]
  return charts.filter((chart) => chart !== null && chart !== undefined).slice(0, most)
}

function throughput(scenario: Scenario, node: ScenarioNode, meanBytes: number | null): ChartSpec {
  const base = { id: `rate ${node.id}`, text: perSecond }
  const line = (label: string, name: string, more: Partial<Line> = {}): Line => ({
    label,
    ink: 'var(--ink)',
    gauges: [of(node.id, name)],
    mode: 'rate',
    ...more,
  })
  switch (node.kind) {
    case 'stream':
      return {
        ...base,
        title: `${node.name}, records/s`,
        lines: [
          line('Stored', 'storedTotal'),
          line('Attempts', 'attemptsTotal', { refused: true, ink: 'var(--ink-2)', thin: true }),
        ],
        totals: [{ label: 'Refused, so far', gauges: [of(node.id, 'refusedTotal')], stop: true }],
        ...streamLimit(scenario, node, meanBytes),
      }
    case 'queue':
      return {
        ...base,
        title: `${node.name}, messages/s`,
        lines: [line('Sent', 'storedTotal', { ink: 'var(--line-2)' }), line('Deleted', 'deletedTotal')],
        totals: [{ label: 'Came back, so far', gauges: [of(node.id, 'returnedTotal')] }],
      }
    case 'producer': {
      const rows = scenario.links.filter((link) => link.from === node.id).map((_, row) => row)
      const over = (name: string) => rows.map((row) => of(node.id, name, row))
      return {
        ...base,
        title: `${node.name}, records/s`,
        lines: [
          line('New', 'arrivalsTotal', { ink: 'var(--line-2)' }),
          line('Stored', '', { gauges: over('storedTotal') }),
          line('Attempts', '', { gauges: over('attemptsTotal'), refused: true, ink: 'var(--ink-2)', thin: true }),
        ],
      }
    }
    case 'application':
      return {
        ...base,
        title: `${node.name}, records/s`,
        lines: [line('Read', 'deliveriesTotal', { ink: 'var(--line-2)' }), line('Processed', 'processedTotal')],
      }
    case 'pool':
      return {
        ...base,
        title: `${node.name}, messages/s`,
        lines: [line('Received', 'deliveriesTotal', { ink: 'var(--line-2)' }), line('Done', 'processedTotal')],
      }
    case 'note':
      return { ...base, title: node.name, lines: [] }
    default:
      return {
        ...base,
        title: `${node.name}, events/s`,
        lines: KIND_WORDS[node.kind].readings
          .filter(({ as }) => as === 'rate')
          .map(({ gauge, label }, i) => line(label, gauge, i === 0 ? { ink: 'var(--line-2)' } : {})),
      }
  }
}

function streamLimit(scenario: Scenario, node: StreamNode, meanBytes: number | null): Pick<ChartSpec, 'limit'> {
  // What all shards take together is one line only while they stay the same.
  return changesShards(node, scenario) ? {} : { limit: writeLimit(scenario, node, meanBytes) }
}

function readerLines(applications: readonly ApplicationNode[], name: string, factor: number): Line[] {
  return applications.map((node, i) => ({
    label: node.name,
    ink: INKS[i % 4] ?? 'var(--ink)',
    dash: DASHES[i % 4] ?? '',
    gauges: [of(node.id, name)],
    mode: 'value',
    factor,
  }))
}

function iteratorAge(applications: readonly ApplicationNode[]): ChartSpec | null {
  if (applications.length === 0) return null
  return {
    id: 'age',
    title: 'Iterator age, seconds',
    text: (value) => lagText(value * 1e6),
    lines: readerLines(applications, 'iteratorAgeMicros', 1e-6),
  }
}

function backlog(applications: readonly ApplicationNode[]): ChartSpec | null {
  if (applications.length === 0) return null
  return {
    id: 'backlog',
    title: 'Not yet processed, records',
    text: rateText,
    lines: readerLines(applications, 'backlog', 1),
  }
}

function oldest(node: QueueNode): ChartSpec {
  const lines: Line[] = [
    { label: 'Oldest', ink: 'var(--ink)', gauges: [of(node.id, 'oldestAgeMicros')], mode: 'value', factor: 1e-6 },
  ]
  return {
    id: `oldest ${node.id}`,
    title: `Oldest message in ${node.name}, seconds`,
    text: (value) => lagText(value * 1e6),
    lines,
  }
}

function waiting(node: QueueNode): ChartSpec {
  return {
    id: `waiting ${node.id}`,
    title: `In ${node.name}, messages`,
    text: rateText,
    lines: [
      { label: 'Waiting', ink: 'var(--ink)', gauges: [of(node.id, 'visible')], mode: 'value' },
      { label: 'Received', ink: 'var(--line-2)', gauges: [of(node.id, 'inFlight')], mode: 'value' },
    ],
  }
}

function sendBuffers(scenario: Scenario, producers: readonly ProducerNode[]): ChartSpec | null {
  if (producers.length === 0) return null
  const lines = producers.map((node, i): Line => {
    const rows = scenario.links.filter((link) => link.from === node.id).map((_, row) => row)
    return {
      label: node.name,
      ink: i === 0 ? 'var(--ink)' : 'var(--ink-3)',
      dash: i === 0 ? '' : '4 3',
      gauges: rows.flatMap((row) => [of(node.id, 'notYetStored', row), of(node.id, 'held', row)]),
      mode: 'value',
    }
  })
  return { id: 'buffers', title: 'Waiting to be stored, records', text: rateText, lines }
}
