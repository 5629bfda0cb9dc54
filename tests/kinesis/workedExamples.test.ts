import { describe, expect, it } from 'vitest'
import type { Engine, Plan } from '../../src/engine/index.ts'
import { applicationCounts } from '../../src/engine/index.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import { play, runTo, SECOND, sum } from '../engine/play.ts'
import { ofShards, tipsOf } from '../engine/shards.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'

const ONE_MIB = 1_048_576

/** What is stored and refused a second, once what was saved up at the start is used. */
function steady(p: Plan, from = 10, to = 40) {
  const engine = play(p, from)
  const read = () => ({
    stored: engine.streams.flatMap(tipsOf),
    bytes: sum(ofShards(engine.streams[0]!, Shard.STORED_BYTES)),
    attempts: engine.producers[0]!.links[0]!.attemptsTotal,
    refused: engine.producers[0]!.links[0]!.refusedTotal,
  })
  const before = read()
  runTo(engine, to)
  const after = read()
  const perSecond = (a: number, b: number) => (b - a) / (to - from)
  return {
    stored: after.stored.map((count, shard) => perSecond(before.stored[shard]!, count)),
    bytes: perSecond(before.bytes, after.bytes),
    refused: perSecond(before.refused, after.refused),
    attempts: perSecond(before.attempts, after.attempts),
  }
}

const onlyOnce = { attemptsMax: 1 }

describe('a stream of two shards takes 2 MiB/s and 2,000 records/s, and gives 4 MiB/s', () => {
  const twoShards = (recordBytes: number, ratePerSecond: number) =>
    plan({
      producers: [
        producer({ keys: { kind: 'even', count: 1000 }, turnable: { ratePerSecond, recordBytes, ...onlyOnce } }),
      ],
      streams: [stream({ shards: 2 })],
    })

  it.each([
    { recordBytes: 500, binds: 'records' },
    { recordBytes: 1000, binds: 'records' },
    { recordBytes: 2048, binds: 'bytes' },
    { recordBytes: 51_200, binds: 'bytes' },
  ])('W01 two shards take 2 MiB/s and 2,000 records/s: of $recordBytes B, $binds bind', ({ recordBytes, binds }) => {
    const { stored, bytes } = steady(twoShards(recordBytes, 8000))
    if (binds === 'records') expect(sum(stored)).toBeCloseTo(2000, -1)
    else expect(bytes / (2 * ONE_MIB)).toBeCloseTo(1, 2)
    expect(bytes).toBeLessThanOrEqual(2 * ONE_MIB * 1.001)
    expect(sum(stored)).toBeLessThanOrEqual(2001)
  })

  it('W01 two shards give at most 4 MiB/s, however hard the applications ask', () => {
    const engine = play(
      plan({
        durationMicros: 120 * SECOND,
        producers: [
          producer({
            keys: { kind: 'even', count: 1000 },
            turnable: { ratePerSecond: 1900, recordBytes: 1040, ...onlyOnce },
          }),
        ],
        streams: [stream({ shards: 2 })],
        applications: [0, 1, 2].map((i) =>
          application({ id: `app-${i}`, pollPhaseMicros: i * 70_000, turnable: { serviceMicros: 0 } }),
        ),
      }),
      20,
    )
    const before = sum(ofShards(engine.streams[0]!, Shard.READ_BYTES_TOTAL))
    runTo(engine, 120)
    const bytes = sum(ofShards(engine.streams[0]!, Shard.READ_BYTES_TOTAL)) - before
    // One call may run 10 MiB into debt on each shard (X-K2).
    expect(bytes).toBeLessThanOrEqual(100 * 4 * ONE_MIB + 2 * 10 * ONE_MIB)
    expect(bytes).toBeGreaterThan(100 * 4 * ONE_MIB * 0.95)
  })
})

describe('one hot key has one shard, however many there are', () => {
  it.each([2, 4])('W08 a hot key on %d shards: 1,000 accepted and 500 refused a second, the others idle', (shards) => {
    const { stored, refused } = steady(
      plan({
        producers: [
          producer({
            keys: { kind: 'even', count: 1 },
            turnable: { ratePerSecond: 1500, recordBytes: 506, ...onlyOnce },
          }),
        ],
        streams: [stream({ shards })],
      }),
    )
    expect(Math.max(...stored)).toBeCloseTo(1000, 6)
    expect(stored.filter((perSecond) => perSecond > 0).length).toBe(1)
    expect(refused).toBeCloseTo(500, 6)
  })

  it('W09 its cure where there are many keys: the same rate on two shards is not throttled', () => {
    const spread = (shards: number) =>
      steady(
        plan({
          producers: [
            producer({
              keys: { kind: 'even', count: 1000 },
              turnable: { ratePerSecond: 1500, recordBytes: 506, ...onlyOnce },
            }),
          ],
          streams: [stream({ shards })],
        }),
      )
    expect(spread(1).refused).toBeCloseTo(500, 6)
    const { stored, refused } = spread(2)
    expect(refused).toBe(0)
    for (const perSecond of stored) expect(perSecond / 750).toBeCloseTo(1, 1)
  })
})

describe('bytes bind before records', () => {
  it('W51 800 records/s of 2,048 B and a key of 6 B: 510 accepted, about 290 refused', () => {
    const { stored, refused } = steady(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 800, recordBytes: 2048, ...onlyOnce } })],
        streams: [stream()],
      }),
    )
    expect(sum(stored)).toBeGreaterThan(510)
    expect(sum(stored)).toBeLessThan(511)
    expect(refused).toBeGreaterThan(289)
    expect(refused).toBeLessThan(290)
  })
})

/** 256 records of 4,096 B a second with their key: 1 MiB/s, as W18 has it. */
const oneMiB = (parts: Partial<Plan>): Plan =>
  plan({
    durationMicros: 300 * SECOND,
    producers: [producer({ turnable: { ratePerSecond: 256, recordBytes: 4096 - 'user-0'.length } })],
    streams: [stream()],
    ...parts,
  })
const poller = (id: string, pollPhaseMicros = 0) =>
  application({ id, pollPhaseMicros, turnable: { serviceMicros: 0, pollIntervalMicros: 250_000 } })
const ageSeconds = (engine: Engine, app = 0) =>
  applicationCounts(engine.applications[app]!, engine.now).ageMicros / SECOND

describe('scaled to an outage of 60 s: one reader at the limit', () => {
  const outage = (seconds: number) => [
    { at: 10 * SECOND, kind: 'application' as const, node: 0, action: 'crash' as const, worker: 0 },
    { at: (10 + seconds) * SECOND, kind: 'application' as const, node: 0, action: 'start' as const, worker: 0 },
  ]

  it('W18 (60 s) is as old as the outage at its end, falls by one second a second, and has caught up after as long again', () => {
    const engine = play(oneMiB({ applications: [poller('a')], interventions: outage(60) }), 69.99)
    expect(ageSeconds(engine)).toBeCloseTo(60, 0)
    // A call every five seconds brings the 10 MiB of ten seconds; just before one the age is on its line.
    for (const after of [10, 20, 30, 40, 50]) {
      runTo(engine, 70 + after - 0.01)
      expect(ageSeconds(engine)).toBeCloseTo(60 - after, 0)
    }
    runTo(engine, 123)
    expect(ageSeconds(engine)).toBeGreaterThan(1)
    runTo(engine, 136)
    expect(ageSeconds(engine)).toBeLessThan(1)
  })

  it('W55 outage of Y, caught up within X, needs (1 + Y/X) times the input rate', () => {
    // 2 MiB/s is twice the input, so X = Y whatever Y is.
    for (const seconds of [20, 40]) {
      const engine = play(oneMiB({ applications: [poller('a')], interventions: outage(seconds) }), 10 + 2 * seconds - 7)
      expect(ageSeconds(engine)).toBeGreaterThan(1)
      runTo(engine, 10 + 2 * seconds + 6)
      expect(ageSeconds(engine)).toBeLessThan(1)
    }
  })
})

describe('two applications recover from 60 s at once and share 2 MiB/s', () => {
  it('W19 (60 s) together they get what comes in: what they are behind stays where it is', () => {
    const both = (seconds: number, action: 'crash' | 'start') =>
      [0, 1].map((node) => ({ at: seconds * SECOND, kind: 'application' as const, node, action, worker: 0 }))
    const interventions = [...both(10, 'crash'), ...both(70, 'start')]
    const engine = play(oneMiB({ applications: [poller('a'), poller('b', 100_000)], interventions }), 69.99)
    expect(ageSeconds(engine, 0) + ageSeconds(engine, 1)).toBeCloseTo(120, 0)
    for (const seconds of [100, 150, 200, 250, 300]) {
      runTo(engine, seconds - 0.01)
      const together = ageSeconds(engine, 0) + ageSeconds(engine, 1)
      expect(together).toBeGreaterThan(120 - 11)
      expect(together).toBeLessThan(120 + 11)
    }
  })
})

describe('three polling applications on one shard at 1 MiB/s', () => {
  it('W52 each gets two thirds of it: after 60 s each is about 20 s behind', () => {
    const applications = [0, 1, 2].map((i) => poller(`app-${i}`, i * 83_000))
    const engine = play(oneMiB({ applications }), 60)
    const ages = applications.map((_, i) => ageSeconds(engine, i))
    expect(sum(ages) / 3).toBeGreaterThan(14)
    expect(sum(ages) / 3).toBeLessThan(26)
    const shares = engine.applications.map(({ readers }) => readers[0]!.fetched / engine.streams[0]!.shards[0]!.tip)
    expect(sum(shares) / 3).toBeCloseTo(2 / 3, 1)
    // Which of them is served depends on who asks first when the budget is there; together they fall behind by 1 s a second.
    runTo(engine, 240)
    const behind = sum(applications.map((_, i) => ageSeconds(engine, i)))
    expect(behind).toBeGreaterThan(240 - 16)
    expect(behind).toBeLessThan(240 + 16)
  })
})
