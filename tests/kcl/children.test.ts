import { expect, test } from 'vitest'
import { gauge } from '../kinesis/readers.ts'
import { expectLibrary, KCL_2, library } from './library.ts'

const SECOND = 1_000_000

test('KCL.13 leases of children come when their parent is worked to its end; they begin at TRIM_HORIZON', () => {
  // The stream splits at 130 s. Worker 1 polls at n + 0.05 s and looks for leases at 10 s + n x 20.05 s: at 130.3 s.
  const engine = expectLibrary(
    library({ shards: 1, shardsAtMost: 3, kcl: KCL_2, startPosition: -2 }),
    `
      0        crash 0 1       -
      10       start 1         -
      40       readers         1
      100      split 0         split
      130.04   owners          1 . .
      130.2    owners          end - -
      130.29   readers         - - -
      130.31   readers         - 1 1
      200      work            1993 worked, 0 again, 0 refused
    `,
  )
  expect(gauge(engine, 'backlog')).toBe(7)
})

test('KCL.13 a child of two parents has a lease when one is at its end, and looks every 10 s whether the other is', () => {
  // All records lie on shard 1: one a second, each worked for 1.2 s from 30.05 s on, so the 90th is done at 138.05 s. The shards
  // merge at 90 s; worker 1 takes the child's lease at 90.2 s and looks every 10 s from then on.
  expectLibrary(
    library({
      shards: 2,
      shardsAtMost: 3,
      kcl: KCL_2,
      keys: 1,
      ratePerSecond: 1,
      prefetchBatches: 40,
      turnable: { serviceMicros: 1_200_000 },
    }),
    `
      0        crash 0 1       - -
      10       start 1         - -
      60       merge 0 1       merge
      90.1     owners          end 1 -
      90.21    owners          end 1 1
      138.04   owners          end 1 1
      138.06   owners          end end 1
      140.19   work            90 worked, 0 again, 0 refused
      141.39   work            90 worked, 0 again, 0 refused
      141.41   work            91 worked, 0 again, 0 refused
    `,
  )
})

test('KCL.14 shards without a lease are found every 120 s: children of a shard that expired before anybody read it', () => {
  expectLibrary(
    library({ shards: 1, shardsAtMost: 3, kcl: KCL_2, limits: { retentionMicros: 30 * SECOND } }),
    `
      0        crash 0 1       -
      10       split 0         split
      100      start 1         - - -
      120.04   owners          x0 . .
      121.5    owners          end . .
      241.5    leases          3
      262      readers         - 1 1
    `,
  )
})

test('W28 ten shards that all split have up to 30 leases for a while, then 20', () => {
  const engine = expectLibrary(
    library({ shards: 10, shardsAtMost: 30, workers: 3 }),
    `
      60       leases          10
      60       count 20        count
    `,
  )
  const seen = new Set<number>()
  for (let seconds = 60; seconds <= 600; seconds++) {
    engine.run(seconds * SECOND, Number.POSITIVE_INFINITY)
    seen.add(gauge(engine, 'leases'))
  }
  expect(Math.max(...seen)).toBe(30)
  expect(gauge(engine, 'leases')).toBe(20)
  expect(gauge(engine, 'leasesWaiting')).toBe(0)
})
