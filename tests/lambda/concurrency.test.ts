import { describe, expect, test } from 'vitest'
import { queue } from '../engine/testPlan.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'

const base = { streams: [], queues: [queue(), queue({ id: 'second' })] }

describe('concurrency of a function', () => {
  test('LSQ.13 the account is shared by all functions', () => {
    const turnable = { batchMicros: 10_000_000, batchMessages: 1, accountInvocations: 6 }
    const bench = new FunctionBench({
      ...base,
      lambda: { queue: 0, turnable },
      others: [{ queue: 1, firstWorker: 2000, startAtMicros: 1, turnable }],
    })
    bench.put(100, 'a', 100, 'queue')
    const second = bench.engine.queues[1]!
    for (let i = 0; i < 50; i++) second.accept(bench.engine.world.records.add(0, 0, 0, 100), 0, 100, 0)
    bench.run(0.1)
    expect([bench.gauge('concurrent'), bench.gauge('concurrent', 1)]).toEqual([5, 1])
    expect(bench.gauge('throttledTotal', 1)).toBe(4)
  })

  test('LSQ.13 reserved concurrency is kept free for its function', () => {
    const turnable = { batchMicros: 10_000_000, batchMessages: 1, accountInvocations: 6 }
    const bench = new FunctionBench({
      ...base,
      lambda: { queue: 0, turnable },
      others: [{ queue: 1, firstWorker: 2000, startAtMicros: 1, turnable: { ...turnable, reservedInvocations: 4 } }],
    })
    bench.put(100, 'a', 100, 'queue')
    const second = bench.engine.queues[1]!
    for (let i = 0; i < 50; i++) second.accept(bench.engine.world.records.add(0, 0, 0, 100), 0, 100, 0)
    bench.run(0.1)
    expect([bench.gauge('concurrent'), bench.gauge('concurrent', 1)]).toEqual([2, 4])
  })

  test('LSQ.13 1,000 new environments at once, then 100 a second', () => {
    const { fn } = new FunctionBench({ lambda: { turnable: { accountInvocations: 100_000 } } }).node
    const begun = (at: number) => {
      let count = 0
      while (fn.begin(at * 1e6) >= 0) count++
      return count
    }
    expect([begun(0), begun(0), begun(1), begun(3.5), begun(60)]).toEqual([1000, 0, 100, 250, 1000])
    expect(fn.environments.newOnesLeft(60e6)).toBe(0)
  })

  test('X-L3 X-L5 a new environment starts cold, one in use before is warm until it has been idle too long', () => {
    expectFunction(
      {
        ...base,
        lambda: {
          queue: 0,
          turnable: { maximumConcurrency: 1, coldStartMicros: 300_000, keepWarmMicros: 60_000_000 },
        },
      },
      `
      1       send 1                          stored
      1.39    concurrent coldStartsTotal      1, 1
      1.4     concurrent environments         0, 1
      30      send 1                          stored
      30.1    concurrent coldStartsTotal      0, 1
      90      environments                    1
      91      send 1                          stored
      91.2    concurrent coldStartsTotal      1, 2
      `,
    )
  })

  test('LSQ.13 a throttled batch of a queue is tried again, and dropped when its messages become visible to others', () => {
    // The second place finds no room; its messages come back after 30 s, and are received once more.
    expectFunction(
      {
        ...base,
        lambda: {
          queue: 0,
          turnable: { maximumConcurrency: 2, reservedInvocations: 1, batchMicros: 100_000_000, batchMessages: 1 },
        },
      },
      `
      1       send 2                                  2 stored
      2       concurrent throttledTotal               1, 2
      30.9    concurrent throttledTotal               1, 30
      31      droppedBatchesTotal                     1
      31      retriedTotal                            1
      `,
    )
  })
})

test('W23 Lambda arithmetic: with factor 2, 100 shards carry 200 invocations and 150 carry 300', () => {
  const most = (shards: number, factor: number) => shards * factor
  expect([most(100, 2), most(150, 2)]).toEqual([200, 300])
})
