import fc from 'fast-check'
import type { Engine, KeySpec, Plan, PlanIntervention } from '../../src/engine/index.ts'
import { DUPLICATES, THROTTLED_CALLS } from '../../src/engine/sqs/fifoCounters.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { SECOND, sum } from '../engine/play.ts'
import { pool, producer } from '../engine/testPlan.ts'
import { fifoNode, fifoRun, queueOf } from './fifoNode.ts'

// Random runs of FIFO queues in which everything happens: locks, quotas, delays, dead letters, purges, workers that die.

const millis = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 })
const keys = fc.constantFrom<KeySpec>(
  { kind: 'even', count: 1 },
  { kind: 'even', count: 5 },
  { kind: 'even', count: 60 },
  { kind: 'hottest', count: 30, share: 0.5 },
)

const producerValues = {
  ratePerSecond: fc.constantFrom(1, 20, 150),
  recordBytes: fc.constantFrom(100, 100, 60_000),
  batchRecords: fc.constantFrom(1, 4, 10),
  lingerMicros: fc.oneof(fc.constant(0), millis(1, 300)),
  callLatencyMicros: fc.oneof(fc.constant(0), millis(1, 100)),
  bufferRecords: fc.constantFrom(5, 1000),
  whenFull: fc.nat(2),
  attemptsMax: fc.constantFrom(0, 1, 3),
}
const queueValues = {
  visibilityTimeoutMicros: fc.oneof(fc.constant(0), millis(50, 3000), fc.constant(30 * SECOND)),
  retentionMicros: fc.oneof(fc.constant(345_600 * SECOND), millis(1000, 6000), millis(500, 2000)),
  inFlightLimit: fc.constantFrom(1, 3, 40, 120_000),
  messageBytesLimit: fc.constantFrom(50_000, 1_048_576),
  batchLimit: fc.constantFrom(1, 3, 10),
  delayMicros: fc.constantFrom(0, 0, 0, 500_000, 3 * SECOND),
  maxReceiveCount: fc.constantFrom(0, 1, 2, 5),
  deduplicationScope: fc.nat(1),
  throughputLimit: fc.nat(1),
  callsPerSecond: fc.constantFrom(0, 10, 50, 300),
  highThroughputCallsPerSecond: fc.constantFrom(40, 1000),
  redrivePerSecond: fc.constant(500),
}
const poolValues = {
  messagesPerCall: fc.constantFrom(1, 4, 10),
  waitMicros: fc.constantFrom(0, SECOND, 20 * SECOND),
  idleMicros: millis(1, 500),
  callLatencyMicros: fc.oneof(fc.constant(0), millis(1, 200)),
  serviceMicros: fc.constantFrom(2000, 5000, 200_000, 3 * SECOND),
  serviceSpread: fc.nat(3),
  failureShare: fc.constantFrom(0, 0, 0.2, 1),
  deleteWhen: fc.nat(1),
  heartbeatMicros: fc.constantFrom(0, 0, 0, 0, 70_000),
  isIdempotent: fc.nat(1),
  poisonRecord: fc.constantFrom(0, 0, 3),
}

const producers = fc.array(fc.record({ keys, turnable: fc.record(producerValues) }), { minLength: 1, maxLength: 2 })
const queues = fc.array(
  fc.record({
    recordsAreIds: fc.boolean(),
    scanLimit: fc.constantFrom(5, 40, 120_000),
    deduplicationMicros: fc.constantFrom(SECOND, 300 * SECOND),
    turnable: fc.record(queueValues),
  }),
  { minLength: 1, maxLength: 3 },
)
const pools = fc.array(
  fc.record({
    queue: fc.nat(),
    workers: fc.integer({ min: 1, max: 4 }),
    worksInParallel: fc.boolean(),
    turnable: fc.record(poolValues),
  }),
  { maxLength: 4 },
)

const ofRecord = (values: Record<string, fc.Arbitrary<number>>) =>
  fc.constantFrom(...Object.keys(values)).chain((field) => values[field]!.map((value) => ({ field, value })))

function interventions(nodes: number, poolCount: number, durationMicros: number): fc.Arbitrary<PlanIntervention[]> {
  const at = fc.integer({ min: 0, max: durationMicros })
  const onQueue = fc
    .record({ at, node: fc.nat(nodes - 1), set: ofRecord(queueValues) })
    .map(({ set, ...own }): PlanIntervention => ({ ...own, kind: 'fifoQueue', action: 'set', ...set }))
  const purge = fc
    .record({ at, node: fc.nat(nodes - 1) })
    .map((own): PlanIntervention => ({ ...own, kind: 'fifoQueue', action: 'purge' }))
  const onPool = fc
    .record({
      at,
      node: fc.nat(Math.max(0, poolCount - 1)),
      worker: fc.nat(3),
      action: fc.constantFrom('crash', 'start', 'pause', 'resume'),
    })
    .map((own): PlanIntervention => ({ ...own, kind: 'pool', action: own.action as 'crash' }))
  const all = fc.oneof({ weight: 4, arbitrary: onQueue }, purge, ...(poolCount > 0 ? [onPool] : []))
  return fc.array(all, { maxLength: 12 }).map((steps) => steps.sort((a, b) => a.at - b.at))
}

/** Plans of 2 to 15 s; dead letters of each queue go to the next one. */
export const fifoPlans: fc.Arbitrary<Plan> = fc
  .record({ producers, queues, pools, durationMicros: fc.integer({ min: 2 * SECOND, max: 15 * SECOND }) })
  .chain((drawn) =>
    interventions(drawn.queues.length, drawn.pools.length, drawn.durationMicros).map((steps) => {
      let firstWorker = 0
      const nodes = drawn.queues.map((own, n) =>
        fifoNode({
          ...own,
          id: `queue-${n}`,
          number: n,
          deadLetterQueue: n + 1 < drawn.queues.length ? n + 1 : -1,
        }),
      )
      return fifoRun({
        durationMicros: drawn.durationMicros,
        producers: drawn.producers.map((own, i) => producer({ ...own, id: `producer-${i}` })),
        nodes,
        pools: drawn.pools.map((own, i) => {
          const placed = pool({ ...own, id: `pool-${i}`, queue: own.queue % nodes.length, firstWorker })
          firstWorker += own.workers
          return placed
        }),
        interventions: steps,
      })
    }),
  )

/** The accounts of every FIFO queue that must balance at every moment; those that do not. */
export function unbalancedFifo(engine: Engine): string[] {
  const wrong: string[] = []
  const check = (what: string, left: number, right: number) => {
    if (left !== right) wrong.push(`${what}: ${left} and ${right} at ${engine.now} µs`)
  }
  engine.nodes.forEach((_, n) => {
    const queue = queueOf(engine.nodes, n)
    const { c, visible, inFlight, delayed } = queue
    const ended =
      c[Queue.DELETED]! + c[Queue.RETURNED_COUNT]! + c[Queue.EXPIRED_IN_FLIGHT]! + c[Queue.PURGED_IN_FLIGHT]!
    check(`queue ${n}, deliveries = in flight + ended`, c[Queue.DELIVERIES]!, inFlight + ended)
    const gone = c[Queue.DELETED]! + c[Queue.EXPIRED]! + c[Queue.PURGED]! + c[Queue.DEAD_LETTERED]!
    check(`queue ${n}, came = there + gone`, c[Queue.STORED]! + c[Queue.MOVED_IN]!, visible + inFlight + delayed + gone)
    check(`queue ${n}, attempts`, c[Queue.ATTEMPTS]!, c[Queue.STORED]! + c[Queue.REJECTED]! + c[DUPLICATES]!)
    check(`queue ${n}, visible by paint`, sum(queue.visiblePaint), visible)
    check(`queue ${n}, in flight by paint`, sum(queue.inFlightPaint), inFlight)
    let listed = 0
    queue.eachMessage(() => listed++)
    check(`queue ${n}, messages listed`, listed, visible + inFlight + delayed)
    if (n > 0)
      check(`dead letters of queue ${n - 1}`, queueOf(engine.nodes, n - 1).c[Queue.DEAD_LETTERED]!, c[Queue.MOVED_IN]!)
    const own = engine.pools.filter(({ plan }) => plan.queue === n)
    check(`queue ${n}, deliveries of its pools`, c[Queue.DELIVERIES]!, sum(own.map((one) => one.deliveriesTotal)))
  })
  const links = engine.producers.flatMap((one) => one.links)
  const first = queueOf(engine.nodes).c
  check('stored by the links', sum(links.map((link) => link.storedTotal)), first[Queue.STORED]! + first[DUPLICATES]!)
  return wrong
}

/** What happens in random runs, so that a test can say that all of it does. */
export const FIFO_COUNTED = {
  stored: Queue.STORED,
  rejected: Queue.REJECTED,
  duplicates: DUPLICATES,
  throttled: THROTTLED_CALLS,
  deleted: Queue.DELETED,
  returned: Queue.RETURNED_COUNT,
  expired: Queue.EXPIRED,
  expiredInFlight: Queue.EXPIRED_IN_FLIGHT,
  purged: Queue.PURGED,
  purgedInFlight: Queue.PURGED_IN_FLIGHT,
  deadLettered: Queue.DEAD_LETTERED,
  empty: Queue.EMPTY,
} as const
