import { describe, expect, test } from 'vitest'
import { LEDGER } from '../../src/aws/ledger.ts'
import { hashKeyOf, initialHashKeyRanges, shardIndexOf } from '../../src/engine/kinesis/hashKey.ts'
import {
  catchUpFactor,
  invocationsAtMost,
  provisionedShards,
  shardsForReader,
  shardsForReading,
  shardsForRecords,
  shardsForWriting,
  warmThroughput,
} from '../../src/review/sizing.ts'

const KIB = 1024

describe('sizing a provisioned stream', () => {
  test('W12 KIN5.01 35 KiB at 100 records/s for one application: 4 shards', () => {
    const demand = { recordsPerSecond: 100, recordBytes: 35 * KIB, pollingApplications: 1 }
    expect(provisionedShards(demand)).toBe(4)
    // 3,500 KiB/s are 3.42 times what a shard takes: with 2.9 % less of it, three would do.
    expect(provisionedShards({ ...demand, recordsPerSecond: 87 })).toBe(3)
  })

  test('W13 KIN5.01 1,024 KiB/s for three polling applications: 2 shards', () => {
    const demand = { recordsPerSecond: 512, recordBytes: 2 * KIB, pollingApplications: 3 }
    expect([shardsForWriting(demand), shardsForReading(demand), provisionedShards(demand)]).toEqual([1, 2, 2])
  })

  test('KIN5.01 many small records need more than the formula of AWS says (KIN1.02)', () => {
    const demand = { recordsPerSecond: 4001, recordBytes: 100, pollingApplications: 1 }
    expect([shardsForWriting(demand), shardsForReading(demand), provisionedShards(demand)]).toEqual([1, 1, 5])
  })

  describe('W50: 4,000 records/s of 2,048 B and a key of 36 B', () => {
    const demand = { recordsPerSecond: 4000, recordBytes: 2048 + 36, pollingApplications: 3 }
    const hottestOf = (keys: number) => (shards: number) => Math.max(...keysByShard(keys, shards)) / keys

    test('W50 records ask for 4 shards, bytes for 8, three polling applications for 12', () => {
      expect(shardsForRecords(demand)).toBe(4)
      expect(shardsForWriting(demand)).toBe(8)
      expect(shardsForReading(demand)).toBe(12)
      expect(provisionedShards(demand)).toBe(12)
    })

    test('W50 a reader of 250 records/s for a shard: 16 with a perfect spread, 17 with 10,000 real keys, 22 with 1,000', () => {
      expect(shardsForReader(4000, 250, (shards) => 1 / shards)).toBe(16)
      expect(shardsForReader(4000, 250, hottestOf(10_000))).toBe(17)
      expect(shardsForReader(4000, 250, hottestOf(1000))).toBe(22)
    })

    test.each([
      [10_000, 16, 264],
      [10_000, 17, 249],
      [1000, 16, 316],
      [1000, 22, 236],
    ])('W50 KIN1.11 of %d keys on %d shards the hottest gets %d records/s', (keys, shards, perSecond) => {
      expect(Math.round(4000 * hottestOf(keys)(shards))).toBe(perSecond)
    })
  })

  test('W55 outage of 1 h, caught up within 2 h: half as much again as comes in', () => {
    expect(catchUpFactor(3600, 7200)).toBe(1.5)
  })
})

test('W17 KIN2.15 the published delays are rows to draw lines from: 200 ms, 1,000 ms for five, 70 ms with fan-out', () => {
  const rows = (['KIN2.15', 'KIN2.15.five', 'KIN2.15.fanOut'] as const).map((id) => LEDGER[id])
  expect(rows.map(({ value, unit }) => [value, unit])).toEqual([
    [200, 'ms'],
    [1000, 'ms'],
    [70, 'ms'],
  ])
  for (const row of rows) expect([row.source, row.note]).toEqual(['S3', expect.stringContaining('to compare with')])
  expect(1 - LEDGER['KIN2.15.fanOut'].value / LEDGER['KIN2.15'].value).toBeCloseTo(0.65, 12)
})

test('W23 KIN5.09 LKI.04 100 shards, a peak of 150, asked down to 100: 150 now, 100 an hour later; 200 to 300 invocations', () => {
  expect([warmThroughput(100, 150), warmThroughput(100, 100)]).toEqual([150, 100])
  expect([invocationsAtMost(100, 2), invocationsAtMost(150, 2)]).toEqual([200, 300])
})

function keysByShard(keys: number, shards: number): number[] {
  const ranges = initialHashKeyRanges(shards)
  const counts = new Array<number>(shards).fill(0)
  for (let k = 0; k < keys; k++) counts[shardIndexOf(hashKeyOf(`user-${k}`), ranges)]! += 1
  return counts
}
