import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'

/** Records stored of a flood of constant arrivals, each tried once, at these moments. */
function accepted(arrivalsPerSecond: number, limitPerSecond: number, moments: readonly number[]) {
  const engine = createEngine(
    plan({
      durationMicros: 60e6,
      binMicros: 60e6,
      producers: [producer({ turnable: { ratePerSecond: arrivalsPerSecond, recordBytes: 10, attemptsMax: 1 } })],
      streams: [stream({ turnable: { writeRecordsPerSecond: limitPerSecond } })],
    }),
    1,
  )
  return moments.map((micros) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    const { records } = engine.world
    const count = engine.producers[0]!.arrivalsTotal
    const firstAt = count === 0 ? 0 : records.createdAt(records.reference(0, 0))
    const lastAt = count === 0 ? 0 : records.createdAt(records.reference(0, count - 1))
    return { stored: engine.streams[0]!.shards[0]!.tip, count, firstAt, lastAt }
  })
}

describe('the write bucket (X-K1) against its closed form', () => {
  it('a flood: what was saved up, plus the rate times the time, whole tokens only', () => {
    const moments = Array.from({ length: 200 }, (_, i) => 1 + i * 299_993)
    for (const [arrivals, limit] of [
      [1300, 1000],
      [2500, 1000],
      [7001, 10],
      [333, 250],
    ] as const) {
      for (const { stored, count, firstAt, lastAt } of accepted(arrivals, limit, moments)) {
        // The bucket is full at the first arrival; a token in millionths keeps the division whole.
        const tokens = Math.floor((limit * 1e6 + (lastAt - firstAt) * limit) / 1e6)
        expect(stored).toBe(Math.min(count, tokens))
      }
    }
  })

  it('any attempts: refused exactly when some window up to now would hold more than the bucket and its refill', () => {
    const LIMIT = 20
    const gaps = fc.array(
      fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 4_000_000 })),
      { minLength: 1, maxLength: 250 },
    )
    fc.assert(
      fc.property(gaps, (between) => {
        const engine = createEngine(
          plan({
            producers: [producer({ turnable: { ratePerSecond: 0 } })],
            streams: [stream({ turnable: { writeRecordsPerSecond: LIMIT } })],
          }),
          1,
        )
        const store = engine.streams[0]!
        const taken: number[] = []
        let now = 0
        for (const gap of between) {
          now += gap
          const reference = engine.world.records.add(0, now, 0, 10)
          const answer = store.accept(reference, 0, 16, now)
          // Windows that matter begin at an accepted record: so many since then, this one included.
          const refused = taken.some((at, i) => (taken.length - i + 1) * 1e6 > LIMIT * 1e6 + (now - at) * LIMIT)
          expect(answer === 0).toBe(!refused)
          if (answer === 0) taken.push(now)
        }
      }),
      { numRuns: 150 },
    )
  })
})
