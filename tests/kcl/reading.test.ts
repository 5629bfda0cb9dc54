import { expect, test } from 'vitest'
import { LIMITS } from '../../src/aws/index.ts'
import { CALLS, CALLS_REFUSED } from '../../src/engine/clients/shardReader.ts'
import type { Engine } from '../../src/engine/index.ts'
import { READ_CALLS_TOTAL, READS_REFUSED_BY_CALLS } from '../../src/engine/kinesis/shardColumn.ts'
import { play, SECOND } from '../engine/play.ts'
import { application, kcl } from '../engine/testPlan.ts'
import { gauge } from '../kinesis/readers.ts'
import { appOf, expectLibrary, KCL_2, library } from './library.ts'

const calls = (engine: Engine) => {
  const { s } = appOf(engine).readers[0]!
  return `${s[CALLS]} calls, ${s[CALLS_REFUSED]} refused`
}
const fetched = (engine: Engine) => String(appOf(engine).readers[0]!.deliveries)

test('KCL.06 a call every 1,500 ms, measured from the last one that succeeded: a refused one is tried again after 200 ms', () => {
  // Half a call a second: the call at 1.5 s uses what was saved up, and the next token is there at 3.5 s.
  expect(LIMITS['KCL.06'].value).toBe(1500)
  expectLibrary(
    library({
      shards: 1,
      workers: 1,
      turnable: { pollIntervalMicros: 1_500_000 },
      limits: { readCallsPerSecond: 0.5 },
    }),
    `
      1.49     calls           0 calls, 0 refused
      1.51     calls           1 calls, 0 refused
      3.01     calls           2 calls, 1 refused
      3.21     calls           3 calls, 2 refused
      3.41     calls           4 calls, 3 refused
      3.61     calls           5 calls, 3 refused
      5.09     calls           5 calls, 3 refused
      5.11     calls           6 calls, 4 refused
    `,
    { calls },
  )
})

test('KCL.07 a call asks for 10,000 records and gets no more', () => {
  expect(LIMITS['KCL.07'].value).toBe(10_000)
  // It comes at 15 s, when 15,000 records of 100 B are there, and polls every second.
  expectLibrary(
    library({
      shards: 1,
      workers: 1,
      keys: 1,
      ratePerSecond: 1000,
      startAtMicros: 15 * SECOND,
      turnable: { serviceMicros: 1, recordsPerCall: LIMITS['KCL.07'].value },
    }),
    `
      15.9     fetched         0
      16.1     fetched         10000
      17.1     fetched         17000
    `,
    { fetched },
  )
})

test('KCL.08 polling pauses at 4 batches, 8 MiB or 30,000 records that wait; the batch in work does not count', () => {
  const { batches, bytes, records } = {
    batches: LIMITS['KCL.08'].value,
    bytes: LIMITS['KCL.08.bytes'].value,
    records: LIMITS['KCL.08.records'].value,
  }
  expect([batches, bytes, records]).toEqual([4, 8_388_608, 30_000])
  const waiting = (engine: Engine) => {
    const own = appOf(engine).readers[0]!.processor.batches
    return `${own.count - 1} batches, ${own.recordsFrom(1)} records`
  }
  const stopped = { serviceMicros: 3600 * SECOND }
  const limits = { prefetchBatches: batches, prefetchBytes: bytes, prefetchRecords: records }
  const one = { shards: 1, workers: 1, keys: 1, ...limits }
  expectLibrary(
    library({ ...one, ratePerSecond: 10, turnable: stopped }),
    `
      5.5      waiting         4 batches, 40 records
      60       waiting         4 batches, 40 records
    `,
    { waiting },
  )
  // 2 MiB/s of reading; a batch each 4 s brings what 4 s have brought: 1 MiB/s. Two batches are 8 MiB.
  expectLibrary(
    library({
      ...one,
      ratePerSecond: 256,
      recordBytes: 4090,
      turnable: { ...stopped, pollIntervalMicros: 4 * SECOND },
    }),
    `
      8.1      waiting         1 batches, 1024 records
      12.1     waiting         2 batches, 2048 records
      60       waiting         2 batches, 2048 records
    `,
    { waiting },
  )
  expectLibrary(
    library({
      ...one,
      ratePerSecond: 1000,
      recordBytes: 10,
      turnable: { ...stopped, pollIntervalMicros: 10 * SECOND },
    }),
    `
      30.1     waiting         2 batches, 20000 records
      40.1     waiting         3 batches, 30000 records
      60       waiting         3 batches, 30000 records
    `,
    { waiting },
  )
})

test('KCL.21 two applications have lease tables of their own: both read everything, and they share the calls of each shard', () => {
  const two = library({ shards: 2, seconds: 120, turnable: { pollIntervalMicros: 250_000 } })
  two.applications.push(
    application({
      id: 'other',
      workers: 3,
      kcl: kcl(KCL_2),
      pollPhaseMicros: 100_000,
      turnable: { pollIntervalMicros: 250_000, serviceMicros: 1000 },
    }),
  )
  const engine = play(two, 120)
  for (const app of [0, 1]) expect(gauge(engine, 'deliveriesTotal', app)).toBeGreaterThan(1190)
  expect([0, 1].map((app) => appOf(engine, app).leases.ownerOf(1))).toEqual([1, 1])
  for (const { c } of engine.streams[0]!.shards) {
    // Eight calls a second are asked for, five are answered.
    expect(c[READS_REFUSED_BY_CALLS]! / c[READ_CALLS_TOTAL]!).toBeGreaterThan(0.3)
    expect((c[READ_CALLS_TOTAL]! - c[READS_REFUSED_BY_CALLS]!) / 120).toBeCloseTo(5, 0)
  }
})
