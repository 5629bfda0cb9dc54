import { describe, expect, test } from 'vitest'
import { CALLS, CALLS_REFUSED } from '../../src/engine/clients/shardReader.ts'
import {
  type ApplicationPlan,
  createEngine,
  type Engine,
  type FanOutPlan,
  lifeOf,
  type Plan,
  whyNotSeen,
} from '../../src/engine/index.ts'
import { READ_CALLS_TOTAL } from '../../src/engine/kinesis/shardColumn.ts'
import { play, SECOND, sendSizes } from '../engine/play.ts'
import { application, fanOut, kcl, plan, producer, stream } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'
import { come, die, gauge, goTo, LATEST, reader, TRIM_HORIZON } from './readers.ts'

type Changes = Parameters<typeof application>[0]

const pushed = (own: Partial<FanOutPlan> = {}, changes: Changes = {}): ApplicationPlan =>
  application({ fanOut: fanOut(own), ...changes, turnable: { serviceMicros: 1000, ...changes?.turnable } })

/** One record a second, pushed, for 20 minutes. */
const once = (parts: Partial<Plan> = {}): Plan =>
  plan({
    durationMicros: 1200 * SECOND,
    binMicros: 10 * SECOND,
    producers: [producer({ turnable: { ratePerSecond: 1 } })],
    streams: [stream()],
    applications: [pushed()],
    ...parts,
  })

/** Of a shard: records delivered, calls of SubscribeToShard and how many of them were refused. */
const seen = (engine: Engine, app: number, shard = 0) => {
  const { deliveries, s } = reader(engine, shard, app)
  const refused = s[CALLS_REFUSED]! > 0 ? `, ${s[CALLS_REFUSED]} refused` : ''
  return `${deliveries} pushed, ${s[CALLS]} calls${refused}`
}

/** Lines of time, the application (and its shard), and what has come to it. */
function expectPushes(of: Plan, drawing: string): void {
  const engine = createEngine(of, 1)
  expectTimeline(drawing, (micros, [app, shard]) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    return seen(engine, Number(app), Number(shard ?? 0))
  })
}

describe('KIN3 an application with enhanced fan-out', () => {
  test('KIN3.07 each record is pushed 70 ms after it was stored; nobody asks', () => {
    expectPushes(
      once(),
      `
      1.069999  0   0 pushed, 1 calls
      1.07      0   1 pushed, 1 calls
      2.069999  0   1 pushed, 1 calls
      2.07      0   2 pushed, 1 calls
      `,
    )
  })

  test('KIN3.01 each has 2 MiB a second of the shard, and what it saved up for a second; pollers are not touched', () => {
    const large = sendSizes(1, new Array(8).fill(1_048_575))
    const of = once({
      producers: [producer({ keys: { kind: 'list', keys: ['k'] }, turnable: { ratePerSecond: 0, recordBytes: 1 } })],
      streams: [stream({ turnable: { writeBytesPerSecond: 1e9 } })],
      applications: [pushed(), pushed({}, { id: 'b' }), application({ id: 'polls' })],
      interventions: large,
    })
    expectPushes(
      of,
      `
      1.069999  0   0 pushed, 1 calls
      1.07      0   2 pushed, 1 calls
      1.070001  0   3 pushed, 1 calls
      1.57      0   3 pushed, 1 calls
      1.570001  0   4 pushed, 1 calls
      1.570001  1   4 pushed, 1 calls
      3.57      0   7 pushed, 1 calls
      3.57      1   7 pushed, 1 calls
      3.570001  0   8 pushed, 1 calls
      3.570001  1   8 pushed, 1 calls
      `,
    )
    // The calls and bytes of the shard's own limits are those of the polling application alone.
    const engine = play(of, 10)
    expect(engine.streams[0]!.shards[0]!.c[READ_CALLS_TOTAL]).toBe(reader(engine, 0, 2).s[CALLS])
    expect(engine.streams[0]!.readBytesOf(0)).toBe(8 * 1_048_576)
    expect(gauge(engine, 'deliveriesTotal', 0) + gauge(engine, 'deliveriesTotal', 1)).toBe(16)
  })

  test('KIN3.01 five polls a second are not its limit', () => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 20 } })],
        streams: [stream()],
        applications: Array.from({ length: 20 }, (_, a) => pushed({}, { id: `app-${a}` })),
      }),
    )
    for (let a = 0; a < 20; a++) expect(reader(engine, 0, a).deliveries).toBe(1198)
  })

  test('KIN3.02 a consumer that the stream has no room for is refused and reads nothing', () => {
    expectPushes(
      once({ applications: [pushed(), pushed({ isRegistered: false }, { id: 'late' })] }),
      `
      30.5  0   30 pushed, 1 calls
      30.5  1   0 pushed, 1 calls, 1 refused
      `,
    )
    const of = once({ applications: [pushed(), pushed({ isRegistered: false }, { id: 'late' })] })
    const engine = createEngine(of, 1)
    const reference = engine.world.records.reference(0, 3)
    const notes = lifeOf(engine, reference, 30 * SECOND, 100)
    expect(whyNotSeen(engine, notes, reference, 'late')).toMatchObject({ reason: 'notRegistered' })
  })

  test('KIN3.04 a subscription ends after five minutes and is renewed; nothing is missed', () => {
    expectPushes(
      once({ applications: [pushed({}, { turnable: { callLatencyMicros: 100_000 } })] }),
      `
      299.9     0   299 pushed, 1 calls
      300       0   299 pushed, 2 calls
      300.099999  0   299 pushed, 2 calls
      300.1     0   300 pushed, 2 calls
      600.1     0   600 pushed, 3 calls
      `,
    )
  })

  test('KIN3.04 what was stored while it was renewed comes right after', () => {
    expectPushes(
      once({
        applications: [pushed({ subscriptionMicros: 10.05 * SECOND }, { turnable: { callLatencyMicros: 2 * SECOND } })],
      }),
      `
      3         0   2 pushed, 1 calls
      3.07      0   3 pushed, 1 calls
      10.049999  0  9 pushed, 1 calls
      10.05     0   9 pushed, 2 calls
      12.049999  0  9 pushed, 2 calls
      12.05     0   11 pushed, 2 calls
      12.07     0   12 pushed, 2 calls
      `,
    )
  })

  test('KIN3.05 whoever takes over within 5 s of a subscription is refused, and tries again each second', () => {
    const dies = (at: number) =>
      once({
        applications: [pushed({}, { workers: 2, turnable: { failoverMicros: 1_500_000 } })],
        interventions: [die(at)],
      })
    expectPushes(
      dies(2),
      `
      2       0   1 pushed, 1 calls
      3.5     0   1 pushed, 2 calls, 1 refused
      4.5     0   1 pushed, 3 calls, 2 refused
      5.5     0   5 pushed, 4 calls, 2 refused
      `,
    )
    expectPushes(
      dies(20),
      `
      21.4    0   19 pushed, 1 calls
      21.5    0   21 pushed, 2 calls
      `,
    )
  })

  test('KIN3.05 another place is another subscription', () => {
    expectPushes(
      once({ interventions: [goTo(20, TRIM_HORIZON), goTo(22, LATEST)] }),
      `
      19.9  0   19 pushed, 1 calls
      20    0   38 pushed, 2 calls
      22.5  0   40 pushed, 3 calls, 1 refused
      25    0   42 pushed, 6 calls, 3 refused
      25.07  0   43 pushed, 6 calls, 3 refused
      `,
    )
  })

  test('KIN3.06 the end of a shard comes with the last event: the children follow', () => {
    const of = once({
      producers: [producer({ keys: { kind: 'even', count: 100 }, turnable: { ratePerSecond: 10 } })],
      streams: [stream({ shardsAtMost: 3 })],
    })
    const engine = createEngine(of, 1)
    engine.run(10.05 * SECOND, Number.POSITIVE_INFINITY)
    engine.streams[0]!.splitShard(0, 2n ** 127n, 10.05 * SECOND)
    engine.run(100.08 * SECOND, Number.POSITIVE_INFINITY)
    const [parent, low, high] = [0, 1, 2].map((shard) => reader(engine, shard).deliveries)
    expect([parent, low! + high!]).toEqual([400, 600])
    expect([low! > 200, high! > 200]).toEqual([true, true])
    expect(gauge(engine, 'processedTotal')).toBe(1000)
  })

  test('KIN3.06 of an empty shard too', () => {
    const engine = createEngine(once({ producers: [], streams: [stream({ shardsAtMost: 3 })] }), 1)
    engine.run(10 * SECOND, Number.POSITIVE_INFINITY)
    engine.streams[0]!.splitShard(0, 2n ** 127n, 10 * SECOND)
    engine.run(40.07 * SECOND, Number.POSITIVE_INFINITY)
    expect([0, 1, 2].map((shard) => reader(engine, shard).s[CALLS])).toEqual([1, 1, 1])
  })

  test('X-K7 while more waits for work than may, no event is taken; the budget goes on', () => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 10 } })],
        streams: [stream()],
        applications: [pushed({}, { prefetchBatches: 2, turnable: { serviceMicros: 200_000 } })],
      }),
    )
    // 5 records/s worked of 10; at most two batches wait beside the one in work.
    expect(gauge(engine, 'processedTotal')).toBeGreaterThan(290)
    expect(reader(engine).processor.batchCount).toBeLessThanOrEqual(3)
    expect(engine.producers[0]!.links[0]!.storedTotal).toBe(600)
  })

  test('KIN6.01 what expired before it was pushed is lost', () => {
    const of = once({
      streams: [stream({ turnable: { retentionMicros: 30 * SECOND } })],
      applications: [pushed({}, { turnable: { failoverMicros: 60 * SECOND } })],
      interventions: [die(20.5), come(80.5)],
    })
    const engine = play(of, 110.5)
    // Of 110 records those of 21 to 50 s were lost.
    expect([gauge(engine, 'lostUnreadTotal'), gauge(engine, 'deliveriesTotal')]).toEqual([30, 80])
  })
})

describe('KCL with enhanced fan-out', () => {
  test('KCL.01 each lease is a subscription; a worker that comes back takes its share without a second reading', () => {
    const of = once({
      durationMicros: 600 * SECOND,
      producers: [producer({ keys: { kind: 'even', count: 100 }, turnable: { ratePerSecond: 20 } })],
      streams: [stream({ shards: 4 })],
      applications: [pushed({}, { workers: 2, kcl: kcl(), turnable: { checkpointMicros: 0 } })],
      interventions: [die(60), come(200)],
    })
    const engine = play(of, 600)
    const backlog = gauge(engine, 'backlog')
    expect(gauge(engine, 'processedTotal') - gauge(engine, 'processedAgainTotal')).toBe(12_000 - backlog)
    expect(backlog).toBeLessThanOrEqual(3)
    expect(engine.streams[0]!.shards.every(({ c }) => c[READ_CALLS_TOTAL] === 0)).toBe(true)
  })

  test('KCL.11 two at one shard: the new owner takes over the connection, the old one works what it has', () => {
    const cut = { at: 50 * SECOND, kind: 'application', node: 0, action: 'cutOff', worker: 0 } as const
    const of = once({
      producers: [producer({ turnable: { ratePerSecond: 20 } })],
      applications: [pushed({}, { workers: 2, kcl: kcl({ hasLeader: false }), turnable: { serviceMicros: 40_000 } })],
      interventions: [cut],
    })
    const engine = play(of, 300)
    expect(gauge(engine, 'checkpointsRefusedTotal')).toBeGreaterThan(0)
    expect(gauge(engine, 'processedTotal') - gauge(engine, 'processedAgainTotal') + gauge(engine, 'backlog')).toBe(6000)
  })
})

test('a run with pushed records goes on from any snapshot as it went', () => {
  const of = once({
    durationMicros: 60 * SECOND,
    producers: [producer({ spacing: 1, keys: { kind: 'even', count: 50 }, turnable: { ratePerSecond: 200 } })],
    streams: [stream({ shards: 2 })],
    applications: [
      pushed({ subscriptionMicros: 7 * SECOND }, { workers: 2, turnable: { callLatencyMicros: 15_000 } }),
      pushed({}, { id: 'slow', prefetchBatches: 1, turnable: { serviceMicros: 12_000, serviceSpread: 1 } }),
    ],
    interventions: [die(20), come(31)],
  })
  const straight = play(of)
  const wound = createEngine(of, 1)
  for (const seconds of [3.3, 20.01, 33]) {
    wound.run(seconds * SECOND, Number.POSITIVE_INFINITY)
    const snapshot = wound.snapshot()
    wound.run(60 * SECOND, Number.POSITIVE_INFINITY)
    expect(wound.digest()).toBe(straight.digest())
    wound.restore(snapshot)
  }
})
