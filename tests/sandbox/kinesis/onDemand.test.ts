import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/index.ts'
import { boxWith, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const KIB = 1024
const ON_DEMAND = { StreamModeDetails: { StreamMode: 'ON_DEMAND' } } as const
const PROVISIONED = { StreamModeDetails: { StreamMode: 'PROVISIONED' } } as const

const summaryOf = (box: Sandbox) => box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary
const openIn = (box: Sandbox) => summaryOf(box).OpenShardCount

/** Puts `kib` a second with one hash key for so many seconds; returns how many of the records were throttled. */
function write(box: Sandbox, kib: number, seconds: number, hashKey = '0'): number {
  let throttled = 0
  for (let second = 0; second < seconds; second++) {
    for (let part = 0; part < 4; part++) {
      const record = { PartitionKey: 'k', ExplicitHashKey: hashKey, Data: (kib * KIB) / 4 - 1 }
      if (nameOf(() => box.kinesis.PutRecord({ ...STREAM, ...record })) !== 'ok') throttled++
      box.advance(SECOND / 4)
    }
  }
  return throttled
}

const enableAdvantage = (box: Sandbox) =>
  box.kinesis.UpdateAccountSettings({ MinimumThroughputBillingCommitment: { Status: 'ENABLED' } })

const warm = (box: Sandbox, WarmThroughputMiBps: number) =>
  box.kinesis.UpdateStreamWarmThroughput({ ...STREAM, WarmThroughputMiBps })

describe('KIN5 on-demand', () => {
  test('KIN5.02 a new stream takes 4 MiB and 4,000 records a second: four shards', () => {
    const box = boxWith(ON_DEMAND)
    expect(summaryOf(box)).toMatchObject({ OpenShardCount: 4, StreamModeDetails: { StreamMode: 'ON_DEMAND' } })
    const keys = box.kinesis.ListShards(STREAM).Shards.map(({ HashKeyRange }) => HashKeyRange.StartingHashKey)
    const put = (ExplicitHashKey: string) => () =>
      box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'k', ExplicitHashKey, Data: 1 })
    for (const key of keys) {
      const answers = Array.from({ length: 1_001 }, () => nameOf(put(key)))
      expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1_000)
    }
  })

  test('KIN5.03 ceilings by Region, and 50 on-demand streams in an account', () => {
    const warmIn = (region: string, mibps: number) => {
      const box = boxWith(ON_DEMAND, { region })
      enableAdvantage(box)
      return nameOf(() => warm(box, mibps))
    }
    expect([
      warmIn('us-east-1', 10_240),
      warmIn('us-east-1', 10_241),
      warmIn('eu-central-1', 200),
      warmIn('eu-central-1', 201),
    ]).toEqual(['ok', 'LimitExceededException', 'ok', 'LimitExceededException'])
    const box = boxWith(ON_DEMAND)
    for (let i = 1; i < 50; i++) box.kinesis.CreateStream({ StreamName: `s-${i}`, ...ON_DEMAND })
    const more = () => box.kinesis.CreateStream({ StreamName: 'more', ...ON_DEMAND })
    expect([nameOf(more), factOf(more)]).toEqual(['LimitExceededException', 'KIN5.03'])
    expect(nameOf(() => box.kinesis.CreateStream({ StreamName: 'more', ShardCount: 1 }))).toBe('ok')
  })

  test('KIN5.06 a shard above 500 KB/s is halved within 15 minutes; one below is not', () => {
    const halves = (kib: number) => {
      const box = boxWith(ON_DEMAND)
      expect(write(box, kib, 60)).toBe(0)
      expect(openIn(box)).toBe(4)
      write(box, kib, 15 * 60)
      return box
    }
    expect(openIn(halves(496))).toBe(4)
    const split = halves(512)
    const [parent, , , , lower, upper] = split.kinesis.ListShards(STREAM).Shards
    expect(parent!.SequenceNumberRange.EndingSequenceNumber).toBeDefined()
    expect([lower!.ParentShardId, upper!.ParentShardId]).toEqual([shardId(0), shardId(0)])
    const size = ({ HashKeyRange: { StartingHashKey, EndingHashKey } }: NonNullable<typeof lower>) =>
      BigInt(EndingHashKey) - BigInt(StartingHashKey)
    expect(size(lower!)).toBe(size(upper!))
  })

  test('KIN5.06 a hot key is not isolated: it stays bound to what one shard takes', () => {
    const box = boxWith(ON_DEMAND)
    write(box, 1_536, 30 * 60)
    expect(openIn(box)).toBeGreaterThan(5)
    // A third of 1.5 MiB/s is too much for the one shard that the key belongs to, however many there are.
    expect(write(box, 1_536, 60) / 240).toBeCloseTo(1 / 3, 1)
  })

  test('KIN5.06 small records count as well: half of the record limit splits too (our assumption)', () => {
    const box = boxWith(ON_DEMAND)
    const Records = Array.from({ length: 300 }, () => ({ PartitionKey: 'k', ExplicitHashKey: '0', Data: 10 }))
    for (let i = 0; i < 2 * 121; i++) {
      box.kinesis.PutRecords({ ...STREAM, Records })
      box.advance(SECOND / 2)
    }
    box.advance(15 * MINUTE)
    expect(openIn(box)).toBe(5)
  })

  test('KIN5.07 GetRecords gives at least twice what can be written', () => {
    const box = boxWith(ON_DEMAND)
    write(box, 1_000, 20)
    let { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    let bytes = 0
    for (let i = 0; i < 10; i++) {
      const answer = box.kinesis.GetRecords({ ShardIterator, Limit: 8 })
      bytes += answer.Records.length * 250 * KIB
      ShardIterator = answer.NextShardIterator!
      box.advance(SECOND)
    }
    expect(bytes / 10).toBe(2_000 * KIB)
  })

  test('KIN5.08 On-demand Advantage: on at once, off a day later at the earliest', () => {
    const box = boxWith(ON_DEMAND)
    const status = () => box.kinesis.DescribeAccountSettings().MinimumThroughputBillingCommitment
    expect(status()).toEqual({ Status: 'DISABLED' })
    expect(factOf(() => warm(box, 5))).toBe('KIN5.08')
    enableAdvantage(box)
    expect(status()).toEqual({ Status: 'ENABLED', StartedAt: 20, EarliestAllowedEndAt: 20 + 86_400 })
    box.advance(HOUR)
    box.kinesis.UpdateAccountSettings({ MinimumThroughputBillingCommitment: { Status: 'DISABLED' } })
    expect(status().Status).toBe('ENABLED_UNTIL_EARLIEST_ALLOWED_END')
    expect(nameOf(() => warm(box, 5))).toBe('ok')
    box.advance(23 * HOUR)
    expect(status()).toEqual({ Status: 'DISABLED', StartedAt: 20, EndedAt: 20 + 86_400 })
    expect(factOf(() => warm(box, 6))).toBe('KIN5.08')
  })

  test('KIN5.09 warm throughput: there when the stream is ACTIVE again, up and down', () => {
    const box = boxWith(ON_DEMAND)
    enableAdvantage(box)
    expect(warm(box, 10).WarmThroughput).toEqual({ TargetMiBps: 10, CurrentMiBps: 4 })
    expect(summaryOf(box).StreamStatus).toBe('UPDATING')
    expect(nameOf(() => warm(box, 12))).toBe('ResourceInUseException')
    box.advance(3 * MINUTE)
    expect(summaryOf(box)).toMatchObject({
      StreamStatus: 'ACTIVE',
      OpenShardCount: 10,
      WarmThroughput: { TargetMiBps: 10, CurrentMiBps: 10 },
    })
    warm(box, 5)
    box.advance(3 * MINUTE)
    expect(openIn(box)).toBe(5)
    warm(box, 1)
    box.advance(3 * MINUTE)
    // Never below what every on-demand stream takes.
    expect(openIn(box)).toBe(4)
  })

  test('KIN5.09 given back, capacity still covers what the last hour needed; an hour later it goes', () => {
    const box = boxWith({ ...ON_DEMAND, RecordDistributionStrategy: 'AUTO' })
    enableAdvantage(box)
    warm(box, 20)
    box.advance(3 * MINUTE)
    // 6 MiB/s over 20 shards: below the rate at which shards split.
    for (let second = 0; second < 5 * 60; second++) {
      for (let part = 0; part < 12; part++) box.kinesis.PutRecord({ ...STREAM, Data: 512 * KIB })
      box.advance(SECOND)
    }
    warm(box, 5)
    box.advance(3 * MINUTE)
    expect(openIn(box)).toBe(12)
    box.advance(HOUR + 3 * MINUTE)
    expect(openIn(box)).toBe(5)
  })

  test('KIN5.10 the mode can be changed twice in 24 hours; the shards stay as they are', () => {
    const box = boxWith({ ShardCount: 3 })
    const mode = (details: typeof ON_DEMAND | typeof PROVISIONED) =>
      nameOf(() => box.kinesis.UpdateStreamMode({ ...STREAM, ...details }))
    expect(mode(PROVISIONED)).toBe('InvalidArgumentException')
    expect(mode(ON_DEMAND)).toBe('ok')
    expect(summaryOf(box)).toMatchObject({
      StreamStatus: 'UPDATING',
      OpenShardCount: 3,
      StreamModeDetails: { StreamMode: 'ON_DEMAND' },
    })
    expect(mode(PROVISIONED)).toBe('ResourceInUseException')
    box.advance(MINUTE)
    expect(mode(PROVISIONED)).toBe('ok')
    box.advance(MINUTE)
    expect(mode(ON_DEMAND)).toBe('LimitExceededException')
    box.advance(24 * HOUR - 2 * MINUTE)
    expect(mode(ON_DEMAND)).toBe('ok')
    expect(openIn(box)).toBe(3)
  })
})
