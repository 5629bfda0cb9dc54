import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Plan } from '../../src/engine/index.ts'
import { unbalanced } from '../engine/ledger.ts'
import { queueOf } from './fifoNode.ts'
import { FIFO_COUNTED, fifoPlans, unbalancedFifo } from './fifoPlans.ts'

const NO_END = Number.POSITIVE_INFINITY
const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
  .map((all) => all.sort((a, b) => a - b))

function digestAtEnd(plan: Plan, seed: number): string {
  const engine = createEngine(plan, seed)
  engine.run(plan.durationMicros, NO_END)
  return engine.digest()
}

describe('random runs with FIFO queues', () => {
  test('nothing appears or vanishes, at random moments and in the middle of a moment', () => {
    fc.assert(
      fc.property(fifoPlans, fc.nat(), shares, fc.integer({ min: 1, max: 500 }), (plan, seed, moments, events) => {
        const engine = createEngine(plan, seed)
        for (let k = 0; k < 5; k++) {
          engine.run(plan.durationMicros, events)
          expect([...unbalanced(engine), ...unbalancedFifo(engine)]).toEqual([])
        }
        for (const share of [...moments, 1]) {
          engine.run(Math.floor(share * plan.durationMicros), NO_END)
          expect([...unbalanced(engine), ...unbalancedFifo(engine)]).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a snapshot anywhere, run on or restored into another run, gives the same run', () => {
    fc.assert(
      fc.property(
        fifoPlans,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (plan, seed, share, inside) => {
          const engine = createEngine(plan, seed)
          if (inside) engine.run(plan.durationMicros, Math.floor(share * 2000))
          else engine.run(Math.floor(share * plan.durationMicros), NO_END)
          const snapshot = engine.snapshot()
          const there = engine.digest()
          engine.run(plan.durationMicros, NO_END)
          const end = engine.digest()
          engine.restore(snapshot)
          expect(engine.digest()).toBe(there)
          engine.run(plan.durationMicros, NO_END)
          expect(engine.digest()).toBe(end)
          expect(digestAtEnd(plan, seed)).toBe(end)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('slices and looking change nothing', () => {
    fc.assert(
      fc.property(fifoPlans, fc.nat(), fc.integer({ min: 1, max: 200 }), (plan, seed, events) => {
        const engine = createEngine(plan, seed)
        const gauges = new Float64Array(engine.gaugeCount)
        while (engine.run(plan.durationMicros, events) === 'budget') engine.readGauges(gauges)
        expect(engine.digest()).toBe(digestAtEnd(plan, seed))
      }),
      { numRuns: 100 },
    )
  })

  test('reach everything that the accounts speak of', () => {
    const seen: Record<string, number> = { partitions: 0, delayed: 0, locked: 0 }
    for (const plan of fc.sample(fifoPlans, { numRuns: 150, seed: 3 })) {
      const engine = createEngine(plan, 1)
      for (const share of [0.3, 0.6, 1]) {
        engine.run(Math.floor(share * plan.durationMicros), NO_END)
        for (let n = 0; n < engine.nodes.length; n++) {
          const queue = queueOf(engine.nodes, n)
          seen['partitions']! += queue.throughput.partitions.length - 1
          seen['delayed']! += queue.delayed
          seen['locked']! += queue.groupsLocked
          if (share < 1) continue
          for (const [name, place] of Object.entries(FIFO_COUNTED)) seen[name] = (seen[name] ?? 0) + queue.c[place]!
        }
      }
    }
    expect(Object.entries(seen).filter(([, total]) => total < 5)).toEqual([])
  })
})
