import { describe, expect, test } from 'vitest'
import type { FifoChanges } from '../sqs/fifoBench.ts'
import { fifoNode, queueOf } from '../sqs/fifoNode.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'
import type { LambdaChanges } from './testLambda.ts'

const MINUTE = 60_000_000
const on = (turnable: LambdaChanges['turnable'] = {}, fifo: FifoChanges = {}) => ({
  streams: [],
  fifo: fifoNode(fifo),
  lambda: { queue: 0, turnable },
})
const GROUPS = ['a', 'b', 'c', 'd', 'e', 'f']

/** A hundred messages in each of so many groups, before a function that needs ten minutes for a batch. */
function concurrencyWith(groups: number, turnable: LambdaChanges['turnable']): FunctionBench {
  const slow = { batchMicros: 10 * MINUTE, timeoutMicros: 15 * MINUTE }
  const bench = new FunctionBench(on({ ...slow, ...turnable }, { turnable: { visibilityTimeoutMicros: 60 * MINUTE } }))
  for (const group of GROUPS.slice(0, groups)) bench.put(100, group, 100, 'queue')
  bench.run(60)
  return bench
}

describe('a function that reads a FIFO queue', () => {
  test('W37 6 groups and a maximum concurrency of 10: 6 invocations at once', () => {
    expect(concurrencyWith(6, { maximumConcurrency: 10 }).gauge('concurrent')).toBe(6)
  })

  test('LSQ.11 as many invocations as groups, or as the maximum concurrency, whichever is less', () => {
    expect(concurrencyWith(3, { maximumConcurrency: 10 }).gauge('concurrent')).toBe(3)
    expect(concurrencyWith(6, { maximumConcurrency: 4 }).gauge('concurrent')).toBe(4)
    expect(concurrencyWith(6, {}).gauge('concurrent')).toBe(6)
    expect(concurrencyWith(1, {}).gauge('concurrent')).toBe(1)
  })

  test('LSQ.11 a batch may mix groups, and the order is kept in each', () => {
    expectFunction(
      on(),
      `
      1      send 3 a      3 stored
      1      send 2 b      2 stored
      1.05   send 2 a      2 stored
      1.05   send 2 b      2 stored
      2      invoked       1: 1-3; 1: 4-5; 1.1: 6-7; 1.1: 8-9
      `,
    )
    // One batch from what both groups have when the poll comes.
    expectFunction(
      on({ maximumConcurrency: 1 }),
      `
      1      send 1 a      stored
      1.05   send 3 b      3 stored
      1.05   send 2 a      2 stored
      2      invoked       1: 1; 1.1: 2-6
      `,
    )
  })

  test('LSQ.07 at most 10 messages in a batch, and no window', () => {
    expectFunction(
      on({ batchMessages: 50, windowMicros: 5_000_000 }),
      `
      1      send 25 a     25 stored
      2      invoked       1: 1-10; 1.1: 11-20; 1.2: 21-25
      `,
    )
  })

  test('LSQ.09 FIFO.08 a failed batch comes back after the visibility timeout, and its group waits for it', () => {
    expectFunction(
      on({ poisonRecord: 2 }),
      `
      1      send 3 a       3 stored
      1.05   send 2 a       2 stored
      30     queue 0        2 visible, 3 in flight
      30     invoked        1: 1-3
      31     invoked        31: 1-5
      31.2   processedTotal retriedTotal duplicatesTotal    0, 3, 1
      `,
    )
  })

  test('LSQ.10 FIFO: the function stops at the first failure; it and all behind it come back', () => {
    expectFunction(
      on({ poisonRecord: 2, reportsFailures: 1 }),
      `
      1      send 5 a       5 stored
      1.2    queue 0        0 visible, 4 in flight
      30     invoked        1: 1-5
      31     invoked        31: 2-5
      31.2   processedTotal retriedTotal duplicatesTotal    1, 4, 0
      `,
    )
  })

  test('FIFO.20 FIFO.15 a batch that takes longer than the timeout is not deleted, and is worked again', () => {
    expectFunction(
      on({ batchMicros: 5_000_000 }, { turnable: { visibilityTimeoutMicros: 4_000_000 } }),
      `
      1      send 2 a       2 stored
      5      invoked        1: 1-2; 5: 1-2
      6.5    processedTotal duplicatesTotal    0, 0
      10.5   processedTotal duplicatesTotal    0, 2
      `,
    )
  })

  test('FIFO.02 polls and deletes beyond the quota are made again, and no message is lost', () => {
    const bench = new FunctionBench(on({ batchMicros: 1000, batchMessages: 1 }, { turnable: { callsPerSecond: 20 } }))
    for (const group of GROUPS) bench.put(50, group, 100, 'queue')
    bench.run(60)
    expect(queueOf(bench.engine.nodes, 1)).toMatchObject({ visible: 0, inFlight: 0 })
    expect([bench.gauge('processedTotal'), bench.gauge('retriedTotal')]).toEqual([300, 0])
    expect(queueOf(bench.engine.nodes, 1).c.at(-1)).toBeGreaterThan(0)
  })

  test('FIFO.07 whatever the number of invocations, each group is worked in its order', () => {
    const bench = new FunctionBench(
      on(
        { batchMicros: 0, serviceMicros: 20_000, serviceSpread: 1, failureShare: 0.05, reportsFailures: 1 },
        {
          turnable: { visibilityTimeoutMicros: 3_000_000 },
        },
      ),
    )
    const latest = new Map<number, number>()
    const { world } = bench.engine
    const late: string[] = []
    const queue = queueOf(bench.engine.nodes, 1)
    const remove = queue.delete.bind(queue)
    queue.delete = (slot, message, receives, now) => {
      const reference = queue.recordOf(message)
      const key = world.records.keyOf(reference)
      if ((latest.get(key) ?? 0) > message) late.push(`${message} after ${latest.get(key)}`)
      latest.set(key, message)
      return remove(slot, message, receives, now)
    }
    for (let second = 0; second < 20; second++) {
      bench.put(40, '*', 100, 'queue')
      bench.run(second + 1)
    }
    bench.run(120)
    expect(late).toEqual([])
    expect(bench.gauge('processedTotal')).toBe(800)
    expect(bench.gauge('failedTotal')).toBeGreaterThan(5)
  })
})
