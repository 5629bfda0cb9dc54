import { describe, expect, test } from 'vitest'
import { queue } from '../engine/testPlan.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'
import type { LambdaChanges } from './testLambda.ts'

const HOUR = 3_600_000_000
/** A function that is busy with one batch for an hour, and messages that stay hidden meanwhile. */
const slow = { batchMicros: HOUR / 10, timeoutMicros: HOUR, accountInvocations: 10_000 }
const hidden = [queue({ turnable: { visibilityTimeoutMicros: 4 * HOUR } })]

function busy(changes: LambdaChanges, messages = 20_000): FunctionBench {
  const bench = new FunctionBench({
    streams: [],
    queues: hidden,
    lambda: { queue: 0, ...changes, turnable: { ...slow, ...changes.turnable } },
  })
  bench.put(messages, 'a', 100, 'queue')
  return bench
}

function concurrencyAt(bench: FunctionBench, seconds: readonly number[]): number[] {
  return seconds.map((at) => {
    bench.run(at)
    return bench.gauge('concurrent')
  })
}

describe('how a mapping scales', () => {
  test('LSQ.01 it polls by long polling; when messages appear it begins with 5 batches at once', () => {
    expectFunction(
      { streams: [], queues: hidden, lambda: { queue: 0, turnable: { ...slow } } },
      `
      3     scale concurrent      5, 0
      3.25  send 100              100 stored
      3.25  concurrent            5
      3.25  invoked               3.25: 1-10; 3.25: 11-20; 3.25: 21-30; 3.25: 31-40; 3.25: 41-50
      `,
    )
  })

  test('LSQ.02 while messages wait, one more each 0.2 s: 300 a minute in a straight line', () => {
    expect(concurrencyAt(busy({}), [0, 0.199999, 0.2, 1, 30, 60])).toEqual([5, 5, 6, 10, 155, 305])
  })

  test('LSQ.02 nothing is added while no message waits', () => {
    const bench = busy({}, 60)
    expect(concurrencyAt(bench, [0, 0.2, 1, 10])).toEqual([5, 6, 6, 6])
  })

  test('W36 5 at 0, then 305, 605, 905, 1,205 after each minute, and 1,250 after 4.15 minutes', () => {
    const bench = busy({})
    expect(concurrencyAt(bench, [0, 60, 120, 180, 240])).toEqual([5, 305, 605, 905, 1205])
    expect(concurrencyAt(bench, [248.9, 249, 300])).toEqual([1249, 1250, 1250])
  })

  test('W36 an account of 1,000 caps it after 3.3 minutes', () => {
    const bench = busy({ turnable: { accountInvocations: 1000 } })
    expect(concurrencyAt(bench, [198.9, 199, 260])).toEqual([999, 1000, 1000])
    expect(bench.gauge('throttledTotal')).toBeGreaterThan(0)
  })

  test('LSQ.03 never more than 1,250 for one mapping, whatever the account has', () => {
    const bench = busy({})
    bench.run(330)
    expect([bench.gauge('concurrent'), bench.gauge('scale')]).toEqual([1250, 1250])
    expect(bench.gauge('throttledTotal')).toBe(0)
  })

  test('LSQ.04 idle, it goes back to 5 and then to 2', () => {
    const bench = busy({ turnable: { batchMicros: 1_000_000 } }, 400)
    bench.run(4)
    expect(bench.gauge('scale')).toBeGreaterThan(8)
    bench.run(20)
    expect(bench.gauge('scale')).toBe(5)
    bench.run(60)
    expect(bench.gauge('scale')).toBe(5)
    bench.run(70)
    expect(bench.gauge('scale')).toBe(2)
    bench.run(1000)
    expect(bench.gauge('scale')).toBe(2)
  })

  test('LSQ.04 not with a maximum concurrency set', () => {
    const bench = busy({ turnable: { batchMicros: 1_000_000, maximumConcurrency: 50 } }, 400)
    bench.run(1000)
    expect(bench.gauge('scale')).toBe(5)
  })

  test('LSQ.05 maximum concurrency: no more than that at once, and nothing is throttled', () => {
    const bench = busy({ turnable: { maximumConcurrency: 7, reservedInvocations: 7 } })
    expect(concurrencyAt(bench, [0, 0.4, 60])).toEqual([5, 7, 7])
    expect(bench.gauge('throttledTotal')).toBe(0)
    const two = busy({ turnable: { maximumConcurrency: 2 } })
    expect(concurrencyAt(two, [0, 60])).toEqual([2, 2])
  })

  test('LSQ.05 reserved concurrency below the maximum concurrency: messages are throttled', () => {
    const bench = busy({ turnable: { maximumConcurrency: 7, reservedInvocations: 4 } })
    expect(concurrencyAt(bench, [0, 60])).toEqual([4, 4])
    expect(bench.gauge('throttledTotal')).toBeGreaterThan(0)
  })
})

describe('provisioned pollers', () => {
  const pollers = { least: 2, most: 20, invocations: 10, pollsPerSecond: 10, bytesPerSecond: 1_048_576 }
  const limits = { rampMicros: 60_000, mappingInvocations: 200 }

  test('LSQ.06 10 invocations a poller from the beginning, 1,000 more a minute, never more than all pollers carry', () => {
    const bench = busy({ provisioned: pollers, workers: 200, limits }, 5000)
    // 20 polls are there at once, one for each place; every further place polls once.
    expect(concurrencyAt(bench, [0, 0.6, 6, 10.8, 60])).toEqual([20, 30, 120, 200, 200])
  })

  test('LSQ.06 10 polls a second each: 20 places that are done at once poll 20 times a second', () => {
    const bench = busy(
      { provisioned: { ...pollers, most: 2 }, workers: 20, limits, turnable: { batchMicros: 0 } },
      5000,
    )
    bench.run(10)
    // 20 polls kept from before, then 20 a second, 10 messages each.
    expect(bench.gauge('deliveriesTotal')).toBe(10 * (20 + 20 * 10))
  })

  test('LSQ.06 1 MB a second each', () => {
    const bench = new FunctionBench({
      streams: [],
      queues: hidden,
      lambda: { queue: 0, provisioned: { ...pollers, most: 2 }, workers: 20, limits, turnable: { batchMicros: 0 } },
    })
    bench.put(2000, 'a', 104_858, 'queue')
    bench.run(20)
    // 2 MiB are there at the beginning and 2 MiB come each second; the last call may take the budget below 0.
    const mebibytes = (bench.gauge('deliveriesTotal') * 104_858) / 1_048_576
    expect(mebibytes).toBeGreaterThan(2 * 21 - 1)
    expect(mebibytes).toBeLessThan(2 * 21 + 2)
  })
})
