import { fieldOf } from './fields.ts'
import { formatQuantity } from './quantity.ts'
import type { Intervention, NodeKind, Scenario, ScenarioNode } from './scenario.ts'
import { insertSteps } from './stepEdits.ts'
import { isOnDemand } from './streamMode.ts'
import { valueAt } from './valueAt.ts'

/** What only the run knows at the playhead. */
export type AtPlayhead = {
  micros: number
  /** Records that a producer has made so far. */
  made: (producerId: string) => number
  /** Shards that take records, 0-based, in the order of their hash keys. */
  openShards: (streamId: string) => readonly number[]
}

/** A fault that this scene can have at this moment, or why it cannot. */
export type FaultOffer =
  | { ok: true; name: string; node: string; detail: string; cause: (scenario: Scenario) => Scenario }
  | { ok: false; name: string; reason: string }

type Context = { scenario: Scenario; at: AtPlayhead; until: number; lasts: string }
type Made = { detail: string; steps: Intervention[] } | { reason: string }
type Fault = {
  name: string
  kinds: readonly NodeKind[]
  /** When the scene has no such node. */
  otherwise: string
  of: (node: ScenarioNode, context: Context) => Made
}

const WORKING: readonly NodeKind[] = ['application', 'pool', 'lambda', 'aggregator', 'monolith']
const SLOWER = 10
const BUSIER = 5
const OFTEN = 0.2
const HOT_SHARE = 0.6

const FAULTS: readonly Fault[] = [
  {
    name: 'Crash',
    kinds: ['application', 'pool', 'aggregator', 'monolith'],
    otherwise: 'No workers are here that could die.',
    of: crash,
  },
  {
    name: 'Slow consumer',
    kinds: WORKING,
    otherwise: 'Nobody works records here.',
    of: (node, context) => forATime(node, 'serviceMs', (value) => value * SLOWER, context),
  },
  {
    name: 'Poison message',
    kinds: ['application', 'pool', 'lambda'],
    otherwise: 'Nobody is here whose work could fail.',
    of: poison,
  },
  { name: 'Hot key', kinds: ['producer'], otherwise: 'Nothing sends here.', of: hotKey },
  {
    name: 'Producer burst',
    kinds: ['producer'],
    otherwise: 'Nothing sends here.',
    of: (node, context) => forATime(node, 'rate', (value) => value * BUSIER, context),
  },
  {
    name: 'Downstream outage',
    kinds: ['downstream'],
    otherwise: 'Nothing downstream is called here.',
    of: outage,
  },
  {
    name: 'Topic reaches no queue',
    kinds: ['topic'],
    otherwise: 'There is no topic.',
    of: outage,
  },
  { name: 'Reshard', kinds: ['stream'], otherwise: 'There is no stream.', of: reshard },
  {
    name: 'Duplicate delivery',
    kinds: ['queue', 'kinesisQueue'],
    otherwise: 'There is no standard and no Kinesis queue: no other store here delivers twice by itself.',
    of: (node, context) => forATime(node, 'duplicateShare', () => OFTEN, context),
  },
  {
    name: 'Lost acknowledgement',
    kinds: ['queue', 'kinesisQueue'],
    otherwise: 'There is no standard and no Kinesis queue whose deletes could be lost.',
    of: (node, context) => forATime(node, 'deleteLostShare', () => OFTEN, context),
  },
]

/** Every fault for every node that it makes sense for, in a fixed order; one that no node can have is told with the reason. */
export function faultOffers(scenario: Scenario, at: AtPlayhead): FaultOffer[] {
  const end = Math.round(scenario.durationSeconds * 1e6)
  if (at.micros >= end)
    return [{ ok: false, name: 'A fault', reason: 'The run is over: go back to an earlier moment.' }]
  const lastsMicros = 1e6 * roundSeconds(scenario.durationSeconds / 12)
  const until = Math.min(end, at.micros + lastsMicros)
  const context = { scenario, at, until, lasts: formatQuantity((until - at.micros) / 1e6, 's') }
  const offers = FAULTS.flatMap((fault): FaultOffer[] => {
    const nodes = scenario.nodes.filter(({ kind }) => fault.kinds.includes(kind))
    if (nodes.length === 0) return [{ ok: false, name: fault.name, reason: fault.otherwise }]
    return nodes.map((node) => {
      const made = fault.of(node, context)
      if ('reason' in made) return { ok: false, name: `${fault.name}: ${node.name}`, reason: made.reason }
      const { detail, steps } = made
      return { ok: true, name: fault.name, node: node.name, detail, cause: (now) => insertSteps(now, steps) }
    })
  })
  return offers
}

/** 1, 2 or 5 times a power of ten, at most what was given. */
function roundSeconds(seconds: number): number {
  const unit = 10 ** Math.floor(Math.log10(seconds))
  return unit * ([5, 2].find((times) => times * unit <= seconds) ?? 1)
}

function forATime(node: ScenarioNode, name: string, change: (value: number) => number, context: Context): Made {
  const { scenario, at, until, lasts } = context
  const field = fieldOf(node.kind, name)
  const before = Number(valueAt(scenario, node.id, name, at.micros))
  const { min = 0, max = Number.MAX_VALUE, label = name, unit = '' } = field ?? {}
  const value = Math.min(max, Math.max(min, change(before)))
  if (value === before) return { reason: `${label} is ${formatQuantity(before, unit)} already.` }
  const step = { node: node.id, action: 'set', field: name } as const
  return {
    detail: `${label} ${formatQuantity(value, unit)} for ${lasts}, then ${formatQuantity(before, unit)} again.`,
    steps: [
      { ...step, at: at.micros, value },
      { ...step, at: until, value: before },
    ],
  }
}

/** From the chosen moment on most records have one key, whatever keys the producer has; then its own shares again. */
function hotKey(node: ScenarioNode, { scenario, at, until, lasts }: Context): Made {
  const isHot = node.kind === 'producer' && node.keys === 'hottest'
  const turned = scenario.interventions.some(
    (step) => step.node === node.id && isHotShare(step) && step.at <= at.micros,
  )
  const before = isHot || turned ? Number(valueAt(scenario, node.id, 'hotShare', at.micros)) : 0
  if (before >= HOT_SHARE) return { reason: 'One key has most of its records already.' }
  const step = { node: node.id, action: 'set', field: 'hotShare' } as const
  return {
    detail: `${HOT_SHARE * 100} % of its records have one key for ${lasts}, then ${formatQuantity(before, 'share')} beyond its part again.`,
    steps: [
      { ...step, at: at.micros, value: HOT_SHARE },
      { ...step, at: until, value: before },
    ],
  }
}

const isHotShare = (step: Intervention) => step.action === 'set' && step.field === 'hotShare'

function crash(node: ScenarioNode, { scenario, at, until, lasts }: Context): Made {
  const count = 'workers' in node ? node.workers : 1
  const dead = deadAt(scenario, node.id, at.micros)
  const worker = Array.from({ length: count }, (_, i) => i).find((i) => !dead.has(i))
  if (worker === undefined) return { reason: count === 0 ? 'It has no workers.' : 'Nobody is left there to die.' }
  const who = 'workers' in node ? `Worker ${worker + 1} dies` : 'It dies'
  return {
    detail: `${who}, and starts again ${lasts} later${'workers' in node ? '' : ' at the latest'}.`,
    steps: downAndUp(node.id, worker, at.micros, until),
  }
}

function outage(node: ScenarioNode, { scenario, at, until, lasts }: Context): Made {
  if (deadAt(scenario, node.id, at.micros).size > 0) return { reason: 'That is so already.' }
  return { detail: `For ${lasts}.`, steps: downAndUp(node.id, 0, at.micros, until) }
}

/** Workers of a node that are down at a moment because of what was done. */
function deadAt({ interventions }: Scenario, node: string, atMicros: number): Set<number> {
  const dead = new Set<number>()
  for (const step of interventions) {
    if (step.at > atMicros) break
    if (step.node !== node || !('worker' in step)) continue
    if (step.action === 'crash') dead.add(step.worker)
    if (step.action === 'start') dead.delete(step.worker)
  }
  return dead
}

const downAndUp = (node: string, worker: number, from: number, until: number): Intervention[] => [
  { at: from, node, action: 'crash', worker },
  { at: until, node, action: 'start', worker },
]

/** Counted on by whoever feeds the reader: the record that comes next is the one that no work succeeds on. */
function poison(node: ScenarioNode, { scenario, at }: Context): Made {
  const producer = producersBefore(scenario, node.id)[0]
  if (producer === undefined) return { reason: 'Nobody sends to it.' }
  const number = at.made(producer.id) + 1
  return {
    detail: `Work on record ${number.toLocaleString('en')} of ${producer.name}, the next one, always fails.`,
    steps: [{ at: at.micros, node: node.id, action: 'set', field: 'poisonRecord', value: number }],
  }
}

function producersBefore({ nodes, links }: Scenario, id: string): ScenarioNode[] {
  const reached = new Set([id])
  // As often as there are nodes: a chain is not longer, and dead-letter queues make no circles.
  for (const _ of nodes) for (const { from, to } of links) if (reached.has(to)) reached.add(from)
  return nodes.filter((node) => node.kind === 'producer' && reached.has(node.id))
}

function reshard(node: ScenarioNode, { at }: Context): Made {
  if (node.kind !== 'stream') return { reason: 'It has no shards.' }
  if (isOnDemand(node)) return { reason: 'An on-demand stream splits its shards itself.' }
  const shard = at.openShards(node.id)[0]
  if (shard === undefined) return { reason: 'It has no open shard.' }
  return {
    detail: `Shard ${shard + 1} is split into halves.`,
    steps: [{ at: at.micros, node: node.id, action: 'splitShard', shard, startingHashKey: '' }],
  }
}
