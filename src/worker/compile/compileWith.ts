import {
  distributionKind,
  type KeySpec,
  type Plan,
  type PlanIntervention,
  type ProducerPlan,
  type RateProfile,
  type RegisteredKind,
  type TurnableProducer,
} from '../../engine/index.ts'
import { tooManyRecords } from '../../scenario/estimate.ts'
import { ACTIONS } from '../../scenario/interventionRules.ts'
import { keysOfLink } from '../../scenario/linkKeys.ts'
import type {
  Intervention,
  NodeKind,
  PlayedKind,
  PlayedNode,
  ProducerNode,
  Scenario,
  ScenarioNode,
} from '../../scenario/scenario.ts'
import { CALL_RECORDS_MAX } from '../../scenario/streamNumbers.ts'
import { routesItself } from '../../scenario/wiring.ts'
import { applicationPlan } from './applicationPlan.ts'
import { isConsumer, isCreated } from './consumers.ts'
import { dotWeights } from './dotWeights.ts'
import { downstreamOf, type NodeContext } from './nodeContext.ts'
import type { OtherKinds } from './otherKinds.ts'
import { streamPlan, streamStep } from './streamPlan.ts'
import { PLAIN_RULES, turnableOf, turned } from './turnable.ts'

/** A document that cannot be run; the message says what to do. */
export class CompileError extends Error {}

/**
 * A scenario that has been parsed becomes a plan: names to indices, a person's units to the engine's. `others`: what only some
 * scenes need (`needsBuilders`), null for one that does not.
 * @throws CompileError when the run would keep more records than memory allows.
 */
export function compileWith(scenario: Scenario, others: OtherKinds | null): Plan {
  const of = <K extends NodeKind>(kind: K) =>
    scenario.nodes.filter((node): node is Extract<ScenarioNode, { kind: K }> => node.kind === kind)
  const producers = of('producer')
  const streams = of('stream')
  const queues = of('queue')
  const registered =
    others === null ? [] : scenario.nodes.filter(others.isRegistered).filter((node) => isCreated(scenario, node))
  const indexOf = (nodes: readonly ScenarioNode[], id: string | undefined) => nodes.findIndex((node) => node.id === id)
  // Readers and senders name queues by one number: the standard ones first, then those of other kinds.
  const allQueues = [...queues, ...registered.filter(({ kind }) => kind === 'fifoQueue' || kind === 'kinesisQueue')]
  const sourceOf = (id: string) => scenario.links.find((link) => link.to === id)?.from
  const senders = others?.handSenders(scenario) ?? []
  const durationMicros = Math.round(scenario.durationSeconds * 1_000_000)
  const tooMany = tooManyRecords(scenario)
  if (tooMany !== null) throw new CompileError(tooMany)
  const weights = dotWeights(scenario)
  // A reader without a store is drawn, but has nothing to do: it is left out of the run.
  const applications = of('application').filter((node) => indexOf(streams, sourceOf(node.id)) >= 0)
  const pools = of('pool').filter((node) => indexOf(allQueues, sourceOf(node.id)) >= 0)
  let firstWorker = 0
  const streamPlans = streams.map((node) => ({
    ...streamPlan(node, scenario, weights.get(node.id) ?? 1),
    ...others?.packingPart(scenario, producers, node.id),
  }))
  const context: NodeContext = {
    scenario,
    streamAt: (id) => indexOf(streams, id),
    queueAt: (id) => indexOf(allQueues, id),
    nodeAt: (id) => indexOf(registered, id),
    shardsAtMost: (stream) => streamPlans[stream]?.shardsAtMost ?? 0,
    takeWorkers: (count) => {
      const first = firstWorker
      firstWorker += count
      return first
    },
  }
  return {
    durationMicros,
    binMicros: binMicros(durationMicros),
    producers: [
      ...producers.map(
        (node): ProducerPlan => ({
          id: node.id,
          turnable: turnableProducer(node, scenario),
          spacing: distributionKind(node.spacing),
          profile: profileOf(node),
          keys: keysOf(node),
          recordBytesMax: Math.round(node.recordBytesMax),
          callLatencySpread: distributionKind(node.callLatencySpread),
          callsAtOnce: Math.round(node.callsAtOnce),
          callRecordsMax: CALL_RECORDS_MAX,
          ...(routesItself(scenario, node.id) && { followsReach: true }),
          ...others?.kplPart(node),
        }),
      ),
      ...senders.map(({ plan }) => plan),
    ],
    streams: streamPlans,
    queues: queues.map((node) => others!.queuePlan(node, weights.get(node.id) ?? 1, scenario)),
    applications: applications.map((node) => ({
      ...applicationPlan(node, indexOf(streams, sourceOf(node.id)), isConsumer(scenario, node)),
      downstream: downstreamOf(node.id, context),
    })),
    pools: pools.map((node) => others!.poolPlan(node, indexOf(allQueues, sourceOf(node.id)), context)),
    nodes: registered.map((node) => others!.nodePlan(node, weights.get(node.id) ?? 1, context)),
    links: [
      ...producers.flatMap(({ id }, producer) =>
        scenario.links.filter(({ from }) => from === id).map((link) => ({ ...link, producer })),
      ),
      ...senders.map(({ to }, s) => ({ to, producer: producers.length + s, keys: undefined })),
    ]
      .map(({ producer, to, keys }) => ({
        producer,
        toStream: indexOf(streams, to),
        toQueue: indexOf(queues, to),
        ...(indexOf(registered, to) >= 0 ? { toNode: indexOf(registered, to) } : {}),
        ...(keys !== undefined && { keys: keysOfLink({ keys }) }),
      }))
      .filter((link) => link.toStream >= 0 || link.toQueue >= 0 || link.toNode !== undefined),
    interventions: scenario.interventions
      .flatMap((intervention, step) =>
        planned(
          intervention,
          step,
          {
            producer: producers,
            stream: streams,
            queue: queues,
            application: applications,
            pool: pools,
          },
          registered,
          others,
          (one) => others?.handStep(one, senders, producers.length) ?? null,
        ),
      )
      .sort((a, b) => a.at - b.at),
    ...others?.publishQuotaPart(scenario),
    ...chancePart(scenario),
  }
}

/** A second design draws the chance of the nodes it was made of. */
function chancePart({ against }: Scenario): Pick<Plan, 'chanceOf'> {
  const pairs = against?.nodes.filter(([, as]) => as !== '') ?? []
  return pairs.length === 0 ? {} : { chanceOf: pairs }
}

const TRIM_HORIZON = -1
const LATEST = -2
const BINS_AT_MOST = 600
const BIN_SECONDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]

function binMicros(durationMicros: number): number {
  const seconds = BIN_SECONDS.find((width) => durationMicros <= width * 1_000_000 * BINS_AT_MOST) ?? 3600
  return Math.round(seconds * 1_000_000)
}

type CoreNodes = Record<Exclude<PlayedKind, RegisteredKind>, readonly ScenarioNode[]>

function planned(
  intervention: Intervention,
  step: number,
  core: CoreNodes,
  registered: readonly PlayedNode[],
  others: OtherKinds | null,
  byHand: (step: Intervention) => ReturnType<OtherKinds['handStep']>,
): PlanIntervention[] {
  const place = placeOf(intervention.node, core, registered)
  if (place === null) return []
  const { kind } = place
  const base = { at: Math.round(intervention.at), step, ...place }
  switch (intervention.action) {
    case 'set': {
      const rules = { ...PLAIN_RULES, ...others?.rules }[kind]
      const change = turned(rules, intervention.field, intervention.value)
      return change ? [{ ...base, action: 'set', ...change }] : []
    }
    case 'goTo': {
      const to = placeToGo(intervention.to)
      if (kind === 'archive') return [{ ...base, action: 'act', name: 'replay', argument: to }]
      return kind === 'application' ? [{ ...base, action: 'goTo', to }] : []
    }
    case 'crash':
    case 'start':
    case 'pause':
    case 'resume':
    case 'cutOff':
    case 'reconnect':
      return ACTIONS[kind].includes(intervention.action)
        ? [{ ...base, action: intervention.action, worker: intervention.worker }]
        : []
    case 'sendOne':
    case 'purge':
    case 'redrive':
      return ACTIONS[kind].includes(intervention.action) ? [{ ...base, action: intervention.action }] : []
    default: {
      const change = (kind === 'stream' ? streamStep(intervention) : null) ?? byHand(intervention)
      return change === null ? [] : [{ ...base, ...change }]
    }
  }
}

/** -1 the oldest, -2 the newest, else microseconds back. */
function placeToGo(to: 'TRIM_HORIZON' | 'LATEST' | number): number {
  if (typeof to === 'number') return Math.round(to * 1_000_000)
  return to === 'LATEST' ? LATEST : TRIM_HORIZON
}

/** Kind of a node and its index among the plan's nodes of that kind (of all registered kinds together); null when it takes no part. */
function placeOf(
  id: string,
  core: CoreNodes,
  registered: readonly PlayedNode[],
): { kind: PlayedKind; node: number } | null {
  for (const kind of Object.keys(core) as (keyof CoreNodes)[]) {
    const node = core[kind].findIndex((one) => one.id === id)
    if (node >= 0) return { kind, node }
  }
  const node = registered.findIndex((one) => one.id === id)
  return node < 0 ? null : { kind: registered[node]!.kind, node }
}

/** The share of the hot key counts only once it is turned; until then the keys are as they are chosen. */
function turnableProducer(node: ProducerNode, { interventions }: Scenario): TurnableProducer {
  const { hotShare: _, ...turnable } = turnableOf<TurnableProducer>(node, PLAIN_RULES.producer)
  const isTurned = interventions.some((step) => step.node === node.id && 'field' in step && step.field === 'hotShare')
  return isTurned ? { ...turnable, hotShare: -1 } : turnable
}

function profileOf(node: ProducerNode): RateProfile {
  // The engine's profiles are shapes around the base rate, which may be turned during the run.
  const { peakFactor, profileStartSeconds: startSeconds, periodSeconds, onShare } = node
  const endSeconds = Math.max(startSeconds, node.profileEndSeconds)
  switch (node.profile) {
    case 'constant':
      return { kind: 'constant', perSecond: 1 }
    case 'ramp':
      return { kind: 'ramp', fromPerSecond: 1, toPerSecond: peakFactor, startSeconds, endSeconds }
    case 'spike':
      return { kind: 'spike', perSecond: 1, peakPerSecond: peakFactor, startSeconds, endSeconds }
    case 'wave':
      return { kind: 'wave', perSecond: 1, amplitudePerSecond: Math.min(1, Math.max(0, peakFactor - 1)), periodSeconds }
    case 'onOff':
      return {
        kind: 'onOff',
        perSecond: 1,
        onSeconds: periodSeconds * onShare,
        offSeconds: periodSeconds * (1 - onShare),
      }
  }
}

function keysOf(node: ProducerNode): KeySpec {
  const prefix = node.keyPrefix
  switch (node.keys) {
    case 'even':
      return { kind: 'even', count: node.keyCount, prefix }
    case 'zipf':
      return { kind: 'zipf', count: node.keyCount, exponent: node.zipfExponent, prefix }
    case 'hottest':
      return { kind: 'hottest', count: node.keyCount, share: node.hotShare, prefix }
    case 'list': {
      const keys = node.keyList
        .split(/[\n,]/)
        .map((key) => key.trim())
        .filter((key) => key !== '')
      return keys.length > 0 ? { kind: 'list', keys } : { kind: 'even', count: 1, prefix }
    }
  }
}
