import fc from 'fast-check'
import type {
  ApplicationPlan,
  KeySpec,
  LinkPlan,
  Plan,
  PlanIntervention,
  PlanNodeKind,
  PoolPlan,
  ProducerPlan,
  RateProfile,
  RegisteredKind,
} from '../../src/engine/index.ts'
import { SECOND } from './play.ts'
import { queues, queueValues } from './randomQueues.ts'
import { streamChanges, streamStep, streams, streamValues } from './randomStreams.ts'
import { application, kcl, plan, pool, producer } from './testPlan.ts'

// Random runs in which everything happens: limits that bind, buffers that fill, timeouts that end, workers that die.

const millis = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 })
const seconds = (min: number, max: number) => fc.integer({ min: min * SECOND, max: max * SECOND })
const spread = fc.integer({ min: 0, max: 3 })

const profile: fc.Arbitrary<RateProfile> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RateProfile>({ kind: 'constant', perSecond: 1 }) },
  fc.constantFrom<RateProfile>(
    { kind: 'ramp', fromPerSecond: 1, toPerSecond: 3, startSeconds: 2, endSeconds: 9 },
    { kind: 'spike', perSecond: 1, peakPerSecond: 6, startSeconds: 4, endSeconds: 6 },
    { kind: 'wave', perSecond: 1, amplitudePerSecond: 1, periodSeconds: 7 },
    { kind: 'onOff', perSecond: 1, onSeconds: 1.5, offSeconds: 2 },
  ),
)
const keys: fc.Arbitrary<KeySpec> = fc.constantFrom<KeySpec>(
  { kind: 'even', count: 1 },
  { kind: 'even', count: 40 },
  { kind: 'zipf', count: 20, exponent: 1.1 },
  { kind: 'hottest', count: 30, share: 0.5 },
  { kind: 'list', keys: ['Rome', 'Oslo', 'Rome', 'Paris'] },
)

const producerValues = {
  ratePerSecond: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.5, max: 80, noNaN: true })),
  recordBytes: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constant(90_000)),
  batchRecords: fc.constantFrom(1, 1, 7, 600),
  lingerMicros: fc.oneof(fc.constant(0), millis(1, 200)),
  callLatencyMicros: fc.oneof(fc.constant(0), millis(1, 300)),
  bufferRecords: fc.constantFrom(1, 5, 50, 1000),
  whenFull: fc.integer({ min: 0, max: 2 }),
  attemptsMax: fc.constantFrom(0, 1, 3),
  backoffBaseMicros: millis(1, 100),
  backoffMaxMicros: millis(100, 2000),
  jitter: fc.integer({ min: 0, max: 2 }),
  callFailureShare: fc.constantFrom(0, 0, 0.1, 0.5),
}
const applicationValues = {
  pollIntervalMicros: millis(10, 1500),
  callLatencyMicros: fc.oneof(fc.constant(0), millis(1, 400)),
  recordsPerCall: fc.constantFrom(1, 20, 10_000),
  serviceMicros: fc.constantFrom(200, 500, 20_000, 300_000),
  serviceSpread: spread,
  checkpointMicros: fc.oneof(fc.constant(0), millis(100, 5000)),
  failoverMicros: fc.oneof(fc.constant(0), millis(500, 5000)),
  failureShare: fc.constantFrom(0, 0, 0.1, 1),
  onFailure: fc.integer({ min: 0, max: 1 }),
  checkpointWhen: fc.integer({ min: 0, max: 1 }),
  isIdempotent: fc.integer({ min: 0, max: 1 }),
  poisonRecord: fc.constantFrom(0, 0, 0, 40),
}
const poolValues = {
  messagesPerCall: fc.constantFrom(1, 4, 10),
  waitMicros: fc.constantFrom(0, SECOND, 20 * SECOND),
  idleMicros: millis(1, 500),
  callLatencyMicros: fc.oneof(fc.constant(0), millis(1, 200)),
  serviceMicros: fc.constantFrom(2000, 5000, 200_000, 3 * SECOND),
  serviceSpread: spread,
  failureShare: fc.constantFrom(0, 0, 0.2, 1),
  deleteWhen: fc.integer({ min: 0, max: 1 }),
  heartbeatMicros: fc.constantFrom(0, 0, 70_000, SECOND),
  isIdempotent: fc.nat(1),
  poisonRecord: fc.constantFrom(0, 0, 3),
}
type CoreKind = Exclude<PlanNodeKind, RegisteredKind>
const VALUES: Record<CoreKind, Record<string, fc.Arbitrary<number>>> = {
  producer: producerValues,
  stream: { ...streamValues, ...streamChanges },
  queue: queueValues,
  application: applicationValues,
  pool: poolValues,
}

const producers = fc
  .array(
    fc.record({
      spacing: spread,
      profile,
      keys,
      recordBytesMax: fc.constantFrom(0, 3000),
      callLatencySpread: spread,
      callsAtOnce: fc.constantFrom(1, 3, 64),
      turnable: fc.record(producerValues),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((all) => all.map((own, i): ProducerPlan => producer({ id: `producer-${i}`, ...own })))
/** The library with all its times made short, so that a run of seconds sees what it does in minutes. */
const library = fc
  .record({
    hasLeader: fc.boolean(),
    parentPollMicros: millis(100, 1000),
    auditMicros: seconds(1, 4),
    syncMicros: seconds(1, 3),
    lockMicros: seconds(1, 4),
    heartbeatMicros: millis(200, 900),
    recheckMicros: millis(200, 900),
    reportMicros: millis(300, 3000),
    balancesByCount: fc.boolean(),
    handoffMicros: fc.constantFrom(0, 500_000, 2 * SECOND),
    cores: fc.constantFrom(0.2, 1, 4),
  })
  .map((own) => kcl(own))
const applications = fc
  .array(
    fc.record({
      stream: fc.nat(),
      workers: fc.integer({ min: 0, max: 3 }),
      startAtMicros: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, seconds(0, 8)),
      startPosition: fc.constantFrom(-1, -2),
      pollPhaseMicros: millis(0, 300),
      prefetchBatches: fc.integer({ min: 0, max: 4 }),
      prefetchBytes: fc.constantFrom(0, 0, 5000, 100_000),
      prefetchRecords: fc.constantFrom(0, 0, 10, 500),
      worksInParallel: fc.boolean(),
      poisonKey: fc.constantFrom('', '', '', 'Rome', 'user-0'),
      kcl: fc.option(library, { freq: 2 }),
      turnable: fc.record(applicationValues),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((own, i): ApplicationPlan => application({ id: `application-${i}`, ...own })))
const pools = fc
  .array(
    fc.record({
      queue: fc.nat(),
      workers: fc.integer({ min: 0, max: 4 }),
      worksInParallel: fc.boolean(),
      turnable: fc.record(poolValues),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((own, i): PoolPlan => pool({ id: `pool-${i}`, ...own })))

type Nodes = Pick<Plan, 'producers' | 'streams' | 'queues' | 'applications' | 'pools'>

function linksOf(
  { producers: from, streams: toStreams, queues: toQueues }: Nodes,
  present: readonly boolean[],
): LinkPlan[] {
  const all = from.flatMap((_, p) => [
    ...toStreams.map((__, s): LinkPlan => ({ producer: p, toStream: s, toQueue: -1 })),
    ...toQueues.map((__, q): LinkPlan => ({ producer: p, toStream: -1, toQueue: q })),
  ])
  return all.filter((_, i) => present[i % present.length])
}

function intervention(nodes: Nodes, durationMicros: number): fc.Arbitrary<PlanIntervention> {
  const kinds = (Object.keys(VALUES) as CoreKind[]).filter((kind) => nodes[`${kind}s`].length > 0)
  return fc.constantFrom(...kinds).chain((kind): fc.Arbitrary<PlanIntervention> => {
    const base = {
      at: fc.integer({ min: 0, max: durationMicros }),
      kind: fc.constant(kind),
      node: fc.nat(nodes[`${kind}s`].length - 1),
    }
    const set = fc.constantFrom(...Object.keys(VALUES[kind])).chain((field) =>
      fc.record({
        ...base,
        action: fc.constant('set' as const),
        field: fc.constant(field),
        value: VALUES[kind][field]!,
      }),
    )
    const worker = fc.nat(3)
    const workers = fc.record({ ...base, action: fc.constantFrom('crash' as const, 'start' as const), worker })
    const freezes = fc.constantFrom('pause' as const, 'resume' as const, 'cutOff' as const, 'reconnect' as const)
    const stills = fc.record({ ...base, action: freezes, worker })
    switch (kind) {
      case 'producer':
        return fc.oneof(set, fc.record({ ...base, action: fc.constant('sendOne' as const) }))
      case 'stream':
        return fc.oneof(set, streamStep({ ...base, kind: fc.constant('stream') }))
      case 'queue':
        return fc.oneof(
          { weight: 3, arbitrary: set },
          {
            weight: 1,
            arbitrary: fc.record({ ...base, action: fc.constantFrom('purge' as const, 'redrive' as const) }),
          },
        )
      case 'application':
        return fc.oneof(
          set,
          workers,
          stills,
          fc.record({
            ...base,
            action: fc.constant('goTo' as const),
            to: fc.oneof(fc.constantFrom(-1, -2), seconds(0, 10)),
          }),
        )
      case 'pool':
        return fc.oneof(
          set,
          workers,
          fc.record({ ...base, action: fc.constantFrom('pause' as const, 'resume' as const), worker }),
        )
      default:
        return set
    }
  })
}

/** Plans of 3 to 20 s with all kinds of nodes and up to 14 interventions. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    nodes: fc.record({ producers, streams, queues, applications, pools }),
    present: fc.array(fc.boolean(), { minLength: 3, maxLength: 12 }).map((flags) => [true, ...flags]),
    durationMicros: seconds(3, 20),
    binMicros: fc.constantFrom(100_000, 730_000),
  })
  .chain(({ nodes: drawn, present, durationMicros, binMicros }) => {
    let firstWorker = 0
    const nodes: Nodes = {
      ...drawn,
      applications:
        drawn.streams.length > 0
          ? drawn.applications.map((own) => ({ ...own, stream: own.stream % drawn.streams.length }))
          : [],
      pools:
        drawn.queues.length > 0
          ? drawn.pools.map((own) => {
              const placed = { ...own, queue: own.queue % drawn.queues.length, firstWorker }
              firstWorker += own.workers
              return placed
            })
          : [],
    }
    return fc.array(intervention(nodes, durationMicros), { maxLength: 14 }).map((interventions) =>
      plan({
        ...nodes,
        durationMicros,
        binMicros,
        links: linksOf(nodes, present),
        interventions: interventions.sort((a, b) => a.at - b.at),
      }),
    )
  })
