import { describe, expect, test } from 'vitest'
import { expectFunction } from './lambdaBench.ts'

describe('where a mapping begins', () => {
  const puts = `
      0.5   put 2      2 stored
      2.5   put 2      2 stored
      6.5   put 2      2 stored
      `
  const late = { startAtMicros: 5_000_000 }

  test('LKI.12 TRIM_HORIZON: at the oldest record', () => {
    expectFunction({ lambda: { ...late, startPosition: -1 } }, `${puts}8   invoked    5: 1-4; 7: 5-6`)
  })

  test('LKI.12 LATEST: behind the newest record when the mapping is made', () => {
    expectFunction({ lambda: { ...late, startPosition: -2 } }, `${puts}8   invoked    7: 5-6`)
  })

  test('LKI.12 AT_TIMESTAMP: at the first record stored then or later', () => {
    expectFunction({ lambda: { ...late, startPosition: 1_000_000 } }, `${puts}8   invoked    5: 3-4; 7: 5-6`)
    expectFunction({ lambda: { ...late, startPosition: 2_500_000 } }, `${puts}8   invoked    5: 3-4; 7: 5-6`)
    expectFunction({ lambda: { ...late, startPosition: 2_500_001 } }, `${puts}8   invoked    7: 5-6`)
  })
})

describe('tumbling windows', () => {
  test('LKI.13 the state goes on from batch to batch, and one more invocation ends the window', () => {
    const bench = expectFunction(
      { lambda: { turnable: { tumblingMicros: 10_000_000, batchRecords: 3 } } },
      `
      1.5   put 4                             4 stored
      8.5   put 1                             stored
      9.9   invoked                           2: 1-3; 2.1: 4; 9: 5
      9.9   windowsTotal windowRecordsTotal   0, 0
      10.5  invoked                           10: no records
      10.5  windowsTotal windowRecordsTotal   1, 5
      14.5  put 2                             2 stored
      21    windowsTotal windowRecordsTotal   2, 7
      `,
    )
    expect(bench.gauge('windowsEndedEarlyTotal')).toBe(0)
  })

  test('LKI.13 no batch holds records of two windows', () => {
    expectFunction(
      { lambda: { turnable: { tumblingMicros: 10_000_000, batchMicros: 5_000_000 } } },
      `
      0.5    put 1                             stored
      9.5    put 2                             2 stored
      10.5   put 2                             2 stored
      40     invoked                           1: 1; 10: 2-3; 15: no records; 20: 4-5; 25: no records
      40     windowsTotal windowRecordsTotal   2, 5
      `,
    )
  })

  test('LKI.13 above 1 MB of state for a shard the window ends early', () => {
    expectFunction(
      { lambda: { turnable: { tumblingMicros: 60_000_000, stateBytesPerRecord: 262_144, batchRecords: 3 } } },
      `
      0.5   put 9                                  9 stored
      2     invoked                                1: 1-3; 1.1: 4-6; 1.2: no records; 1.3: 7-9
      2     windowsTotal windowsEndedEarlyTotal    1, 1
      `,
    )
  })

  test('LKI.13 a batch that is tried again counts once', () => {
    expectFunction(
      { lambda: { turnable: { tumblingMicros: 10_000_000, failureShare: 1 } } },
      `
      1.5   put 4                             4 stored
      3     set failureShare 0                set
      11.5  windowsTotal windowRecordsTotal   1, 4
      `,
    )
  })
})
