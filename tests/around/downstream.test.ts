import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type NodePlan } from '../../src/engine/index.ts'
import { plan, producer, queue, stream } from '../engine/testPlan.ts'
import { type LambdaChanges, lambda } from '../lambda/testLambda.ts'
import { downstream } from './testDownstream.ts'

const NO_END = Number.POSITIVE_INFINITY

/** Records sent at 0.5 s to a stream that a function reads, which calls node 1. */
function run(records: number, changes: LambdaChanges, system: NodePlan, seconds: number): Engine {
  const engine = createEngine(
    plan({
      durationMicros: 1e9,
      binMicros: 1e9,
      producers: [producer({ turnable: { ratePerSecond: 0 } })],
      streams: [stream()],
      links: [],
      nodes: [lambda({ ...changes, downstream: 1 }), system],
    }),
    1,
  )
  engine.run(500_000, NO_END)
  for (let i = 0; i < records; i++)
    engine.streams[0]!.accept(engine.world.records.add(0, engine.now, 0, 100), 0, 106, engine.now)
  engine.run(seconds * 1e6, NO_END)
  return engine
}

function gauge(engine: Engine, node: number, name: string): number {
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[node]!.writeGauges(engine.now, out, 0)
  return out[NODE_GAUGES[engine.nodes[node]!.plan.kind as NodePlan['kind']].indexOf(name)]!
}

const look = (engine: Engine, node: number, ...names: string[]) => names.map((name) => gauge(engine, node, name))

describe('a system downstream of a function', () => {
  const slow = { turnable: { batchMicros: 100_000, serviceMicros: 20_000 } }

  test('one call for each record after its work: an invocation of 5 takes 0.1 + 5 x (0.02 + 0.05) s', () => {
    expect(look(run(5, slow, downstream(), 1.449999), 0, 'concurrent', 'processedTotal')).toEqual([1, 0])
    const engine = run(5, slow, downstream(), 1.45)
    expect(look(engine, 0, 'concurrent', 'processedTotal')).toEqual([0, 5])
    expect(look(engine, 1, 'callsTotal', 'answeredTotal', 'busyMicrosTotal')).toEqual([5, 5, 250_000])
  })

  test('one call for each batch before its records: 0.05 + 0.1 + 5 x 0.02 s', () => {
    const system = downstream({}, { isPerBatch: true })
    expect(look(run(5, slow, system, 1.249999), 0, 'processedTotal')).toEqual([0])
    const engine = run(5, slow, system, 1.25)
    expect(look(engine, 0, 'processedTotal')).toEqual([5])
    expect(look(engine, 1, 'callsTotal')).toEqual([1])
  })

  test('a call that fails fails the work on its record; the batch is tried again and what was done is done again', () => {
    const engine = run(5, { turnable: { attemptsMax: 2 } }, downstream({ failureShare: 1 }), 10)
    expect(look(engine, 0, 'failedTotal', 'discardedTotal', 'sideEffectsTotal')).toEqual([2, 5, 0])
    expect(look(engine, 1, 'failedTotal')).toEqual([2])
  })

  test('beyond its waiting calls it refuses; a timeout ends the invocation, and the call is worked all the same', () => {
    const refused = run(1, { turnable: { attemptsMax: 1 } }, downstream({ capacity: 0, waitingLimit: 0 }), 5)
    expect(look(refused, 1, 'refusedTotal', 'waiting')).toEqual([1, 0])
    expect(look(refused, 0, 'discardedTotal')).toEqual([1])
    const late = run(
      3,
      { turnable: { batchMicros: 0, timeoutMicros: 60_000, attemptsMax: 1 } },
      downstream({ serviceMicros: 40_000 }),
      5,
    )
    // The second call comes at 0.04 s, the timeout at 0.06 s, its answer at 0.08 s: to nobody.
    expect(look(late, 0, 'timedOutTotal', 'sideEffectsTotal', 'discardedTotal')).toEqual([1, 1, 3])
    expect(look(late, 1, 'answeredTotal')).toEqual([2])
  })

  test('an outage fails what is at work or waits, and refuses the rest until it is over', () => {
    const engine = run(4, { turnable: { batchRecords: 2, retryPauseMicros: 500_000 } }, downstream(), 1.12)
    expect(look(engine, 1, 'running')).toEqual([1])
    engine.nodes[1]!.act('crash', 0, engine.now)
    expect(look(engine, 1, 'running', 'failedTotal', 'down')).toEqual([0, 1, 1])
    engine.run(3e6, NO_END)
    expect(gauge(engine, 1, 'refusedTotal')).toBeGreaterThan(1)
    engine.nodes[1]!.act('start', 0, engine.now)
    engine.run(10e6, NO_END)
    expect(look(engine, 0, 'processedTotal')).toEqual([4])
  })

  test('from a queue, on which the function reports single failures', () => {
    const engine = createEngine(
      plan({
        durationMicros: 600e6,
        binMicros: 600e6,
        producers: [producer({ turnable: { ratePerSecond: 20 } })],
        queues: [queue({ turnable: { visibilityTimeoutMicros: 5_000_000 } })],
        nodes: [
          lambda({ queue: 0, downstream: 1, turnable: { reportsFailures: 1 } }),
          downstream({ capacity: 20, failureShare: 0.2, serviceSpread: 1 }),
        ],
      }),
      3,
    )
    engine.run(600e6, NO_END)
    expect(gauge(engine, 0, 'processedTotal')).toBeGreaterThan(11_000)
    expect(look(engine, 0, 'duplicatesTotal')).toEqual([0])
    expect(gauge(engine, 1, 'failedTotal') / gauge(engine, 1, 'callsTotal')).toBeCloseTo(0.2, 1)
    // All but those in an invocation that is not over.
    expect(gauge(engine, 1, 'answeredTotal') - gauge(engine, 0, 'processedTotal')).toBeLessThan(60)
  })

  test('a run that was taken back to a moment goes on bit for bit as it did', () => {
    const engine = run(
      500,
      { turnable: { batchRecords: 7, serviceMicros: 3000, serviceSpread: 1, failureShare: 0.02, reportsFailures: 1 } },
      downstream({ capacity: 2, serviceSpread: 2, failureShare: 0.1 }),
      8,
    )
    const snapshot = engine.snapshot()
    engine.run(60e6, NO_END)
    const digest = engine.digest()
    engine.restore(snapshot)
    engine.run(60e6, NO_END)
    expect(engine.digest()).toBe(digest)
  })
})

test('M/M/2: the mean wait of calls agrees with the formula', () => {
  // Each message is an invocation of its own that calls at once, so calls come as the messages do.
  const lambdaRate = 24
  const mu = 20
  const engine = createEngine(
    plan({
      durationMicros: 2_000e6,
      binMicros: 2_000e6,
      producers: [producer({ spacing: 1, turnable: { ratePerSecond: lambdaRate } })],
      queues: [queue({ turnable: { visibilityTimeoutMicros: 3600e6 } })],
      nodes: [
        lambda({
          queue: 0,
          downstream: 1,
          workers: 200,
          provisioned: { least: 20, most: 20, invocations: 10, pollsPerSecond: 1e6, bytesPerSecond: 1e12 },
          limits: { mappingInvocations: 200 },
          turnable: { batchMicros: 0, batchMessages: 1 },
        }),
        downstream({ capacity: 2, serviceMicros: 1e6 / mu, serviceSpread: 1, waitingLimit: 1e6 }),
      ],
    }),
    5,
  )
  engine.run(2_000e6, NO_END)
  const load = lambdaRate / (2 * mu)
  // Erlang's delay formula for two servers, then the mean wait.
  const waits = (2 * load * load) / (1 + load)
  const expected = waits / (2 * mu - lambdaRate)
  const measured = gauge(engine, 1, 'waitedMicrosTotal') / gauge(engine, 1, 'answeredTotal') / 1e6
  expect(measured / expected).toBeGreaterThan(0.95)
  expect(measured / expected).toBeLessThan(1.05)
  expect(gauge(engine, 1, 'busyMicrosTotal') / (2 * 2_000e6)).toBeCloseTo(load, 2)
})
