import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/aws/index.ts'
import { type Month, type PriceLine, total } from '../../src/review/bill.ts'
import { cost, dollars } from '../../src/review/money.ts'
import { monthlyLines } from '../../src/review/prices.ts'
import { billedRequests, payloadUnits, roundedBytes, type StreamUsage, type Usage } from '../../src/review/usage.ts'
import { SECOND } from '../engine/play.ts'

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

describe('On-demand Advantage, 30 days', () => {
  const little: StreamUsage = { ...nothing(), mode: 'advantage', storedBytes: 1_000_000, polledBytes: 1_000_000 }

  test('KIN5.08 the commitment holds for all streams together; above it what was used counts', () => {
    const rate = 20 * 1_048_576 * RUN_SECONDS
    const each = { ...little, storedBytes: rate, polledBytes: 0, fanOutBytes: rate }
    expect(cents(monthlyLines(usage({ streams: [each, each] }), month(30)))).toEqual({
      'P.08': '3240.00',
      'P.08.out': '1620.00',
    })
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
