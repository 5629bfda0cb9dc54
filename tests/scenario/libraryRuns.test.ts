import { expect, test } from 'vitest'
import { reportOf } from '../../src/cli/sim/report.ts'
import { runScenario } from '../../src/cli/sim/runScenario.ts'
import { applyOverride } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { bytesBind } from './fixtures/bytesBind.ts'
import { crashAndCheckpoint } from './fixtures/crashAndCheckpoint.ts'
import { hotKey } from './fixtures/hotKey.ts'
import { sixPollers } from './fixtures/sixPollers.ts'
import { builtIn } from './sixScenes.ts'

// A built-in scenario tells a story; these say that the run tells the same one.

function run(start: Scenario | string, untilSeconds: number, ...overrides: string[]) {
  const base = typeof start === 'string' ? builtIn(start) : start
  if (base === null) throw new Error(`no scenario ${String(start)}`)
  const scenario = overrides.reduce((one, text) => {
    const result = applyOverride(one, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, base)
  const { nodes } = reportOf(scenario, runScenario(scenario, untilSeconds), 1)
  return (id: string) => {
    const node = nodes.find((one) => one.id === id)
    if (node === undefined) throw new Error(`no node ${id}`)
    return node
  }
}

/** Records stored in the second half of a minute, a second: free of the tokens saved at the start. */
function steadyPerSecond(start: Scenario | string, ...overrides: string[]): number {
  const stored = (until: number) => run(start, until, ...overrides)('stream').records.stored
  return (stored(60) - stored(30)) / 30
}

test('one-shard: the reader keeps up, at 4 a second it does not', () => {
  expect(run('one-shard', 120)('reader').backlog).toBeLessThanOrEqual(2)
  expect(run('one-shard', 120, 'rate=4')('reader').backlog).toBeGreaterThan(100)
})

test('two-shards: everything is stored at 1,600 records/s, and 2,000 a second at 4,000', () => {
  expect(run('two-shards', 60)('stream').refusedAttempts).toEqual({})
  expect(steadyPerSecond('two-shards', 'rate=4000')).toBeCloseTo(2000, -1)
})

test.each([
  ['512 B', 2000],
  ['1 KiB', 2000],
  // The key of 6 to 8 B counts: 2 MiB/s over 2,056 and 51,208 B.
  ['2 KiB', 1020],
  ['50 KiB', 40.95],
])('two-shards with records of %s stores %d a second', (size, expected) => {
  expect(Math.abs(steadyPerSecond('two-shards', 'rate=4000', `recordBytes=${size}`) / expected - 1)).toBeLessThan(0.01)
})

test('many-readers: the one that goes back works records again, the others do not', () => {
  const node = run('many-readers', 60)
  const stored = node('stream').records.stored
  expect(node('billing').processed).toBeGreaterThan(stored + 100)
  expect(node('archive').processed).toBeLessThanOrEqual(stored)
})

test('taking-turns: the message of the worker that dies comes back, and is lost when it was deleted before', () => {
  const before = run('taking-turns', 19.9)('workers')
  const after = run('taking-turns', 44)('workers')
  // Two living workers hold one each at most; the third delivery without work is the one that died.
  expect(before.deliveries - before.processed).toBeLessThanOrEqual(3)
  expect(after.deliveries - after.processed).toBe(3)
  const calm = run({ ...(builtIn('taking-turns') as Scenario), interventions: [] }, 44)
  expect(calm('queue').backlog).toBeLessThan(run('taking-turns', 44)('queue').backlog)
  const early = run('taking-turns', 44, 'workers.deleteWhen=before')('workers')
  expect(early.deliveries - early.processed).toBe(3)
})

test('slow-reader: the reader falls behind, the producer feels nothing until the stream refuses', () => {
  const node = run('slow-reader', 120)
  expect(node('reader').backlog).toBeGreaterThan(200)
  expect(node('producer').records.notYetStored).toBeLessThanOrEqual(1)
  expect(
    run('slow-reader', 120, 'stream.writeRecordsPerSecond=10', 'rate=12')('producer').records.notYetStored,
  ).toBeGreaterThan(50)
})

test('same-traffic: the same records reach both stores', () => {
  const node = run('same-traffic', 100)
  expect(node('stream').records.stored).toBe(node('queue').records.stored)
  expect(node('stream').bytesStored).toBeGreaterThan(0)
})

test('hot key (W08): one shard takes 1,000 records/s, 500 are refused', () => {
  expect(steadyPerSecond(hotKey)).toBeCloseTo(1000, -1)
  expect(steadyPerSecond(hotKey, 'stream.shards=4')).toBeCloseTo(1000, -1)
})

test('bytes bind (W51): 510 records/s of 2,054 B', () => {
  expect(Math.abs(steadyPerSecond(bytesBind) - 510.5)).toBeLessThan(2)
})

test('six applications (W14): one call of six is refused', () => {
  const node = run(sixPollers, 60)
  const calls = [0, 1, 2, 3, 4, 5].map((place) => node(`reader-${place}`))
  const attempts = calls.reduce((sum, reader) => sum + reader.attempts, 0)
  const refused = calls.reduce(
    (sum, reader) => sum + Object.values(reader.refusedAttempts).reduce((a, b) => a + b, 0),
    0,
  )
  expect(refused / attempts).toBeCloseTo(1 / 6, 1)
})

test('a crash between checkpoints works records again (KCL.10)', () => {
  const reader = run(crashAndCheckpoint, 90)('reader')
  expect(reader.processed).toBeGreaterThan(run(crashAndCheckpoint, 90)('stream').records.stored)
})
