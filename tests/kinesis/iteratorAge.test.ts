import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { SECOND } from '../engine/play.ts'
import { application } from '../engine/testPlan.ts'
import { gauge, tens } from './readers.ts'

const agesOf = (turnable: Parameters<typeof application>[0], seconds: readonly number[]) => {
  const engine = createEngine(tens({ applications: [application(turnable)] }), 1)
  return seconds.map((at) => {
    engine.run(at * SECOND, Number.POSITIVE_INFINITY)
    return gauge(engine, 'iteratorAgeMicros') / SECOND
  })
}

// 10 records/s, so the n-th record is stored at n / 10 s.
test('KIN2.13 iterator age is 0 as long as every call returns all there is', () => {
  expect(agesOf({ turnable: { pollIntervalMicros: 1_000_000 } }, [5, 20])).toEqual([0, 0])
})

test('KIN2.13 iterator age is that of the last record that GetRecords returned', () => {
  // Two records a second are fetched: after the poll at 10 s the last one returned is number 20, stored at 2 s.
  expect(agesOf({ turnable: { pollIntervalMicros: 1_000_000, recordsPerCall: 2 } }, [10, 10.5])).toEqual([8, 8.5])
})
