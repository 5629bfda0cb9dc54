import { describe, expect, test } from 'vitest'
import { createEngine, lifeOf, type Plan, whyNotSeen } from '../../src/engine/index.ts'
import { application, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'

const asked = (of: Plan, index: number, seconds: number, consumer: string) => {
  const engine = createEngine(of, 1)
  const reference = engine.world.records.reference(0, index)
  const notes = lifeOf(engine, reference, seconds * 1e6, 1000)
  return whyNotSeen(engine, notes, reference, consumer)
}
const slow = { pollIntervalMicros: 1_000_000, serviceMicros: 1_000_000 }
const two = (changes: Parameters<typeof application>[0] = {}) =>
  plan({
    durationMicros: 1e12,
    binMicros: 1e12,
    producers: [producer({ turnable: { ratePerSecond: 1, recordBytes: 100 } })],
    streams: [stream()],
    applications: [application({ id: 'a' }), application({ id: 'b', ...changes })],
  })

describe('why has B not seen it?', () => {
  test.each([
    ['it has', two(), 3, 9, 'b', { reason: 'seen' }],
    ['it is not made yet', two(), 30, 9, 'b', { reason: 'notMade' }],
    [
      'KIN2.08 it began at the newest, later',
      two({ startAtMicros: 20e6, startPosition: -2 }),
      3,
      30,
      'b',
      { reason: 'beforeItsStart' },
    ],
    [
      'it has not come so far',
      two({ turnable: { pollIntervalMicros: 5_000_000, recordsPerCall: 1 }, prefetchBatches: 0 }),
      8,
      10,
      'b',
      { reason: 'notFetched' },
    ],
    [
      'fetched, and others are worked first',
      two({ turnable: slow, startAtMicros: 20e6 }),
      10,
      25,
      'b',
      { reason: 'inWork' },
    ],
    ['nobody reads its shard', two({ workers: 0 }), 3, 9, 'b', { reason: 'nobodyReads' }],
    ['it reads nothing of this', two(), 3, 9, 'nobody', { reason: 'notConnected' }],
  ])('%s', (_, of, index, seconds, consumer, expected) => {
    expect(asked(of, index, seconds, consumer)).toMatchObject(expected)
  })

  test('KIN6.01 it expired before it was read', () => {
    const of = two({ startAtMicros: 100e6 })
    of.streams[0]!.turnable.retentionMicros = 30_000_000
    expect(asked(of, 3, 99, 'b')).toMatchObject({ reason: 'expiredUnread' })
  })

  test('KCL.12 the rest of its batch was left out', () => {
    const of = two({ turnable: { failureShare: 1, onFailure: 1 } })
    expect(asked(of, 3, 20, 'b')).toMatchObject({ reason: 'skipped' })
  })

  test('SQS.05 two pools on one queue: another has taken it', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 1 } })],
      queues: [queue()],
      pools: [pool({ id: 'a' }), pool({ id: 'b', firstWorker: 1 })],
    })
    const reasons = Array.from({ length: 8 }, (_, i) =>
      ['a', 'b']
        .map((id) => asked(of, i, 20, id).reason)
        .sort()
        .join(),
    )
    expect(new Set(reasons)).toEqual(new Set(['seen,takenByAnother']))
  })

  test('lost by a full buffer, or not stored yet', () => {
    const full = { ratePerSecond: 2000, bufferRecords: 5, backoffBaseMicros: 1_000_000 }
    const of = (whenFull: number) =>
      plan({
        producers: [producer({ turnable: { ...full, whenFull } })],
        streams: [stream()],
        applications: [application({ id: 'b' })],
      })
    expect(asked(of(2), 7000, 10, 'b').reason).toBe('lostBeforeStoring')
    expect(asked(of(0), 7000, 4, 'b').reason).toBe('notStored')
  })
})
