import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'
import { accepted, type Flood, storedInTheory } from './tokenBucket.ts'

const MOMENTS = Array.from({ length: 200 }, (_, i) => 1 + i * 299_993)
const SEEDS = [101, 102, 103]
const CASES = 8
const NEVER_BINDS = 1e9

/** One of the two limits binds, by a little or by far. */
const floods = fc
  .record({
    byBytes: fc.boolean(),
    limit: fc.integer({ min: 5, max: 500 }),
    excess: fc.double({ min: 1.15, max: 3, noNaN: true }),
    recordBytes: fc.integer({ min: 20_000, max: 60_000 }),
  })
  .map(({ byBytes, limit, excess, recordBytes }): Flood => {
    const arrivalsPerSecond = Math.round(limit * excess + 30)
    return byBytes
      ? { arrivalsPerSecond, recordBytes, recordsPerSecond: NEVER_BINDS, bytesPerSecond: limit * recordBytes }
      : { arrivalsPerSecond, recordBytes: 16, recordsPerSecond: limit, bytesPerSecond: NEVER_BINDS }
  })
const drawn = (seed: number): Flood[] => fc.sample(floods, { seed, numRuns: CASES })

/** What the engine stored when it played one flood, and what theory says of another. */
function compared(theory: Flood, played: Flood): { stored: number[]; inTheory: number[] } {
  const sights = accepted(played, MOMENTS)
  return { stored: sights.map((each) => each.stored), inTheory: sights.map((each) => storedInTheory(theory, each)) }
}

describe('the write bucket (X-K1) against its closed form', () => {
  it('a flood: what was saved up, plus the rate times the time, whole tokens only', () => {
    for (const [arrivalsPerSecond, recordsPerSecond] of [
      [1300, 1000],
      [2500, 1000],
      [7001, 10],
      [333, 250],
    ] as const) {
      const flood = { arrivalsPerSecond, recordsPerSecond, recordBytes: 16, bytesPerSecond: NEVER_BINDS }
      const { stored, inTheory } = compared(flood, flood)
      expect(stored).toEqual(inTheory)
    }
  })

  it.each(SEEDS)(
    'KIN1.01 KIN1.02 X-K1 seed %d: drawn limits of records and of bytes, at every moment exactly',
    (seed) => {
      for (const flood of drawn(seed)) {
        const { stored, inTheory } = compared(flood, flood)
        expect(stored, JSON.stringify(flood)).toEqual(inTheory)
      }
    },
  )

  it.each(SEEDS)('X-K1 seed %d: the same check fails when the bucket refills by a hundredth less', (seed) => {
    for (const flood of drawn(seed)) {
      const { recordsPerSecond, bytesPerSecond } = flood
      const slower = { ...flood, recordsPerSecond: recordsPerSecond * 0.99, bytesPerSecond: bytesPerSecond * 0.99 }
      const { stored, inTheory } = compared(flood, slower)
      expect(stored, JSON.stringify(flood)).not.toEqual(inTheory)
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
