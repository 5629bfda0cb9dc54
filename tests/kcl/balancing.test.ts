import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/aws/index.ts'
import {
  averageOf,
  isUneven,
  leasesMakingUp,
  overloaded,
  shareToMove,
} from '../../src/engine/clients/kcl/balanceRules.ts'
import type { KclCoordination } from '../../src/engine/clients/kcl/kclCoordination.ts'
import { AGAIN } from '../../src/engine/clients/shardTally.ts'
import { initialHashKeyRanges, type KclPlan } from '../../src/engine/index.ts'
import { hashKeyOf, shardIndexOf } from '../../src/engine/kinesis/hashKey.ts'
import { play, runTo } from '../engine/play.ts'
import { application, kcl, plan, producer, stream } from '../engine/testPlan.ts'
import { appOf, counts, expectLibrary, library, readers } from './library.ts'

// KCL 3 evens out load: CPU of 70 % and 40 % on two workers with ten shards each.

const SECOND = 1_000_000
const SHARDS = 20

test('KCL.15, W26 the rule: 70 and 40 % are 55 on average, the limits 60.5 and 49.5; 12.9 % of the hot one moves', () => {
  const loads = [0.7, 0.4]
  const average = averageOf(loads)
  expect(average).toBeCloseTo(0.55, 12)
  expect(isUneven(loads, average, 0.1)).toBe(true)
  expect(isUneven([0.604, 0.496], average, 0.1)).toBe(false)
  expect(isUneven([0.606, 0.55], average, 0.1)).toBe(true)
  expect(isUneven([0.55, 0.494], average, 0.1)).toBe(true)
  expect(overloaded(loads, average, 0.1)).toEqual([0])
  // Nobody is above the limit, but one is far below: the most loaded one gives.
  expect(overloaded([0.58, 0.59, 0.48], 0.55, 0.1)).toEqual([1])
  expect(shareToMove(0.7, average, 0.6)).toBeCloseTo(0.1286, 4)
})

test('KCL.16 the dampening is that of the code, 60 %, not the 80 % of one page', () => {
  expect(LIMITS['KCL.15.dampening'].value).toBe(0.6)
  expect(LIMITS['KCL.16'].value).toBe(0.8)
  expect(shareToMove(0.7, 0.55, LIMITS['KCL.15.dampening'].value)).toBeLessThan(0.13)
})

test('KCL.15 leases that fit make up what is to move; when none fits, the smallest does', () => {
  const rates = [70, 30, 50, 20]
  const rateOf = (lease: number) => rates[lease]!
  expect(leasesMakingUp(101, [0, 1, 2, 3], rateOf)).toEqual([0, 1])
  expect(leasesMakingUp(60, [0, 1, 2, 3], rateOf)).toEqual([1, 3])
  expect(leasesMakingUp(10, [0, 1, 2, 3], rateOf)).toEqual([3])
  expect(leasesMakingUp(10, [], rateOf)).toEqual([])
})

/** A key of each shard. */
function keyOfShards(): string[] {
  const ranges = initialHashKeyRanges(SHARDS)
  const keys: string[] = []
  for (let n = 0; keys.filter((key) => key !== undefined).length < SHARDS; n++) {
    const shard = shardIndexOf(hashKeyOf(`key-${n}`), ranges)
    keys[shard] ??= `key-${n}`
  }
  return keys
}

/** Even shards, which belong to worker 0, get seven records for four of the odd ones: 70 and 40 records/s of 10 ms each. */
function uneven(own: Partial<KclPlan>) {
  const keys = keyOfShards().flatMap((key, shard) => Array.from({ length: shard % 2 === 0 ? 7 : 4 }, () => key))
  return plan({
    durationMicros: 600 * SECOND,
    binMicros: 10 * SECOND,
    producers: [producer({ keys: { kind: 'list', keys }, turnable: { ratePerSecond: 110 } })],
    streams: [stream({ shards: SHARDS })],
    applications: [
      application({
        workers: 2,
        kcl: kcl(own),
        turnable: { serviceMicros: 10_000, checkpointMicros: 3600 * SECOND },
      }),
    ],
  })
}

describe('W26', () => {
  test('W26 leases move until both are within 10 % of the average, one hot lease at a time, and then rest', () => {
    const engine = play(uneven({}), 50)
    const { workers } = appOf(engine).leases as KclCoordination
    expect(counts(engine)).toBe('10+10')
    runTo(engine, 59)
    expect(workers.loadOf(0) / workers.loadOf(1)).toBeCloseTo(7 / 4, 1)
    const seen = new Set<string>()
    for (let seconds = 60; seconds <= 300; seconds++) {
      runTo(engine, seconds)
      seen.add(counts(engine))
    }
    // 12.9 % of 70 records/s is 9: one lease of 7 fits, two do not. Then 63 and 47 %: the smallest moves, 56 and 54 %, and all is well.
    expect([...seen]).toEqual(['10+10', '9+11', '8+12'])
    expect(workers.loadOf(0)).toBeCloseTo(0.56, 1)
    expect(workers.loadOf(1)).toBeCloseTo(0.54, 1)
    runTo(engine, 600)
    expect(counts(engine)).toBe('8+12')
  })
})

const again = (engine: ReturnType<typeof play>) =>
  appOf(engine).readers.reduce((sum, { processor }) => sum + processor.tally.t[AGAIN]!, 0)

test('KCL.17 a lease that is handed over moves without a record worked twice; one that is taken repeats all since its checkpoint', () => {
  const graceful = play(uneven({}), 250)
  const taken = play(uneven({ handoffMicros: 0 }), 250)
  expect([counts(graceful), counts(taken)]).toEqual(['8+12', '8+12'])
  expect(again(graceful)).toBe(0)
  // No checkpoint so far: everything of the two shards again.
  expect(again(taken)).toBeGreaterThan(2 * 7 * 60)
})

/** Worker 1 leads, looks at 70 s + n x 20 s and has both shards; worker 2 comes, and gets one at the leader's fourth look, at 130 s. */
const twoShards = (serviceMicros: number) =>
  library({ shards: 2, workers: 3, ratePerSecond: 1, kcl: { balancesByCount: true }, turnable: { serviceMicros } })
const unread = (engine: ReturnType<typeof play>) =>
  String(
    readers(engine)
      .split(' ')
      .filter((one) => one === '-').length,
  )

test('KCL.17 the old owner learns of it at its next renewal, ends its batch, checkpoints and lets go', () => {
  // Worker 1 renews at 70 s + n x 3.308 s; worker 2 looks for what it was assigned 9.975 s after it has come.
  expectLibrary(
    twoShards(10_000),
    `
      0        crash 0 1 2     - -
      70       start 1         - -
      91       counts          2
      129      start 2         1 1
      132.84   counts          2+0
      132.86   counts          1+1
      132.86   unread          1
      138.97   unread          1
      138.98   unread          0
      200      again           0
    `,
    { unread, again: (engine) => String(again(engine)) },
  )
})

test('KCL.17 after 30 s without a checkpoint the lease moves all the same; what the old owner was at is worked twice', () => {
  // The batches never end, and each record takes 30 s. At its look of 170 s the leader finds that it has waited for more than 30 s;
  // worker 2 begins at 178.875 s and has worked four records again by 300 s, all of which worker 1 has done too.
  expectLibrary(
    twoShards(30 * SECOND),
    `
      0        crash 0 1 2     - -
      70       start 1         - -
      91       counts          2
      129      start 2         1 1
      169.99   counts          2+0
      170.01   counts          1+1
      179      unread          0
      300      again           4
    `,
    { unread, again: (engine) => String(again(engine)) },
  )
})

test('KCL.18 by the number of leases, ten and ten are even whatever their load; by load, four to nothing is not asked', () => {
  expect(counts(play(uneven({ balancesByCount: true }), 300))).toBe('10+10')
  // A worker that comes gets its half by count, though nothing is to be worked.
  const idle = uneven({ balancesByCount: true })
  idle.producers[0]!.turnable.ratePerSecond = 0
  const engine = play(idle, 1)
  appOf(engine).crash(1, engine.now)
  runTo(engine, 300)
  expect(counts(engine)).toBe('20')
  appOf(engine).start(1, engine.now)
  runTo(engine, 450)
  expect(counts(engine)).toBe('10+10')
})
