import { describe, expect, test } from 'vitest'
import { queue } from '../engine/testPlan.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'
import type { LambdaChanges } from './testLambda.ts'

/** One place at a time, so that a timeline can be read. */
const one = (turnable: LambdaChanges['turnable'] = {}): LambdaChanges => ({
  queue: 0,
  turnable: { maximumConcurrency: 1, ...turnable },
})
const base = { streams: [], queues: [queue()] }

describe('batches of a queue', () => {
  test('LSQ.07 10 messages by default, and what one poll brings without a window', () => {
    expectFunction(
      { ...base, lambda: one() },
      `
      1   send 25    25 stored
      2   invoked    1: 1-10; 1.1: 11-20; 1.2: 21-25
      `,
    )
    expectFunction(
      { ...base, lambda: one({ batchMessages: 3 }) },
      `
      1   send 5     5 stored
      2   invoked    1: 1-3; 1.1: 4-5
      `,
    )
  })

  test('LSQ.07 more than 10 need a window: the place polls until the batch is full', () => {
    expectFunction(
      { ...base, lambda: one({ batchMessages: 100, windowMicros: 1_000_000 }) },
      `
      0.5   send 250    250 stored
      0.75  invoked     0.5: 1-100; 0.6: 101-200
      `,
    )
    // Without one, a batch of 100 is asked for and 10 come.
    expectFunction(
      { ...base, lambda: one({ batchMessages: 100 }) },
      `
      0.5   send 15     15 stored
      0.75  invoked     0.5: 1-10; 0.6: 11-15
      `,
    )
  })

  test('LSQ.07 6 MB end the window', () => {
    expectFunction(
      { ...base, lambda: one({ batchMessages: 100, windowMicros: 300_000_000 }) },
      `
      1   send 6 a 1048576    6 stored
      2   invoked             1: 1-6
      `,
    )
  })

  test('LSQ.08 at low traffic a batch may wait for 20 s, even with a shorter window', () => {
    // The message ends the first poll; the next one waits for 20 s, and only then the window of 5 s is seen to be over.
    expectFunction(
      { ...base, lambda: one({ windowMicros: 5_000_000 }) },
      `
      2      send 1     stored
      21.9   invoked    none
      22     invoked    22: 1
      `,
    )
    // Another message ends that poll earlier.
    expectFunction(
      { ...base, lambda: one({ windowMicros: 5_000_000 }) },
      `
      2      send 1     stored
      9      send 1     stored
      9      invoked    9: 1-2
      `,
    )
  })

  test('LSQ.09 a batch that succeeds is deleted', () => {
    expectFunction(
      { ...base, lambda: one() },
      `
      1      send 4                          4 stored
      1.05   queue 0                         0 visible, 4 in flight
      1.1    queue 0                         0 visible, 0 in flight
      40     processedTotal retriedTotal     4, 0
      `,
    )
  })

  test('LSQ.09 after an error nothing is deleted: all come back after the visibility timeout', () => {
    expectFunction(
      { ...base, lambda: one({ poisonRecord: 3 }) },
      `
      1      send 4                          4 stored
      30.9   queue 0                         0 visible, 4 in flight
      32     invoked                         1: 1-4; 31: 1-4
      32     duplicatesTotal                 2
      40     processedTotal retriedTotal     0, 4
      `,
    )
  })

  test('LSQ.09 failed batches reduce the concurrency, one each, and nothing is added for a minute (ours)', () => {
    const bench = new FunctionBench({
      ...base,
      lambda: { queue: 0, turnable: { batchMicros: 1_000_000, batchMessages: 1 } },
    })
    bench.put(4000, 'a', 100, 'queue')
    bench.run(10)
    const before = bench.gauge('scale')
    expect(before).toBe(55)
    bench.node.set('failureShare', 1, bench.engine.now)
    bench.run(17)
    const later = bench.gauge('scale')
    expect(later).toBeGreaterThan(25)
    expect(later).toBeLessThan(45)
    bench.run(40)
    expect(bench.gauge('scale')).toBe(2)
    bench.node.set('failureShare', 0, bench.engine.now)
    bench.run(100)
    expect(bench.gauge('scale')).toBe(2)
    bench.run(106)
    expect(bench.gauge('scale')).toBeGreaterThan(10)
  })

  test('LSQ.10 with ReportBatchItemFailures failures do not reduce the concurrency', () => {
    const bench = new FunctionBench({
      ...base,
      lambda: { queue: 0, turnable: { batchMicros: 1_000_000, failureShare: 0.5, reportsFailures: 1 } },
    })
    bench.put(200_000, 'a', 100, 'queue')
    bench.run(60)
    expect(bench.gauge('scale')).toBe(305)
  })

  test('W38 a batch of 5 of which the function reports 2 and 4: only these come back', () => {
    const bench = new FunctionBench({ ...base, lambda: one({ reportsFailures: 1 }) })
    poison(bench, [2, 4])
    bench.put(5, 'a', 100, 'queue')
    bench.run(0.2)
    expect([bench.gauge('processedTotal'), bench.engine.queues[0]!.inFlight]).toEqual([3, 2])
    bench.looked()
    bench.run(31)
    expect(bench.looked()).toBe('30: 2 4')
  })

  test('W38 without the setting all 5 come back', () => {
    const bench = new FunctionBench({ ...base, lambda: one() })
    poison(bench, [2, 4])
    bench.put(5, 'a', 100, 'queue')
    bench.run(0.2)
    expect([bench.gauge('processedTotal'), bench.engine.queues[0]!.inFlight]).toEqual([0, 5])
    bench.looked()
    bench.run(31)
    expect(bench.looked()).toBe('30: 1-5')
  })
})

/** Several records that always fail; the plan knows one. They are told apart again when the test looks. */
function poison({ engine, node }: FunctionBench, numbers: readonly number[]): void {
  const { records } = engine.world
  const numberOf = records.numberOf.bind(records)
  node.set('poisonRecord', 1e6, 0)
  const begin = node.fn.begin.bind(node.fn)
  node.fn.begin = (now) => {
    records.numberOf = (reference) => (numbers.includes(numberOf(reference)) ? 1e6 : numberOf(reference))
    return begin(now)
  }
  const endOf = node.fn.endOf.bind(node.fn)
  node.fn.endOf = (work, cold, now) => {
    records.numberOf = numberOf
    return endOf(work, cold, now)
  }
}
