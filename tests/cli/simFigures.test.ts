import { expect, test } from 'vitest'
import { nodeOf, reportOf } from './sim.ts'

// What AWS's numbers give, seen from outside: rates between two moments of the same run.

const MIB = 1_048_576

type Rates = {
  newPerSecond: number
  storedPerSecond: number
  storedBytes: number
  readBytes: number
  refused: Record<string, number>
}

/** Rates of a scenario's stream between two moments, a second. */
async function ratesOf(scenario: string, from: number, to: number, settings: readonly string[]): Promise<Rates> {
  const set = settings.flatMap((setting) => ['--set', setting])
  const streamAt = async (until: number) => nodeOf(await reportOf(scenario, ...set, '--until', String(until)), 'stream')
  const [before, after] = [await streamAt(from), await streamAt(to)]
  const rate = (a: unknown, b: unknown) => (Number(b) - Number(a ?? 0)) / (to - from)
  return {
    newPerSecond: rate(before.records.new, after.records.new),
    storedPerSecond: rate(before.records.stored, after.records.stored),
    storedBytes: rate(before.bytesStored, after.bytesStored),
    readBytes: rate(before['bytesRead'], after['bytesRead']),
    refused: Object.fromEntries(
      Object.entries(after.refusedAttempts).map(([fact, count]) => [fact, rate(before.refusedAttempts[fact], count)]),
    ),
  }
}

/** Seconds. Buckets are empty within two; the window is as long as the tolerance below needs it. */
const STEADY = [5, 35] as const

const steady = (...settings: string[]) => ratesOf('two-shards', ...STEADY, ['producer.rate=4000', ...settings])

/** A bucket that is full when the window begins, or empty, is a thousandth of what passes in 30 s. */
function expectAtLimit(rate: number, limit: number) {
  expect(rate).toBeGreaterThan(limit * 0.998)
  expect(rate).toBeLessThan(limit * 1.002)
}

test.each(['0.5 KiB', '1 KiB'])('W01: two shards take 2,000 records/s of %s (KIN1.02)', async (bytes) => {
  const { newPerSecond, storedPerSecond, storedBytes, refused } = await steady(`producer.recordBytes=${bytes}`)
  expect(newPerSecond).toBeCloseTo(4000, 0)
  expectAtLimit(storedPerSecond, 2000)
  expect(storedBytes).toBeLessThanOrEqual(2 * MIB)
  expect(Object.keys(refused)).toEqual(['KIN1.02'])
})

test.each(['2 KiB', '50 KiB'])('W01: two shards take 2 MiB/s of records of %s (KIN1.01)', async (bytes) => {
  const { storedPerSecond, storedBytes, refused } = await steady(`producer.recordBytes=${bytes}`)
  expectAtLimit(storedBytes, 2 * MIB)
  expect(storedPerSecond).toBeLessThan(2000)
  expect(Object.keys(refused)).toEqual(['KIN1.01'])
})

test('W08: one hot key has one shard, whatever the stream has: 1,000 records/s', async () => {
  const hot = ['producer.keys=hottest', 'producer.hotShare=1']
  expectAtLimit((await steady(...hot)).storedPerSecond, 1000)
  expectAtLimit((await steady(...hot, 'stream.shards=4')).storedPerSecond, 1000)
})

test('one hot key of large records has one shard: 1 MiB/s', async () => {
  expectAtLimit(
    (await steady('producer.keys=hottest', 'producer.hotShare=1', 'producer.recordBytes=2 KiB')).storedBytes,
    MIB,
  )
})

test('W08: 1,500 records/s with one key, each counted once: 1,000 stored, 500 refused', async () => {
  const { storedPerSecond, refused } = await ratesOf('two-shards', ...STEADY, [
    'producer.rate=1500',
    'producer.keys=hottest',
    'producer.hotShare=1',
    'producer.attemptsMax=1',
  ])
  expectAtLimit(storedPerSecond, 1000)
  expectAtLimit(refused['KIN1.02']!, 500)
})

test('W51: one shard, 800 records/s of 2,048 B and a key of 6 B: bytes bind at 510, 290 are refused', async () => {
  const { storedPerSecond, refused } = await ratesOf('two-shards', ...STEADY, [
    'stream.shards=1',
    'producer.rate=800',
    'producer.recordBytes=2048',
    'producer.keys=list',
    'producer.keyList=rome-1',
    'producer.attemptsMax=1',
  ])
  expectAtLimit(storedPerSecond, MIB / 2054)
  expectAtLimit(refused['KIN1.01']!, 800 - MIB / 2054)
  expect(Object.keys(refused)).toEqual(['KIN1.01'])
})

test('W01: two shards give 4 MiB/s and no more, to a reader that comes late', async () => {
  const { readBytes } = await ratesOf('two-shards', 50, 70, [
    'producer.rate=4000',
    'producer.recordBytes=2 KiB',
    'reader.startSeconds=45',
    'reader.serviceMs=0.05',
  ])
  expectAtLimit(readBytes, 4 * MIB)
})

test('a limit that is turned is the limit that holds', async () => {
  expectAtLimit((await steady('stream.writeRecordsPerSecond=100')).storedPerSecond, 200)
})
