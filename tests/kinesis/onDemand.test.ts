import { describe, expect, test } from 'vitest'
import type { Engine, OnDemandPlan } from '../../src/engine/index.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import { play, runTo, sum } from '../engine/play.ts'
import { ofShards, tipsOf } from '../engine/shards.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'

const MIB = 1_048_576
const MINUTE = 60

/** AWS's numbers of on-demand streams in us-east-1. */
const ON_DEMAND: OnDemandPlan = {
  atStart: true,
  leastBytesPerSecond: 4 * MIB,
  mostBytesPerSecond: 10 * 1024 * MIB,
  shardsMost: 10_000,
  timesPeak: 2,
  historyMicros: 30 * 86_400_000_000,
  historyBytesPerSecond: 0,
  warmBytesPerSecond: 0,
  lookBackMicros: 3_600_000_000,
  splitBytesPerSecond: 500 * 1024,
  splitWithinMicros: 900_000_000,
  measureMicros: 60_000_000,
}

/** A stream that has seen `history` MiB/s and holds the shards for it, under even traffic of `rate` MiB/s, in records of 512 KiB. */
const traffic = (history: number, rate: number, minutes: number, most = ON_DEMAND.mostBytesPerSecond) =>
  plan({
    durationMicros: minutes * 60_000_000,
    binMicros: 60_000_000,
    producers: [
      producer({
        keys: { kind: 'even', count: 1, prefix: 'k' },
        turnable: { ratePerSecond: 2 * rate, recordBytes: MIB / 2 - 2, attemptsMax: 1 },
      }),
    ],
    streams: [
      stream({
        shards: Math.max(4, 2 * history),
        shardsAtMost: 1_000,
        spreadsEvenly: true,
        onDemand: { ...ON_DEMAND, historyBytesPerSecond: history * MIB, mostBytesPerSecond: most },
      }),
    ],
  })

const refusedIn = (engine: Engine) => sum(engine.streams[0]!.shards.map(({ refused }) => refused))
const openIn = (engine: Engine) => engine.streams[0]!.openShards.length

describe('on-demand capacity follows the traffic', () => {
  test('KIN5.04, W21 a history of 10 to 40 MB/s takes 80 MB/s at once; a new peak of 50 takes 100', () => {
    const jump = play(traffic(40, 80, 1), 0)
    expect(jump.streams[0]!.onDemand!.capacityAt(0)).toBe(80 * MIB)
    runTo(jump, MINUTE)
    expect(refusedIn(jump)).toBe(0)
    const peak = play(traffic(40, 50, 20))
    expect(refusedIn(peak)).toBe(0)
    expect(peak.streams[0]!.onDemand!.capacityAt(peak.now) / MIB).toBeCloseTo(100, 1)
    expect(openIn(peak)).toBeGreaterThanOrEqual(100)
  })

  test('KIN5.05, W22 a peak of 40 that jumps to 120 MB/s is throttled for up to about 15 minutes, with even keys', () => {
    const engine = play(traffic(40, 120, 25), MINUTE)
    const accepted = () => sum(tipsOf(engine.streams[0]!))
    const before = accepted()
    runTo(engine, 2 * MINUTE)
    // 80 of 120 MiB/s at first.
    expect((accepted() - before) / 2 / 60).toBeLessThan(90)
    runTo(engine, 17 * MINUTE)
    const refused = refusedIn(engine)
    expect(refused).toBeGreaterThan(0)
    runTo(engine, 25 * MINUTE)
    expect(refusedIn(engine)).toBe(refused)
    expect(openIn(engine)).toBeGreaterThanOrEqual(120)
  })

  test('KIN5.03 the ceiling of the Region ends the growth', () => {
    const engine = play(traffic(0, 20, 40, 6 * MIB))
    expect(openIn(engine)).toBe(6)
    expect(refusedIn(engine)).toBeGreaterThan(0)
  })

  test('KIN5.06 quiet shards are not split, and a moment of traffic is not enough', () => {
    const engine = play(traffic(0, 1, 40))
    expect(openIn(engine)).toBe(4)
    expect(ofShards(engine.streams[0]!, Shard.SPLIT_AT)).toEqual([Infinity, Infinity, Infinity, Infinity])
  })

  test('KIN5.06 the same seed splits at the same moments, another seed at others', () => {
    const closedAt = (seed: number) =>
      play(traffic(2, 3, 17), 17 * MINUTE, seed)
        .streams[0]!.shards.slice(0, 4)
        .map((shard) => shard.closedAt)
    expect(closedAt(1)).toEqual(closedAt(1))
    expect(closedAt(1)).not.toEqual(closedAt(2))
    // Measured after a minute, split within 15 more.
    expect(Math.max(...closedAt(1))).toBeLessThanOrEqual(16 * MINUTE * 1e6)
  })
})
