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
const digestAt = (p: Plan, seed: number, micros: number) => {
  const engine = createEngine(p, seed)
  engine.run(micros, NO_END)
  return engine.digest()
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
    for (const micros of [
      59_999_999,
      0,
      30_000_000,
      29_999_999,
      30_000_001,
      12_345_678,
      45_000_000,
      1,
      p.durationMicros,
    ]) {
      rewind.approach(micros)
      // Never further than the work between two snapshots.
      expect(micros - engine.now).toBeLessThanOrEqual(500_000)
      engine.run(micros, NO_END)
      expect(engine.digest()).toBe(digestAt(p, busy.seed, micros))
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
          for (const share of shares) {
            const micros = Math.floor(share * p.durationMicros)
            rewind.approach(micros)
            engine.run(micros, NO_END)
            expect(engine.digest()).toBe(digestAt(p, seed, micros))
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
    // 64 workers keep some 150 KB of state.
    const p = plan({
      durationMicros: 2000e6,
      producers: [producer({ turnable: { ratePerSecond: 1 } })],
      queues: [queue()],
      pools: [pool({ workers: 64 })],
    })
    const engine = createEngine(p, 1)
    const rewind = new Rewind(engine)
    let most = 0
    for (let seconds = 1; seconds <= 1500; seconds++) {
      engine.run(seconds * 1e6, NO_END)
      rewind.ran(1000)
      most = Math.max(most, rewind.count)
    }
    expect(most).toBeLessThan(1000)
    expect(rewind.count).toBeLessThan(most)
    rewind.approach(700e6)
    expect(engine.now).toBeGreaterThan(690e6)
    engine.run(700e6, NO_END)
    expect(engine.digest()).toBe(digestAt(p, 1, 700e6))
  })
})
