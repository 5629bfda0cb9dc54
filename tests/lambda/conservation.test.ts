import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type Plan } from '../../src/engine/index.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { plan, producer, queue, stream } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { fifoNode } from '../sqs/fifoNode.ts'
import { type LambdaPlan, lambda } from './testLambda.ts'

// Random functions on a stream and on a queue, with every way to fail: nothing is lost from the books, and a run that is taken
// back to any moment goes on bit for bit.

const SECONDS = 20

const turnable = fc.record({
  batchMicros: fc.constantFrom(0, 5_000, 300_000),
  serviceMicros: fc.constantFrom(0, 333.3, 20_000),
  serviceSpread: fc.constantFrom(0, 1, 2, 3),
  timeoutMicros: fc.constantFrom(100_000, 1_000_000, 60_000_000),
  coldStartMicros: fc.constantFrom(0, 200_000),
  keepWarmMicros: fc.constantFrom(0, 2_000_000, 60_000_000),
  failureShare: fc.constantFrom(0, 0.01, 0.3, 1),
  poisonRecord: fc.constantFrom(0, 1, 7),
  idempotent: fc.constantFrom(0, 1),
  reservedInvocations: fc.constantFrom(0, 1, 3),
  accountInvocations: fc.constantFrom(2, 1000),
  retryPauseMicros: fc.constantFrom(20_000, 100_000, 1_000_000),
  batchRecords: fc.constantFrom(1, 3, 100),
  batchMessages: fc.constantFrom(1, 4, 10, 50),
  windowMicros: fc.constantFrom(0, 0, 1_000_000, 7_000_000),
  reportsFailures: fc.constantFrom(0, 1),
  bisects: fc.constantFrom(0, 1),
  attemptsMax: fc.constantFrom(0, 1, 3),
  recordAgeMaxMicros: fc.constantFrom(0, 3_000_000, 20_000_000),
  tumblingMicros: fc.constantFrom(0, 0, 5_000_000),
  stateBytesPerRecord: fc.constantFrom(0, 100_000),
  maximumConcurrency: fc.constantFrom(0, 2, 6),
})

const scene = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  stream: turnable,
  queue: turnable,
  parallelizationFactor: fc.integer({ min: 1, max: 10 }),
  shards: fc.integer({ min: 1, max: 3 }),
  rate: fc.constantFrom(1, 20, 100),
  retentionSeconds: fc.constantFrom(10, 86_400),
  cut: fc.double({ min: 0, max: SECONDS, noNaN: true }),
  provisioned: fc.boolean(),
  fifo: turnable,
  callsPerSecond: fc.constantFrom(0, 5, 300),
})

function planOf(one: typeof scene extends fc.Arbitrary<infer T> ? T : never): Plan {
  return plan({
    durationMicros: SECONDS * 1e6,
    binMicros: 1e6,
    producers: [producer({ spacing: 1, keys: { kind: 'even', count: 30 }, turnable: { ratePerSecond: one.rate } })],
    streams: [
      stream({
        shards: one.shards,
        shardsAtMost: one.shards,
        turnable: { retentionMicros: one.retentionSeconds * 1e6 },
      }),
    ],
    queues: [queue({ turnable: { visibilityTimeoutMicros: 5_000_000 } }), queue({ id: 'failures' })],
    links: [
      { producer: 0, toStream: 0, toQueue: -1 },
      { producer: 0, toStream: -1, toQueue: 0 },
      { producer: 0, toStream: -1, toQueue: -1, toNode: 2 },
    ],
    nodes: [
      lambda({
        id: 'on the stream',
        tracks: one.shards,
        parallelizationFactor: one.parallelizationFactor,
        onFailureQueue: 1,
        turnable: one.stream,
      }),
      lambda({
        id: 'on the queue',
        queue: 0,
        workers: one.provisioned ? 40 : 1250,
        provisioned: one.provisioned
          ? { least: 2, most: 4, invocations: 10, pollsPerSecond: 10, bytesPerSecond: 1_048_576 }
          : null,
        turnable: one.queue,
      }),
      fifoNode({
        number: 2,
        turnable: { visibilityTimeoutMicros: 5_000_000, callsPerSecond: one.callsPerSecond },
      }),
      lambda({ id: 'on the FIFO queue', queue: 2, firstWorker: 1250, turnable: one.fifo }),
    ],
  })
}

function gaugesOf(engine: Engine, node: number): Record<string, number> {
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[node]!.writeGauges(engine.now, out, 0)
  return Object.fromEntries(NODE_GAUGES.lambda.map((name, i) => [name, out[i]!]))
}

const of = (gauges: Record<string, number>, name: string) => gauges[name] ?? Number.NaN

describe('any function on a stream and on a queue', () => {
  test('LKI.06 LKI.07 LSQ.09 LSQ.11 conservation: every record is processed, discarded, expired or still to be done; any snapshot goes on bit for bit', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const engine = createEngine(planOf(one), one.seed)
        engine.run(one.cut * 1e6, Number.POSITIVE_INFINITY)
        const snapshot = engine.snapshot()
        engine.run(SECONDS * 1e6, Number.POSITIVE_INFINITY)
        const digest = engine.digest()
        expectBooks(engine)
        engine.restore(snapshot)
        engine.run(SECONDS * 1e6, Number.POSITIVE_INFINITY)
        expect(engine.digest()).toBe(digest)
      }),
      { numRuns: runs(40) },
    )
  })
})

function expectBooks(engine: Engine): void {
  const onStream = gaugesOf(engine, 0)
  let stored = 0
  for (const { tip } of engine.streams[0]!.shards) stored += tip
  const settled = of(onStream, 'processedTotal') + of(onStream, 'discardedTotal') + of(onStream, 'expiredTotal')
  expect(settled + of(onStream, 'backlog')).toBe(stored)
  expect(engine.queues[1]!.visible).toBe(of(onStream, 'destinationTotal'))
  if (of(onStream, 'discardedTotal') > 0) expect(of(onStream, 'destinationTotal')).toBeGreaterThan(0)
  const settings = engine.nodes[0]!.settings as LambdaPlan['turnable']
  // Work that was acknowledged had its effect, once or more.
  expect(of(onStream, 'sideEffectsTotal')).toBeGreaterThanOrEqual(of(onStream, 'processedTotal'))
  if (settings.failureShare === 0 && settings.poisonRecord === 0 && of(onStream, 'timedOutTotal') === 0)
    expect(of(onStream, 'duplicatesTotal')).toBe(0)

  const onQueue = gaugesOf(engine, 1)
  const source = engine.queues[0]!
  expect(of(onQueue, 'processedTotal')).toBe(source.c[Queue.DELETED]! + source.c[Queue.DELETED_LATE]!)
  expect(of(onQueue, 'deliveriesTotal')).toBe(source.c[Queue.DELIVERIES]!)
  const onFifo = gaugesOf(engine, 3)
  const line = engine.allQueues[2]!
  expect(of(onFifo, 'processedTotal')).toBe(line.c[Queue.DELETED]!)
  expect(of(onFifo, 'deliveriesTotal')).toBe(line.c[Queue.DELIVERIES]!)
  // LSQ.11: every batch holds a group of its own as long as its messages are hidden.
  const { batchMicros, serviceMicros, retryPauseMicros } = engine.nodes[3]!.settings as LambdaPlan['turnable']
  if (batchMicros + 40 * serviceMicros + retryPauseMicros < 4_000_000)
    expect(of(onFifo, 'concurrent')).toBeLessThanOrEqual(30)
  for (const node of [onStream, onQueue, onFifo]) {
    expect(of(node, 'invocationsTotal')).toBeGreaterThanOrEqual(of(node, 'failedTotal') + of(node, 'concurrent'))
    expect(of(node, 'concurrent')).toBeGreaterThanOrEqual(0)
    expect(of(node, 'environments')).toBeGreaterThanOrEqual(of(node, 'concurrent'))
  }
}

test('LKI.06 independence of chance: another function on the stream changes no draw of the first', () => {
  const turned = { failureShare: 0.2, serviceSpread: 1, serviceMicros: 10_000, attemptsMax: 2 }
  const run = (others: LambdaPlan[]) => {
    const engine = createEngine(
      plan({
        producers: [producer({ spacing: 1, keys: { kind: 'even', count: 30 }, turnable: { ratePerSecond: 20 } })],
        streams: [stream({ turnable: { readCallsPerSecond: 0 } })],
        nodes: [lambda({ turnable: turned }), ...others],
      }),
      7,
    )
    engine.run(60e6, Number.POSITIVE_INFINITY)
    return gaugesOf(engine, 0)
  }
  const alone = run([])
  const beside = run([lambda({ id: 'other', turnable: { ...turned, failureShare: 0.9 } })])
  expect(of(alone, 'failedTotal')).toBeGreaterThan(10)
  expect(beside).toEqual(alone)
})
