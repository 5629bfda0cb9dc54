import { expect, test } from 'vitest'
import { leasesToHave, leasesToSteal } from '../../src/engine/clients/kcl/takeRules.ts'
import { expectLibrary, KCL_2, library } from './library.ts'

// KCL 2: each worker looks at the whole lease table by itself, every 2 x (10 s + 25 ms).

test('KCL.05 a worker that comes steals one lease a pass, also from the dead, and takes all that have expired at its second look', () => {
  expectLibrary(
    library({ shards: 4, workers: 3, kcl: KCL_2 }),
    `
      0        crash 0 1 2     - - - -
      9        owners          x0 x1 x2 x0
      10       start 1         - - - -
      10.01    counts          1
      30.04    counts          1
      30.06    owners          1 1 1 1
    `,
  )
})

test('W24 open shards only: 4 on one worker, 2+2 after two passes of a second one, 3+2 after a split', () => {
  expectLibrary(
    library({ shards: 4, shardsAtMost: 6, workers: 3, kcl: KCL_2 }),
    `
      0        crash 0 1 2     - - - -
      10       start 1         - - - -
      59       counts          4
      60       start 2         1 1 1 1
      60.01    counts          3+1
      80.04    counts          3+1
      80.06    counts          2+2
      200      counts          2+2
      200      split 0         split
      229      counts          2+2
      300      counts          3+2
      900      counts          3+2
    `,
  )
})

test('KCL.05 the rules: an even share, rounded up; above the target, or one of a worker at it when two are missed; one a pass', () => {
  expect([leasesToHave(4, 1), leasesToHave(4, 2), leasesToHave(5, 2), leasesToHave(2, 6)]).toEqual([4, 2, 3, 1])
  expect(leasesToSteal(4, 2, 2, 1)).toBe(1)
  expect(leasesToSteal(4, 2, 2, 5)).toBe(2)
  expect(leasesToSteal(2, 2, 1, 1)).toBe(0)
  expect(leasesToSteal(2, 2, 2, 1)).toBe(1)
  expect(leasesToSteal(1, 2, 2, 1)).toBe(0)
})

test('KCL.10 stolen without notice: the old owner learns it at its next renewal, and what it had not checkpointed is worked twice', () => {
  // Worker 0 checkpoints every 30 s. Worker 1 comes at 95 s and steals at once.
  const engine = expectLibrary(
    library({ shards: 2, kcl: KCL_2, turnable: { checkpointMicros: 30_000_000 } }),
    `
      0        crash 0 1       - -
      10       start 0         - -
      40       readers         0 0
      95       start 1         0 0
      95.01    counts          1+1
      200      counts          1+1
    `,
  )
  const again = engine.applications[0]!.readers.map(({ processor }) => processor.tally.t[1]!)
  expect(again.filter((count) => count > 0).length).toBe(1)
  expect(Math.max(...again)).toBeGreaterThan(10)
  expect(Math.max(...again)).toBeLessThan(300)
})
