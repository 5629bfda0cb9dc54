import { describe, expect, test } from 'vitest'
import { queue, stream } from '../engine/testPlan.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'

const always = { failureShare: 1 }

describe('a batch on which the function fails', () => {
  test('LKI.06 is tried again as a whole until it succeeds; its shard stands still meanwhile', () => {
    expectFunction(
      { lambda: { turnable: { ...always, batchRecords: 5 } } },
      `
      0.5   put 8                             8 stored
      3.5   invoked                           1: 1-5; 2.1: 1-5; 3.2: 1-5
      3.5   set failureShare 0                set
      6     invoked                           4.3: 1-5; 4.4: 6-8
      6     processedTotal failedTotal        8, 3
      6     retriedTotal                      15
      `,
    )
  })

  test('LKI.06 a poison record stops its shard until it expires, and no other shard', () => {
    // Two shards: key a (0cc1...) lies in the first, key b (92eb...) in the second.
    const bench = expectFunction(
      {
        streams: [stream({ shards: 2, shardsAtMost: 2, turnable: { retentionMicros: 20_000_000 } })],
        lambda: { tracks: 2, turnable: { poisonRecord: 3, batchRecords: 10 } },
      },
      `
      0.5   put 5 a                           5 stored
      0.5   put 5 b                           5 stored
      2.5   put 5 a                           5 stored
      2.5   put 5 b                           5 stored
      19    processedTotal backlog            10, 10
      30    processedTotal expiredTotal       15, 5
      30    backlog                           0
      `,
    )
    expect(bench.gauge('discardedTotal')).toBe(0)
  })

  test('LKI.06 with lanes a poison record stops its lane only', () => {
    const bench = new FunctionBench({
      lambda: { parallelizationFactor: 10, turnable: { poisonRecord: 1, batchRecords: 10 } },
    })
    bench.run(0.5)
    bench.put(80, '*')
    bench.run(20)
    const { keys } = bench.engine.world
    const lane = (key: number) => keys.hashKeyOf(key) % 10n
    const stopped = Array.from({ length: 8 }, (_, key) => key).filter((key) => lane(key) === lane(0)).length
    expect(bench.gauge('processedTotal')).toBe(80 - 10 * stopped)
    expect(bench.gauge('backlog')).toBe(10 * stopped)
  })

  test('LKI.07 is discarded after MaximumRetryAttempts, and the shard goes on', () => {
    expectFunction(
      { lambda: { turnable: { poisonRecord: 2, attemptsMax: 3, batchRecords: 5 } } },
      `
      0.5   put 8                             8 stored
      3.29  invoked                           1: 1-5; 2.1: 1-5; 3.2: 1-5
      3.3   invoked                           3.3: 6-8
      4     processedTotal discardedTotal     3, 5
      `,
    )
  })

  test('LKI.07 throttled invocations use up no attempt', () => {
    expectFunction(
      {
        lambda: { turnable: { poisonRecord: 1, attemptsMax: 1, accountInvocations: 1 } },
        others: [{ startAtMicros: 100_000, queue: 0, turnable: { batchMicros: 5_000_000 } }],
        queues: [queue()],
      },
      `
      0.2   send 1                            stored
      0.5   put 3                             3 stored
      4.9   throttledTotal discardedTotal     4, 0
      7     invoked                           6: 2-4
      7     discardedTotal                    0
      `,
    )
  })

  test('LKI.07 records older than MaximumRecordAge are not given to the function any more', () => {
    expectFunction(
      { lambda: { turnable: { ...always, recordAgeMaxMicros: 3_000_000, batchRecords: 3 } } },
      `
      0.5   put 3                             3 stored
      2.5   put 2                             2 stored
      3.4   invoked                           1: 1-3; 2.1: 1-3; 3.2: 1-3
      4     discardedTotal                    0
      5     invoked                           4.3: 4-5
      5     discardedTotal                    3
      `,
    )
  })

  test('LKI.07 throttled for ever, records go when they are too old', () => {
    expectFunction(
      { lambda: { turnable: { recordAgeMaxMicros: 5_000_000, reservedInvocations: 0, accountInvocations: 0 } } },
      `
      0.5   put 3                             3 stored
      5     discardedTotal throttledTotal     0, 5
      6.5   discardedTotal                    3
      `,
    )
  })

  test('LKI.08 with bisect on is halved until the bad record stands alone; halving uses no retries', () => {
    expectFunction(
      { lambda: { turnable: { poisonRecord: 4, bisects: 1, attemptsMax: 2, retryPauseMicros: 100_000 } } },
      `
      0.5   put 8                             8 stored
      1.45  invoked                           1: 1-8; 1.2: 1-4; 1.4: 1-2
      1.75  invoked                           1.5: 3-4; 1.7: 3
      2.5   invoked                           1.8: 4; 2: 4; 2.1: 5-8
      2.5   processedTotal discardedTotal     7, 1
      2.5   duplicatesTotal                   7
      `,
    )
  })

  test('LKI.09 with ReportBatchItemFailures is tried again from its first failed record on', () => {
    expectFunction(
      { lambda: { turnable: { poisonRecord: 3, reportsFailures: 1, attemptsMax: 3 } } },
      `
      0.5   put 6                             6 stored
      3.5   invoked                           1: 1-6; 2.1: 3-6; 3.2: 3-6
      4     processedTotal discardedTotal     2, 4
      4     duplicatesTotal                   0
      `,
    )
  })

  test('LKI.09 with bisect too it is split at the failed record', () => {
    expectFunction(
      {
        lambda: {
          turnable: { poisonRecord: 3, reportsFailures: 1, bisects: 1, attemptsMax: 1, retryPauseMicros: 100_000 },
        },
      },
      `
      0.5   put 6                             6 stored
      1.25  invoked                           1: 1-6; 1.2: 3-6
      1.65  invoked                           1.4: 3-4; 1.6: 3
      2     invoked                           1.7: 4; 1.8: 5-6
      2     processedTotal discardedTotal     5, 1
      2     duplicatesTotal                   0
      `,
    )
  })

  test('LKI.09 a timeout reports nothing: the whole batch has failed', () => {
    expectFunction(
      {
        lambda: { turnable: { serviceMicros: 400_000, timeoutMicros: 1_000_000, reportsFailures: 1, attemptsMax: 1 } },
      },
      `
      0.5   put 4                             4 stored
      1.99  concurrent                        1
      2     processedTotal discardedTotal     0, 4
      2     timedOutTotal sideEffectsTotal    1, 2
      `,
    )
  })

  test('LKI.10 the destination gets one message about each discarded batch, and none of its records', () => {
    const bench = expectFunction(
      {
        queues: [queue()],
        lambda: { onFailureQueue: 0, turnable: { ...always, attemptsMax: 1, batchRecords: 4 } },
      },
      `
      0.5   put 10                            10 stored
      2     discardedTotal destinationTotal   10, 3
      2     queue 0                           3 visible, 0 in flight
      `,
    )
    const store = bench.engine.queues[0]!
    const { records } = bench.engine.world
    expect([1, 2, 3].map((message) => records.numberOf(store.recordOf(message)))).toEqual([1, 5, 9])
  })

  test('LKI.11 at least once: work done before the failure is done again, unless the function is idempotent', () => {
    for (const idempotent of [0, 1]) {
      const bench = expectFunction(
        { lambda: { turnable: { poisonRecord: 4, attemptsMax: 3, idempotent } } },
        `
        0.5   put 5                             5 stored
        4     processedTotal discardedTotal     0, 5
        4     duplicatesTotal                   6
        `,
      )
      expect(bench.gauge('sideEffectsTotal')).toBe(idempotent === 1 ? 3 : 9)
    }
  })

  test('W41 a batch of 100 with one poison record, bisect on, no retries: at most 7 halvings, 99 done, 1 to the destination', () => {
    for (const poisonRecord of [1, 2, 37, 50, 51, 99, 100]) {
      const bench = new FunctionBench({
        queues: [queue()],
        lambda: { onFailureQueue: 0, turnable: { poisonRecord, bisects: 1, attemptsMax: 1 } },
      })
      bench.run(0.5)
      bench.put(100)
      bench.run(60)
      expect(bench.gauge('processedTotal')).toBe(99)
      expect(bench.gauge('discardedTotal')).toBe(1)
      expect(bench.engine.queues[0]!.visible).toBe(1)
      // Each halving follows a failed invocation, and the last failure is that of the record alone.
      expect(bench.gauge('failedTotal') - 1).toBeLessThanOrEqual(7)
      if (poisonRecord > 1) expect(bench.gauge('duplicatesTotal')).toBeGreaterThan(0)
    }
  })

  test('W41 without bisect all 100 are discarded', () => {
    expectFunction(
      { lambda: { turnable: { poisonRecord: 50, attemptsMax: 1 } } },
      `
      0.5   put 100                           100 stored
      2     processedTotal discardedTotal     0, 100
      `,
    )
  })

  test('W42 MaximumRetryAttempts 2, age 3,600 s: after the third failed invocation the destination is told', () => {
    expectFunction(
      {
        queues: [queue()],
        lambda: { onFailureQueue: 0, turnable: { ...always, attemptsMax: 3, recordAgeMaxMicros: 3_600_000_000 } },
      },
      `
      0.5   put 10                            10 stored
      3.29  failedTotal destinationTotal      2, 0
      3.3   failedTotal destinationTotal      3, 1
      60    failedTotal discardedTotal        3, 10
      60    queue 0                           1 visible, 0 in flight
      `,
    )
  })
})
