import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/aws/index.ts'
import type { ApplicationPlan } from '../../src/engine/index.ts'
import { EMPTY } from '../../src/engine/sqs/queueCounters.ts'
import { type Month, type PriceLine, total } from '../../src/review/bill.ts'
import { cost, dollars } from '../../src/review/money.ts'
import { monthlyLines } from '../../src/review/prices.ts'
import { billedRequests, payloadUnits, roundedBytes, type StreamUsage, type Usage } from '../../src/review/usage.ts'
import { play, SECOND } from '../engine/play.ts'
import { application, fanOut, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'
import { streamUsage } from './usageOfRun.ts'

const RUN_SECONDS = 600
const RUN = RUN_SECONDS * SECOND
const GB = LIMITS['X-U1.gb'].value
const month = (days: number): Month => ({ profile: 'today', region: 'us-east-1', hours: 24 * days })

const usage = (parts: Partial<Usage>): Usage => ({
  micros: RUN,
  streams: [],
  queues: [],
  topics: [],
  functions: [],
  ...parts,
})
/** ID and cents of each line. */
const cents = (lines: readonly PriceLine[]) =>
  Object.fromEntries(lines.map((line) => [line.id, line.ok ? dollars(line.picoDollars) : line.message]))
const sumOf = (lines: readonly PriceLine[]) => dollars(total(lines))

describe('W43, W44: 4 shards, 100 records/s of 35 KB', () => {
  const played = (applications: ApplicationPlan[]) =>
    play(
      plan({
        durationMicros: RUN,
        binMicros: SECOND,
        producers: [
          producer({ keys: { kind: 'even', count: 1000 }, turnable: { ratePerSecond: 100, recordBytes: 35 * 1024 } }),
        ],
        streams: [stream({ shards: 4 })],
        applications,
      }),
    )
  const run = played([])
  const own = streamUsage(run)

  test('W43 P.01 P.02 a month of 31 days: 2,976 shard-hours and 535.68 million units are 52.14', () => {
    const lines = monthlyLines(usage({ streams: [own] }), month(31))
    expect(lines.map((line) => line.ok && [line.id, line.quantity, line.unit])).toEqual([
      ['P.01', 2976, 'h'],
      ['P.02', 535.68, 'million'],
    ])
    expect(cents(lines)).toEqual({ 'P.01': '44.64', 'P.02': '7.50' })
    expect(sumOf(lines)).toBe('52.14')
  })

  test('W44 P.04 one consumer with enhanced fan-out: 43.80 more in 730 hours, and 0.013 for each GB', () => {
    const consumed = played([application({ fanOut: fanOut() }), application({ id: 'polls' })])
    const withOne = streamUsage(consumed)
    const { fanOutBytes, storedBytes } = withOne
    expect(fanOutBytes / storedBytes).toBeGreaterThan(1 - 8 / 60_000)
    expect(withOne).toMatchObject({ shardMicros: own.shardMicros, consumerShardMicros: own.shardMicros })
    const hours = { ...month(30), hours: 730 }
    const found = cents(monthlyLines(usage({ streams: [withOne] }), hours))
    expect(found['P.04']).toBe('43.80')
    const oneGb = cents(
      monthlyLines(usage({ micros: 730 * 3600 * SECOND, streams: [{ ...own, fanOutBytes: GB }] }), hours),
    )
    expect(oneGb['P.04.bytes']).toBe('0.01')
    const thousand = { ...own, fanOutBytes: 1000 * GB }
    expect(cents(monthlyLines(usage({ micros: 730 * 3600 * SECOND, streams: [thousand] }), hours))['P.04.bytes']).toBe(
      '13.00',
    )
    expect(Number(found['P.04.bytes'])).toBeCloseTo((fanOutBytes * 730 * 6 * 0.013) / GB, 2)
  })
})

describe('W45: On-demand Advantage, 30 days', () => {
  const little: StreamUsage = { ...nothing(), mode: 'advantage', storedBytes: 1_000_000, polledBytes: 1_000_000 }

  test('W45 P.08 the commitment of 25 MiB/s each way is 63,281.25 GB: 3,037.50', () => {
    const lines = monthlyLines(usage({ streams: [little] }), month(30))
    expect(lines.map((line) => line.ok && line.quantity)).toEqual([63_281.25, 63_281.25])
    expect(cents(lines)).toEqual({ 'P.08': '2025.00', 'P.08.out': '1012.50' })
    expect(sumOf(lines)).toBe('3037.50')
  })

  test('KIN5.08 the commitment holds for all streams together; above it what was used counts', () => {
    const rate = 20 * 1_048_576 * RUN_SECONDS
    const each = { ...little, storedBytes: rate, polledBytes: 0, fanOutBytes: rate }
    expect(cents(monthlyLines(usage({ streams: [each, each] }), month(30)))).toEqual({
      'P.08': '3240.00',
      'P.08.out': '1620.00',
    })
  })
})

describe('W46: 1,000 messages/s of 1 KiB, 30 days', () => {
  const sender = (batchRecords: number, keyPrefix = 'user-') =>
    producer({
      keys: { kind: 'even', count: 1000, prefix: keyPrefix },
      turnable: { ratePerSecond: 1000, recordBytes: 1024, batchRecords, lingerMicros: SECOND },
    })

  /** Calls of a run over a queue: sends as the producer counts them, receives by looking on. */
  function callsOf(messages: number) {
    const engine = playWatched(messages)
    const unit = LIMITS['SQS.04'].value
    expect(engine.run.queues[0]!.deliveryOutcomes.deleted).toBe(1000 * RUN_SECONDS)
    const sends = engine.run.producers[0]!.links[0]!.callsTotal
    // The pool deletes one message at a time; whoever receives ten deletes them in one call.
    const deletes = messages === unit ? engine.hands : engine.run.queues[0]!.deliveryOutcomes.deleted
    return [sends, engine.hands + engine.run.queues[0]!.c[EMPTY]!, deletes]
  }

  function playWatched(messages: number) {
    let hands = 0
    const parts = {
      durationMicros: RUN,
      binMicros: SECOND,
      producers: [sender(messages)],
      queues: [queue()],
      pools: [pool({ messagesInHand: messages, turnable: { messagesPerCall: messages, serviceMicros: 0 } })],
    }
    const run = play(plan(parts), 0)
    const own = run.queues[0]!
    const receive = own.receive.bind(own)
    own.receive = (...request: Parameters<typeof receive>) => {
      const count = receive(...request)
      if (count > 0) hands++
      return count
    }
    run.run(RUN, Number.POSITIVE_INFINITY)
    run.settle()
    return { run, hands }
  }

  const priceOf = (isFifo: boolean, calls: readonly number[]) => {
    // A batch of ten is 10 KiB: one request of 64 KB.
    const requests = calls.reduce((all, count) => all + count * billedRequests(10_240, 65_536), 0)
    return sumOf(monthlyLines(usage({ queues: [{ isFifo, requests, fairMessages: 0 }] }), month(30)))
  }

  test('W46 P.09 standard queue, one at a time: 3,110.40', () => {
    const calls = callsOf(1)
    expect(calls).toEqual([600_000, 600_000, 600_000])
    expect(priceOf(false, calls)).toBe('3110.40')
  })

  test('W46 P.09 P.10 P.11 in tens: standard 311.04, FIFO 388.80', () => {
    const calls = callsOf(10)
    expect(calls).toEqual([60_000, 60_000, 60_000])
    expect([priceOf(false, calls), priceOf(true, calls)]).toEqual(['311.04', '388.80'])
  })

  // A key of 24 B: 1,048 B a record are just within 1 MiB/s.
  const streamRun = play(
    plan({ durationMicros: RUN, binMicros: SECOND, producers: [sender(1, 'k'.repeat(21))], streams: [stream()] }),
  )
  const own = streamUsage(streamRun)

  test('W46 P.01 P.02 one shard, exactly at its limit: 47.09', () => {
    expect(streamRun.producers[0]!.links[0]!.refusedTotal).toBe(0)
    const lines = monthlyLines(usage({ streams: [own] }), month(30))
    expect(cents(lines)).toEqual({ 'P.01': '10.80', 'P.02': '36.29' })
    expect(sumOf(lines)).toBe('47.09')
  })

  test('W46 P.07 On-demand Standard: 226.55, and 98.88 for each reader by GetRecords', () => {
    const ingest: StreamUsage = { ...own, mode: 'onDemand' }
    const lines = monthlyLines(usage({ streams: [ingest] }), month(30))
    expect(cents(lines)).toEqual({ 'P.07': '28.80', 'P.07.in': '197.75' })
    expect(sumOf(lines)).toBe('226.55')
    const read = { ...ingest, polledBytes: ingest.storedBytes }
    expect(cents(monthlyLines(usage({ streams: [read] }), month(30)))['P.07.out']).toBe('98.88')
  })
})

describe('what is billed', () => {
  test.each([
    [0, 1],
    [1, 1],
    [25_600, 1],
    [25_601, 2],
    [1_048_576, 41],
  ])('P.02 a record of %d B is %d units of 25 KB', (bytes, units) => {
    expect(payloadUnits(bytes, 25_600)).toBe(units)
  })

  test.each([
    [1, 1024],
    [1024, 1024],
    [1025, 2048],
  ])('P.07 a record of %d B is billed as %d B', (bytes, billed) => {
    expect(roundedBytes(bytes, 1024)).toBe(billed)
  })

  test.each([
    [0, 1],
    [65_536, 1],
    [65_537, 2],
    [1_048_576, 16],
  ])('P.11 a call with %d B is %d requests', (bytes, requests) => {
    expect(billedRequests(bytes, 65_536)).toBe(requests)
  })

  test('P.03 P.05 P.06 reading is free; extended retention is by shard-hour, beyond 7 days by GB and month', () => {
    const kept = {
      ...nothing(),
      shardMicros: RUN,
      storedBytes: 1_048_576 * RUN_SECONDS,
      polledBytes: GB,
      retentionHours: 8 * 24,
    }
    const lines = cents(monthlyLines(usage({ streams: [kept] }), month(30)))
    // 1 MiB/s for a day beyond the week: 84.375 GB at 0.023.
    expect(lines).toEqual({ 'P.01': '10.80', 'P.03': '0.00', 'P.05': '14.40', 'P.06': '1.94' })
  })

  test('P.07 on-demand bills extended and long retention by GB and month', () => {
    const kept: StreamUsage = {
      ...nothing(),
      mode: 'onDemand',
      storedBytes: 1_048_576 * RUN_SECONDS,
      retentionHours: 8 * 24,
    }
    expect(cents(monthlyLines(usage({ streams: [kept] }), month(30)))).toMatchObject({
      'P.07.extended': '50.63',
      'P.07.long': '1.94',
    })
  })

  test('P.12 fair queues cost 0.10 more for each million messages with a group', () => {
    const queues = [{ isFifo: false, requests: 3_000_000, fairMessages: 1_000_000 }]
    const lines = monthlyLines({ ...usage({ queues }), micros: 720 * 3600 * SECOND }, month(30))
    expect(cents(lines)).toEqual({ 'P.09': '1.20', 'P.12': '0.10' })
  })

  test('P.13 publishing, HTTP and Firehose; queues are free', () => {
    const topics = [{ requests: 1_000_000, httpDeliveries: 1_000_000, firehoseDeliveries: 1_000_000 }]
    const lines = monthlyLines({ ...usage({ topics }), micros: 720 * 3600 * SECOND }, month(30))
    expect(cents(lines)).toEqual({ 'P.13': '0.50', 'P.13.http': '0.60', 'P.13.firehose': '0.19' })
  })

  test('P.14 requests and GB-seconds', () => {
    const functions = [
      { architecture: 'x86', requests: 1_000_000, gbMicros: 1_000_000 * SECOND },
      { architecture: 'arm', requests: 0, gbMicros: 1_000_000 * SECOND },
    ] as const
    const lines = monthlyLines({ ...usage({ functions }), micros: 720 * 3600 * SECOND }, month(30))
    expect(cents(lines)).toEqual({ 'P.14': '0.20', 'P.14.time': '16.67', 'P.14.arm': '13.33' })
  })

  test('P.09 above 100 billion requests the bill says that it does not know the price', () => {
    const queues = [{ isFifo: false, requests: 101_000_000_000, fairMessages: 0 }]
    const lines = monthlyLines({ ...usage({ queues }), micros: 720 * 3600 * SECOND }, month(30))
    expect(lines.map(({ id, ok }) => [id, ok])).toEqual([
      ['P.09', true],
      ['P.09.second', false],
    ])
  })

  test('P.01 a Region without prices is said so, line by line, and nothing is taken from another', () => {
    const streams = [{ ...nothing(), shardMicros: RUN, payloadUnits: 1 }]
    const lines = monthlyLines(usage({ streams }), { ...month(30), region: 'eu-west-1' })
    expect(cents(lines)).toEqual({
      'P.01': 'The ledger has no value of P.01 for Region eu-west-1.',
      'P.02': 'The ledger has no value of P.02 for Region eu-west-1.',
    })
    expect(sumOf(lines)).toBe('0.00')
  })
})

describe('money is exact', () => {
  test('cents are rounded half up, from millionths of a millionth', () => {
    expect([0n, 4_999_999_999n, 5_000_000_000n, 1_005_000_000_000n].map(dollars)).toEqual([
      '0.00',
      '0.00',
      '0.01',
      '1.01',
    ])
  })

  test('a price of twelve decimals times a million millions loses nothing', () => {
    expect(dollars(cost(0.000_016_666_7, { over: 3_000_000_000_000n, under: 1n }))).toBe('50000100.00')
  })
})

function nothing(): StreamUsage {
  return {
    mode: 'provisioned',
    shardMicros: 0,
    retentionHours: 24,
    payloadUnits: 0,
    storedBytes: 0,
    polledBytes: 0,
    consumerShardMicros: 0,
    fanOutBytes: 0,
  }
}
