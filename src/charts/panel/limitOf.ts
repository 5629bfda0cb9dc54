import { valueAt } from '../../scenario/index.ts'
import type { PlayedKind, Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { changesShards, shardsAtStart } from '../../scenario/streamMode.ts'
import type { LimitLine } from '../chartSpec.ts'
import type { Chosen } from './chosen.ts'

type GaugeChosen = Extract<Chosen, { is: 'gauge' }>

/** The field that limits a gauge: its name, the word for the line, and what the chart's unit is of the field's. */
type LimitField = { field: string; label: string; factor?: number; per?: 'shard'; of?: 'source' }

const HOUR_SECONDS = 3600
const MIB = 1_048_576
const WRITE: LimitField = { field: 'writeRecordsPerSecond', label: 'write limit', per: 'shard' }
const WRITE_BYTES: LimitField = { field: 'writeBytesPerSecond', label: 'byte limit', per: 'shard' }
const READ_BYTES: LimitField = { field: 'readBytesPerSecond', label: 'read limit', per: 'shard' }
const RETENTION: LimitField = { field: 'retentionHours', label: 'retention', factor: HOUR_SECONDS }
const OF_SOURCE: LimitField = { ...RETENTION, of: 'source' }
const IN_FLIGHT: LimitField = { field: 'inFlightLimit', label: 'limit' }

const LIMITS: Readonly<Partial<Record<PlayedKind, Readonly<Record<string, LimitField>>>>> = {
  producer: { notYetStored: { field: 'bufferRecords', label: 'room in the buffer' } },
  stream: {
    storedTotal: WRITE,
    attemptsTotal: WRITE,
    kinesisRecordsTotal: WRITE,
    kinesisAttemptsTotal: WRITE,
    storedBytesTotal: WRITE_BYTES,
    readBytesTotal: READ_BYTES,
    readCallsTotal: { field: 'readCallsPerSecond', label: 'call limit', per: 'shard' },
  },
  application: { iteratorAgeMicros: OF_SOURCE, ageMicros: OF_SOURCE, behindMicros: OF_SOURCE },
  queue: { oldestAgeMicros: RETENTION, inFlight: IN_FLIGHT },
  fifoQueue: { oldestAgeMicros: RETENTION, inFlight: IN_FLIGHT },
  kinesisQueue: { oldestAgeMicros: OF_SOURCE, inFlight: IN_FLIGHT },
  lambda: { concurrent: { field: 'accountConcurrency', label: 'limit of the account' }, iteratorAgeMicros: OF_SOURCE },
  downstream: { running: { field: 'capacity', label: 'capacity' }, waiting: { field: 'waitingLimit', label: 'limit' } },
  monolith: { heapBytes: { field: 'heapMiB', label: 'heap', factor: MIB } },
}

/** The limit of a gauge as steps over the run, in the chart's unit; null where there is none, or none that stays one line. */
export function limitOf(scenario: Scenario, node: ScenarioNode, chosen: GaugeChosen): LimitLine | null {
  if (node.kind === 'note') return null
  const { kind } = node
  const table = LIMITS[kind] ?? {}
  const rule = Object.hasOwn(table, chosen.gauge) ? table[chosen.gauge] : undefined
  if (rule === undefined) return null
  // A function with concurrency reserved for it has that as its limit.
  const { field, label, factor = 1 } = kind === 'lambda' && reserved(node) ? RESERVED : rule
  const owner = rule.of === 'source' ? sourceOf(scenario, node.id) : node
  if (owner === undefined) return null
  const times = rule.per === 'shard' ? shardsOf(scenario, node, chosen) : 1
  if (times === null) return null
  const moments = new Set([
    0,
    ...scenario.interventions
      .filter((step) => step.node === owner.id && (step.action === 'set' || step.action === 'setRetention'))
      .map(({ at }) => at),
  ])
  const steps = [...moments].map((atMicros) => ({
    atMicros,
    value: Number(valueAt(scenario, owner.id, field, atMicros)) * factor * times,
  }))
  // 0 is how some fields say that there is no limit.
  return steps.every(({ value }) => value > 0) ? { label, steps } : null
}

const RESERVED: LimitField = { field: 'reservedConcurrency', label: 'reserved for it' }
const reserved = (node: ScenarioNode) => node.kind === 'lambda' && node.reservedConcurrency > 0

/** The store that a reader reads. */
export const sourceOf = ({ nodes, links }: Scenario, readerId: string): ScenarioNode | undefined =>
  nodes.find((node) => links.some(({ from, to }) => from === node.id && to === readerId) && node.kind in STORES)

const STORES: Partial<Record<ScenarioNode['kind'], true>> = { stream: true, queue: true, fifoQueue: true }

/** One shard's limit for one shard's curve, the sum of all for their sum; null while their number can change. */
function shardsOf(scenario: Scenario, node: ScenarioNode, { rows }: GaugeChosen): number | null {
  if (node.kind !== 'stream' || typeof rows === 'number' || rows === 'each') return 1
  return changesShards(node, scenario) ? null : shardsAtStart(node)
}
