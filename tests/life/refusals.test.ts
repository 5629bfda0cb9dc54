import { describe, expect, test } from 'vitest'
import { createEngine, refusalsOf } from '../../src/engine/index.ts'
import { plan, producer, queue, stream } from '../engine/testPlan.ts'

describe('a refusal explains itself', () => {
  test('KIN1.02 less than one record is left, and the last second took about a thousand', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 1500, attemptsMax: 1 } })],
      streams: [stream()],
    })
    const [first] = refusalsOf(createEngine(of, 1), 10e6, 11e6, 5)
    expect(first).toMatchObject({ store: 'stream', row: 0, factId: 'KIN1.02' })
    expect(first!.bucket).toMatchObject({ capacity: 1000, needed: 1, unit: 'records' })
    expect(first!.bucket!.left).toBeLessThan(1)
    expect(first!.lastSecond.records).toBeGreaterThanOrEqual(999)
    expect(first!.lastSecond.records).toBeLessThanOrEqual(1001)
    expect(first!.at).toBeGreaterThanOrEqual(10e6)
  })

  test('KIN1.01 bytes: what is left is less than what is needed', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 800, recordBytes: 2048, attemptsMax: 1 } })],
      streams: [stream()],
    })
    const refusals = refusalsOf(createEngine(of, 1), 10e6, 12e6, 1000)
    expect(refusals.length).toBeGreaterThan(500)
    for (const { factId, bucket } of refusals) {
      expect(factId).toBe('KIN1.01')
      expect(bucket!.unit).toBe('bytes')
      expect(bucket!.capacity).toBe(1_048_576)
      expect(bucket!.left).toBeLessThan(bucket!.needed)
    }
  })

  test('KIN1.04 one byte too many for a record, whatever the buckets hold', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 1, recordBytes: 2000 } })],
      streams: [stream({ turnable: { recordBytesLimit: 2005 } })],
    })
    const [first] = refusalsOf(createEngine(of, 1), 2e6, 5e6, 1)
    expect(first).toMatchObject({
      factId: 'KIN1.04',
      bucket: { capacity: 2005, left: 2005, needed: 2006, unit: 'bytes' },
    })
  })

  test('SQS.03 a message that is too large', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 1, recordBytes: 2000 } })],
      queues: [queue({ turnable: { messageBytesLimit: 1999 } })],
    })
    expect(refusalsOf(createEngine(of, 1), 2e6, 5e6, 1)[0]).toMatchObject({ factId: 'SQS.03', store: 'queue' })
  })
})
