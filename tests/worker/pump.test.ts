import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { Pump, runSlice } from '../../src/worker/pump.ts'
import { Rewind } from '../../src/worker/rewind.ts'
import { busy } from './scenarios.ts'

describe('the pump', () => {
  const at = (speed: number) => {
    let wall = 5000
    const pump = new Pump(() => wall)
    pump.start(2_000_000, speed)
    return { pump, pass: (ms: number) => void (wall += ms) }
  }

  it.each([0.01, 0.1, 1, 60, 3600])('keeps to wall time x %d', (speed) => {
    const { pump, pass } = at(speed)
    expect(pump.target()).toBe(2_000_000)
    pass(1234)
    expect(pump.target()).toBeCloseTo(2_000_000 + 1_234_000 * speed, -1)
    expect(Number.isInteger(pump.target())).toBe(true)
  })

  it('has no target but the end when it runs as fast as it goes', () => {
    expect(at(Number.POSITIVE_INFINITY).pump.target()).toBe(Number.POSITIVE_INFINITY)
  })

  it('a short hitch is caught up, silently', () => {
    const { pump, pass } = at(1)
    pass(100)
    pump.sliced(2_010_000, false)
    expect(pump.behind).toBe(false)
    expect(pump.target()).toBe(2_100_000)
  })

  it('says that it is behind and lets lost time go, so that it never has more than a moment to catch up', () => {
    const { pump, pass } = at(10)
    let now = 2_000_000
    for (let slice = 0; slice < 500; slice++) {
      // Half of what is asked for: 5 simulated ms in every ms of wall time.
      pass(8)
      now += 40_000
      pump.sliced(now, false)
      expect(pump.target() - now).toBeLessThanOrEqual(10 * 130_000)
    }
    expect(pump.behind).toBe(true)
    expect(pump.reachedSpeed).toBeCloseTo(5, 1)
  })

  it('stops saying so when it keeps the pace again', () => {
    const { pump, pass } = at(1)
    pass(1000)
    pump.sliced(2_000_000, false)
    expect(pump.behind).toBe(true)
    for (let slice = 0; slice < 200; slice++) {
      pass(10)
      pump.sliced(pump.target(), true)
    }
    expect(pump.behind).toBe(false)
    expect(pump.reachedSpeed).toBeCloseTo(1, 2)
  })
})

describe('one slice', () => {
  /** Three producers in step: 2,000 events end in the middle of a moment. */
  const inStep: Scenario = {
    ...busy,
    nodes: [0, 1, 2].map((i) => ({ ...defaultNode('producer', `producer-${i}`, 0, 0), rate: 100 })),
    links: [],
    interventions: [],
    durationSeconds: 600,
  }
  const run = (scenario: Scenario, costMs: number, untilSeconds: number) => {
    let wall = 0
    const clock = () => {
      wall += costMs
      return wall
    }
    const engine = createEngine(compile(scenario), 1)
    const reached = runSlice(engine, new Rewind(engine), untilSeconds * 1e6, clock, 8)
    return { engine, reached, wall }
  }

  it('ends at the moment asked for', () => {
    const { engine, reached } = run(busy, 0, 1.5)
    expect(reached).toBe(true)
    expect(engine.now).toBe(1_500_000)
  })

  it('ends when its wall time is used, at a whole moment: a fresh run to there has the same fingerprint', () => {
    for (const scenario of [busy, inStep]) {
      for (const costMs of [0.5, 1, 3, 10]) {
        const { engine, reached, wall } = run(scenario, costMs, scenario.durationSeconds)
        expect(reached).toBe(false)
        expect(wall).toBeLessThan(8 + 4 * costMs)
        const fresh = createEngine(compile(scenario), 1)
        fresh.run(engine.now, Number.POSITIVE_INFINITY)
        expect(fresh.digest()).toBe(engine.digest())
      }
    }
  })
})
