import { expect, test } from 'vitest'
import { LIMITS } from '../../src/aws/index.ts'
import { hasExpired, renewEveryMicros } from '../../src/engine/clients/kcl/timing.ts'
import { gauge } from '../kinesis/readers.ts'
import { expectLibrary, KCL_2, library, tableOf } from './library.ts'

const SECOND = 1_000_000

test('KCL.01 one row a shard: an owner, a counter that moves, a checkpoint; a worker may own many, a shard has one', () => {
  expectLibrary(
    library({ shards: 3, workers: 2 }),
    `
      1        owners          0 1 0
      1        readers         0 1 0
      1        row 0           owner 0, counter moved, checkpoint 1
      60       row 0           owner 0, counter moved, checkpoint 208
    `,
    {
      row: (engine, [shard = '0']) => {
        const table = tableOf(engine)
        const moved = engine.now - table.movedAt(Number(shard)) < 3.4 * SECOND
        const { checkpoint } = engine.applications[0]!.readers[Number(shard)]!.processor
        return `owner ${table.ownerOf(Number(shard))}, counter ${moved ? 'moved' : 'stands'}, checkpoint ${checkpoint}`
      },
    },
  )
})

test('KCL.02 the counter of a dead worker stands still; whoever looks twice, more than 10 s apart, takes it for dead', () => {
  const looked = 100 * SECOND
  expect(hasExpired(looked, looked, looked + 10 * SECOND, 10 * SECOND)).toBe(false)
  expect(hasExpired(looked, looked, looked + 10 * SECOND + 1, 10 * SECOND)).toBe(true)
  expect(hasExpired(looked + 1, looked, looked + 20 * SECOND, 10 * SECOND)).toBe(false)
  expect(hasExpired(0, -1, looked, 10 * SECOND)).toBe(false)
  // A pause of 8 s is no death: one renewal at least falls between two looks.
  expectLibrary(
    library({ shards: 2, kcl: KCL_2 }),
    `
      100      pause 1         0 1
      108      resume 1        0 1
      200      readers         0 1
      200      pause 1         0 1
      245      owners          0 0
    `,
  )
})

test('KCL.03 a lease is renewed every third of the failover time less 25 ms', () => {
  const timing = { hasLeader: true, renewalsPerFailover: LIMITS['KCL.03.renewals'].value, epsilonMicros: 25_000 }
  expect(renewEveryMicros(10 * SECOND, timing)).toBe(LIMITS['KCL.03'].value * 1000)
  // Worker 0 comes at 10 s and finds all leases at its second look, at 30.05 s; its renewals are 10 s + n x 3.308 s.
  expectLibrary(
    library({ shards: 1, workers: 1, kcl: KCL_2 }),
    `
      0        crash 0         -
      10       start 0         -
      30.05    moved           30.050
      33.155   moved           30.050
      33.157   moved           33.156
      36.463   moved           33.156
      36.465   moved           36.464
    `,
    { moved: (engine) => (tableOf(engine).movedAt(0) / SECOND).toFixed(3) },
  )
})

test('KCL.20 workers without a lease stand by, and one of them takes over when another dies', () => {
  expectLibrary(
    library({ shards: 2, workers: 4 }),
    `
      1        readers         0 1
      300      readers         0 1
      300      crash 1         0 -
      300      owners          0 x1
      360      standby         yes
    `,
    {
      standby: (engine) => {
        const owner = engine.applications[0]!.leases.readerOf(1)
        return owner === 2 || owner === 3 ? 'yes' : `shard 1 is read by ${owner}`
      },
    },
  )
})

test('KCL.19 where it begins is chosen, and every field says so: TRIM_HORIZON and LATEST read different records', () => {
  const deliveries = (startPosition: number) => {
    const of = library({ shards: 2, startAtMicros: 60 * SECOND, startPosition })
    return gauge(expectLibrary(of, '120  readers  0 1'), 'deliveriesTotal')
  }
  expect(deliveries(-1)).toBeGreaterThan(1150)
  expect(deliveries(-2)).toBeGreaterThan(550)
  expect(deliveries(-2)).toBeLessThan(610)
})
