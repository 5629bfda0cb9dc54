import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Plan } from '../../src/engine/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { Rewind } from '../../src/worker/rewind.ts'
import { plans } from '../engine/randomPlans.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { busy } from './scenarios.ts'

const NO_END = Number.POSITIVE_INFINITY
/** What a run that never goes back has at each of these moments. */
function digestsAt(p: Plan, seed: number, moments: readonly number[]): Map<number, string> {
  const engine = createEngine(p, seed)
  const inOrder = [...moments].sort((a, b) => a - b)
  return new Map(
    inOrder.map((micros) => {
      engine.run(micros, NO_END)
      return [micros, engine.digest()]
    }),
  )
}

describe('rewind', () => {
  it('any played moment has the fingerprint of a fresh run', () => {
    const p = compile(busy)
    const engine = createEngine(p, busy.seed)
    const rewind = new Rewind(engine)
    for (let micros = 100_000; micros <= p.durationMicros; micros += 100_000) {
      engine.run(micros, NO_END)
      rewind.ran(10)
    }
    expect(rewind.playedMicros).toBe(p.durationMicros)
    expect(rewind.count).toBeGreaterThan(100)
    const there = [59_999_999, 0, 30_000_000, 29_999_999, 30_000_001, 12_345_678, 45_000_000, 1, p.durationMicros]
    const digests = digestsAt(p, busy.seed, there)
    for (const micros of there) {
      rewind.approach(micros)
      // Never further than the work between two snapshots.
      expect(micros - engine.now).toBeLessThanOrEqual(500_000)
      engine.run(micros, NO_END)
      expect(engine.digest()).toBe(digests.get(micros))
    }
  })

  it('in random runs too', () => {
    fc.assert(
      fc.property(
        plans,
        fc.nat(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (p, seed, shares) => {
          const engine = createEngine(p, seed)
          const rewind = new Rewind(engine)
          while (engine.run(p.durationMicros, 100) === 'budget') {
            engine.run(engine.now, NO_END)
            rewind.ran(20)
          }
          const there = shares.map((share) => Math.floor(share * p.durationMicros))
          const digests = digestsAt(p, seed, there)
          for (const micros of there) {
            rewind.approach(micros)
            engine.run(micros, NO_END)
            expect(engine.digest()).toBe(digests.get(micros))
          }
        },
      ),
      { numRuns: runs(40) },
    )
  })

  it('going a little forward from where it stands needs no snapshot', () => {
    const engine = createEngine(compile(busy), 1)
    const rewind = new Rewind(engine)
    engine.run(3_000_000, NO_END)
    rewind.ran(1)
    rewind.approach(3_500_000)
    expect(engine.now).toBe(3_000_000)
  })

  it('keeps its memory bounded: with too many snapshots every other one goes, and every moment can still be reached', () => {
    const p = plan({
      durationMicros: 400e6,
      producers: [producer({ turnable: { ratePerSecond: 1 } })],
      queues: [queue()],
      pools: [pool({ workers: 4 })],
    })
    const engine = createEngine(p, 1)
    const bytes = engine.snapshot().values.byteLength
    const rewind = new Rewind(engine, 100 * bytes)
    let most = 0
    for (let seconds = 1; seconds <= 300; seconds++) {
      engine.run(seconds * 1e6, NO_END)
      rewind.ran(1000)
      most = Math.max(most, rewind.count)
    }
    expect(most).toBeLessThan(110)
    expect(rewind.count).toBeLessThan(most)
    rewind.approach(140e6)
    expect(engine.now).toBeGreaterThan(120e6)
    engine.run(140e6, NO_END)
    expect(engine.digest()).toBe(digestsAt(p, 1, [140e6]).get(140e6))
  })
})
