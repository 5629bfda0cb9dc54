import { describe, expect, test } from 'vitest'
import { applicationCounts, type Engine } from '../../src/engine/index.ts'
import { hashKeyOf, initialHashKeyRanges, shardIndexOf } from '../../src/engine/kinesis/hashKey.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import { play, runTo, SECOND, sum } from '../engine/play.ts'
import { ofShards, tipsOf } from '../engine/shards.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'

/** One key for each shard, in the order of the shards. */
function keyOfEachShard(shards: number): string[] {
  const ranges = initialHashKeyRanges(shards)
  const keys = new Array<string>(shards)
  let missing = shards
  for (let k = 0; missing > 0; k++) {
    const shard = shardIndexOf(hashKeyOf(`key-${k}`), ranges)
    if (keys[shard] === undefined) missing--
    keys[shard] ??= `key-${k}`
  }
  return keys
}

const backlog = (engine: Engine) => applicationCounts(engine.applications[0]!, engine.now).backlog

describe('W02: 5,000 shards, each at a thousandth of its limits', () => {
  const keys = keyOfEachShard(5000)
  const offered = (ratePerSecond: number, recordBytes: number, limits: object) => {
    const engine = play(
      plan({
        producers: [
          producer({
            keys: { kind: 'cycle', keys },
            callsAtOnce: 64,
            turnable: { ratePerSecond, recordBytes, attemptsMax: 1 },
          }),
        ],
        streams: [stream({ shards: 5000, turnable: limits })],
        binMicros: 10 * SECOND,
      }),
      6,
    )
    const read = () => [sum(tipsOf(engine.streams[0]!)), sum(ofShards(engine.streams[0]!, Shard.STORED_BYTES))] as const
    const [records, bytes] = read()
    runTo(engine, 16)
    return [(read()[0] - records) / 10, (read()[1] - bytes) / 10] as const
  }

  test('W02 KIN1.02 take 5,000 of 10,000 records/s', () => {
    const [records] = offered(10_000, 10, { writeRecordsPerSecond: 1 })
    expect(records).toBe(5000)
  })

  // Counted in whole records of 131 B: within 1 % of 10 s.
  test('W02 KIN1.01 take 5,000 times a thousandth of 1 MiB/s', () => {
    const [, bytes] = offered(50_000, 120, { writeBytesPerSecond: 1048.576, recordBytesLimit: 1100 })
    expect(Math.abs(bytes / (5000 * 1048.576) - 1)).toBeLessThan(0.01)
  })
})

describe('W48: a consumer group at a thousandth: 30 records/s in, 8 members of 5 records/s, stopped for 10 minutes', () => {
  const stopped = () =>
    plan({
      durationMicros: 3000 * SECOND,
      binMicros: 10 * SECOND,
      producers: [
        producer({
          keys: { kind: 'cycle', keys: keyOfEachShard(8) },
          turnable: { ratePerSecond: 30, recordBytes: 100 },
        }),
      ],
      streams: [stream({ shards: 8 })],
      applications: [
        application({
          workers: 8,
          startAtMicros: 600 * SECOND,
          turnable: { serviceMicros: SECOND / 5, pollIntervalMicros: SECOND / 5 },
        }),
      ],
    })

  test('W48 18,000 records wait, fall by 10 a second and are done after 30 minutes', () => {
    const engine = play(stopped(), 600)
    expect(backlog(engine)).toBe(18_000)
    for (const minutes of [10, 20, 29]) {
      runTo(engine, 600 + 60 * minutes)
      expect(Math.abs(backlog(engine) - (18_000 - 600 * minutes))).toBeLessThanOrEqual(16)
    }
    runTo(engine, 2402)
    expect(backlog(engine)).toBeLessThanOrEqual(16)
    runTo(engine, 3000)
    expect(backlog(engine)).toBeLessThanOrEqual(16)
  })
})

describe('W50: 4,000 records/s of 10,000 keys, a reader of 250 records/s for each shard', () => {
  const keys = Array.from({ length: 10_000 }, (_, k) => `user-${k}`)
  const outcomeOf = (shards: number) => {
    const engine = play(
      plan({
        durationMicros: 300 * SECOND,
        binMicros: SECOND,
        producers: [producer({ keys: { kind: 'cycle', keys }, turnable: { ratePerSecond: 4000, recordBytes: 100 } })],
        streams: [stream({ shards })],
        applications: [
          application({ workers: shards, turnable: { serviceMicros: SECOND / 250, pollIntervalMicros: SECOND / 5 } }),
        ],
      }),
      300,
    )
    const behind = engine.applications[0]!.readers.map(
      (reader, shard) => engine.streams[0]!.shards[shard]!.tip - reader.processor.caret,
    )
    return { hottest: Math.max(...tipsOf(engine.streams[0]!)) / 300, behind: Math.max(...behind) }
  }

  test('W50 on 16 shards the hottest gets 264 records/s and falls behind by 14 a second', () => {
    const { hottest, behind } = outcomeOf(16)
    expect(hottest).toBeCloseTo(264, 0)
    expect(behind / (300 * (hottest - 250))).toBeCloseTo(1, 1)
  })

  test('W50 on 17 it gets 249 and keeps up', () => {
    const { hottest, behind } = outcomeOf(17)
    expect(hottest).toBeCloseTo(249, 0)
    expect(behind).toBeLessThan(250)
  })
})
