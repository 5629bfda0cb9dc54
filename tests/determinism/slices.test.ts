import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine, type Plan } from '../../src/engine/index.ts'
import { plans } from '../engine/randomPlans.ts'
import { runs } from '../runs.ts'

const NO_END = Number.POSITIVE_INFINITY

const gaugesOf = (engine: Engine) => {
  const gauges = new Float64Array(engine.gaugeCount)
  engine.readGauges(gauges)
  return gauges
}
const whole = (plan: Plan, seed: number) => {
  const engine = createEngine(plan, seed)
  engine.run(plan.durationMicros, NO_END)
  return engine
}
const historyOf = ({ history, gaugeCount }: Engine) =>
  Float64Array.from({ length: history.length * gaugeCount }, (_, i) =>
    history.get(Math.floor(i / gaugeCount), i % gaugeCount),
  )
const traceOf = ({ world: { trace } }: Engine) =>
  Float64Array.from({ length: 3 * trace.length }, (_, i) => {
    const dot = Math.floor(i / 3)
    return [trace.at.get(dot)!, trace.trackOf(dot), trace.paintOf(dot)][i % 3]!
  })

/** Number by number, NaN like NaN. The matcher for whole arrays takes longer than the runs that are compared. */
function expectSame(engine: Engine, reference: Engine): void {
  for (const of of [gaugesOf, historyOf, traceOf]) {
    const [is, should] = [of(engine), of(reference)]
    expect(is.length).toBe(should.length)
    const place = is.findIndex((value, i) => !Object.is(value, should[i]))
    expect([place, is[place]]).toEqual([-1, undefined])
  }
  expect(engine.digest()).toBe(reference.digest())
}

/** Slices of time, of events, or both, with looks in between. */
const slices = fc.array(
  fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    events: fc.oneof(fc.constant(NO_END), fc.integer({ min: 0, max: 400 })),
    look: fc.nat(4),
  }),
  { minLength: 1, maxLength: 25 },
)

function look(engine: Engine, how: number): void {
  if (how === 1) engine.digest()
  if (how === 2) gaugesOf(engine)
  if (how === 3) engine.snapshot()
  if (how === 4) {
    engine.nextEventAt()
    engine.lastEventAt()
  }
}

describe('how a run is played makes no difference', () => {
  it('random slices, budgets and looks give the same fingerprint, gauges, history and dots as one go', () => {
    fc.assert(
      fc.property(plans, fc.nat(), slices, (plan, seed, parts) => {
        const engine = createEngine(plan, seed)
        for (const { share, events, look: how } of parts) {
          engine.run(share * plan.durationMicros, events)
          look(engine, how)
        }
        engine.run(plan.durationMicros, NO_END)
        const reference = whole(plan, seed)
        expectSame(engine, reference)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('rewinding', () => {
  it('a snapshot at a random moment, run on, restored, run on again: the same bits', () => {
    const moments = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(plans, fc.nat(), moments, fc.nat(3), (plan, seed, shares, how) => {
        const reference = whole(plan, seed)
        const engine = createEngine(plan, seed)
        const snapshots = [engine.snapshot()]
        for (const share of [...shares].sort((a, b) => a - b)) {
          engine.run(share * plan.durationMicros, NO_END)
          snapshots.push(engine.snapshot())
        }
        engine.run(plan.durationMicros, NO_END)
        expect(engine.digest()).toBe(reference.digest())
        // Back and forth in an order of its own: the latest first, or the oldest, or any.
        const order =
          how === 0 ? snapshots.reverse() : how === 1 ? snapshots : [...snapshots.slice(1), snapshots[0]!, ...snapshots]
        for (const snapshot of order) {
          engine.restore(snapshot)
          expect(engine.now).toBe(snapshot.at)
          look(engine, how)
          engine.run(plan.durationMicros, NO_END)
          expect(engine.digest()).toBe(reference.digest())
        }
        expectSame(engine, reference)
      }),
      { numRuns: runs(60) },
    )
  })

  it('a snapshot in the middle of a moment goes on with what is left of it', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.integer({ min: 1, max: 5000 }), (plan, seed, events) => {
        const engine = createEngine(plan, seed)
        engine.run(plan.durationMicros, events)
        const snapshot = engine.snapshot()
        engine.run(plan.durationMicros, NO_END)
        const digest = engine.digest()
        engine.restore(snapshot)
        engine.run(plan.durationMicros, NO_END)
        expect(engine.digest()).toBe(digest)
        expect(whole(plan, seed).digest()).toBe(digest)
      }),
      { numRuns: runs(60) },
    )
  })

  it('any moment reached by rewinding has the fingerprint of a fresh run to it', () => {
    fc.assert(
      fc.property(
        plans,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (plan, seed, a, b) => {
          const [early, late] = [Math.min(a, b), Math.max(a, b)].map((share) =>
            Math.floor(share * plan.durationMicros),
          ) as [number, number]
          const engine = createEngine(plan, seed)
          engine.run(early, NO_END)
          const snapshot = engine.snapshot()
          engine.run(plan.durationMicros, NO_END)
          engine.restore(snapshot)
          engine.run(late, NO_END)
          const fresh = createEngine(plan, seed)
          fresh.run(late, NO_END)
          expectSame(engine, fresh)
        },
      ),
      { numRuns: runs(60) },
    )
  })
})
