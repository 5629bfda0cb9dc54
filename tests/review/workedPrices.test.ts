import { describe, expect, test } from 'vitest'
import { usageOfRun } from '../../src/cli/price/usageOf.ts'
import { type ApplicationPlan, CapacityMode, type OnDemandPlan, type Plan } from '../../src/engine/index.ts'
import { type Month, type PriceLine, total } from '../../src/review/bill.ts'
import { dollars } from '../../src/review/money.ts'
import { monthlyLines } from '../../src/review/prices.ts'
import type { Usage } from '../../src/review/usage.ts'
import { CHANGE_NUMBERS } from '../../src/scenario/streamNumbers.ts'
import { SECOND } from '../engine/play.ts'
import { application, fanOut, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'
import { fifoNode } from '../sqs/fifoNode.ts'

// The worked examples: a run of 600 s of each service, its own counters priced and scaled to the month, to the cent.

const RUN_SECONDS = 600
const MIB = 1_048_576
const GB = 1024 * MIB
const month = (days: number): Month => ({ profile: 'today', region: 'us-east-1', hours: 24 * days })

const usageOf = (parts: Partial<Plan>): Usage =>
  usageOfRun(plan({ durationMicros: RUN_SECONDS * SECOND, binMicros: SECOND, ...parts }), 1, RUN_SECONDS * SECOND)

/** ID and cents of each line. */
const cents = (lines: readonly PriceLine[]) =>
  Object.fromEntries(lines.map((line) => [line.id, line.ok ? dollars(line.picoDollars) : line.message]))
const sumOf = (lines: readonly PriceLine[]) => dollars(total(lines))

const ON_DEMAND: OnDemandPlan = {
  ...{ atStart: true, leastBytesPerSecond: 4 * MIB, mostBytesPerSecond: 10 * GB, shardsMost: 100, timesPeak: 2 },
  ...{ historyMicros: 30 * 86_400 * SECOND, historyBytesPerSecond: 0, warmBytesPerSecond: 0 },
  ...{ lookBackMicros: 3600 * SECOND, splitBytesPerSecond: 512_000, splitWithinMicros: 900 * SECOND },
  measureMicros: 60 * SECOND,
}
const onDemand = (mode: number) =>
  stream({
    ...{ shards: 4, shardsAtMost: 100, spreadsEvenly: true, onDemand: ON_DEMAND },
    changes: { ...CHANGE_NUMBERS, mode },
  })

describe('4 shards, 100 records/s of 35 KB', () => {
  const played = (applications: ApplicationPlan[]) =>
    usageOf({
      producers: [
        producer({ keys: { kind: 'even', count: 1000 }, turnable: { ratePerSecond: 100, recordBytes: 35 * 1024 } }),
      ],
      streams: [stream({ shards: 4 })],
      applications,
    })

  test('W43 P.01 P.02 a month of 31 days: 2,976 shard-hours and 535.68 million units are 52.14', () => {
    const lines = monthlyLines(played([]), month(31))
    expect(lines.map((line) => line.ok && [line.id, line.quantity, line.unit])).toEqual([
      ['P.01', 2976, 'h'],
      ['P.02', 535.68, 'million'],
    ])
    expect(cents(lines)).toEqual({ 'P.01': '44.64', 'P.02': '7.50' })
    expect(sumOf(lines)).toBe('52.14')
  })

  test('W44 P.04 one consumer with enhanced fan-out: 43.80 more in 730 hours, and 0.013 for each GB that it was pushed', () => {
    const usage = played([application({ fanOut: fanOut() }), application({ id: 'polls' })])
    const [{ fanOutBytes, consumerShardMicros }] = usage.streams as [Usage['streams'][number]]
    expect(consumerShardMicros).toBe(4 * RUN_SECONDS * SECOND)
    const found = cents(monthlyLines(usage, { ...month(30), hours: 730 }))
    expect(found['P.04']).toBe('43.80')
    // 730 hours are 4,380 runs; half a cent for rounding.
    const exact = (0.013 * fanOutBytes * 4380) / GB
    expect(Math.abs(Number(found['P.04.bytes']) - exact)).toBeLessThanOrEqual(0.005)
    expect(fanOutBytes).toBeGreaterThan(0.999 * 100 * RUN_SECONDS * 35 * 1024)
  })
})

test('W45 P.08 On-demand Advantage with less traffic than it commits to: 63,281.25 GB each way, 3,037.50 in 30 days', () => {
  const little = usageOf({
    producers: [producer({ keys: { kind: 'even', count: 100 }, turnable: { ratePerSecond: 100, recordBytes: 1024 } })],
    streams: [onDemand(CapacityMode.advantage)],
    applications: [application()],
  })
  expect(little.streams[0]!.polledBytes).toBeGreaterThan(50 * MIB)
  const lines = monthlyLines(little, month(30))
  expect(lines.map((line) => line.ok && line.quantity)).toEqual([63_281.25, 63_281.25])
  expect(cents(lines)).toEqual({ 'P.08': '2025.00', 'P.08.out': '1012.50' })
  expect(sumOf(lines)).toBe('3037.50')
})

describe('1,000 messages/s of 1 KiB, 30 days', () => {
  // Keys of 24 B: 1,048 B a record are just within 1 MiB/s.
  const keys = Array.from({ length: 1000 }, (_, i) => `${'k'.repeat(20)}${1000 + i}`)
  const sender = (batchRecords: number) =>
    producer({
      keys: { kind: 'list', keys },
      turnable: { ratePerSecond: 1000, recordBytes: 1024, batchRecords, lingerMicros: SECOND },
    })
  /** Workers that receive and delete so many in a call, and nothing else. */
  const reader = (messages: number) =>
    pool({ messagesInHand: messages, turnable: { messagesPerCall: messages, serviceMicros: 0, deleteWhen: 1 } })

  test.each([
    [1, 1_800_000, '3110.40'],
    [10, 180_000, '311.04'],
  ])('W46 P.09 P.11 standard queue, %d in a call: send, receive and delete', (messages, requests, usd) => {
    const usage = usageOf({ producers: [sender(messages)], queues: [queue()], pools: [reader(messages)] })
    expect(usage.queues).toEqual([{ isFifo: false, requests, fairMessages: 0 }])
    expect(sumOf(monthlyLines(usage, month(30)))).toBe(usd)
  })

  test('W46 P.10 P.11 FIFO queue in tens, within its 300 calls a second: 388.80', () => {
    const usage = usageOf({
      producers: [sender(10)],
      nodes: [fifoNode({ turnable: { callsPerSecond: 300 } })],
      links: [{ producer: 0, toStream: -1, toQueue: -1, toNode: 0 }],
      pools: [reader(10)],
    })
    expect(usage.queues).toEqual([{ isFifo: true, requests: 180_000, fairMessages: 0 }])
    expect(sumOf(monthlyLines(usage, month(30)))).toBe('388.80')
  })

  test('W46 P.01 P.02 one shard, exactly at its limit: 47.09', () => {
    const usage = usageOf({ producers: [sender(1)], streams: [stream()] })
    const lines = monthlyLines(usage, month(30))
    expect(usage.streams[0]).toMatchObject({ payloadUnits: 600_000, storedBytes: 600_000 * 1024 })
    expect(cents(lines)).toEqual({ 'P.01': '10.80', 'P.02': '36.29' })
    expect(sumOf(lines)).toBe('47.09')
  })

  test('W46 P.07 On-demand Standard: 226.55, and 98.88 for each reader by GetRecords', () => {
    const write = { producers: [sender(1)], streams: [onDemand(CapacityMode.standard)] }
    const usage = usageOf(write)
    const lines = monthlyLines(usage, month(30))
    expect(cents(lines)).toEqual({ 'P.07': '28.80', 'P.07.in': '197.75' })
    expect(sumOf(lines)).toBe('226.55')
    // What GetRecords counts has the keys in it (KIN2.02), 24 B a record; W46 leaves them out. In steady state: from 1 s to 601 s.
    const reading = plan({
      ...{ durationMicros: 601 * SECOND, binMicros: SECOND, ...write },
      applications: [application({ turnable: { serviceMicros: 0 } })],
    })
    const polled = [1, 601].map((seconds) => usageOfRun(reading, 1, seconds * SECOND).streams[0]!.polledBytes)
    const records = (polled[1]! - polled[0]!) / 1048
    expect(records).toBe(600_000)
    const streams = [{ ...usage.streams[0]!, polledBytes: records * 1024 }]
    expect(cents(monthlyLines({ ...usage, streams }, month(30)))['P.07.out']).toBe('98.88')
  })
})
