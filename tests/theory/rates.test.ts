import { describe, expect, it } from 'vitest'
import { createEngine, type RateProfile } from '../../src/engine/index.ts'
import { plan, producer } from '../engine/testPlan.ts'

const RATE = 400
const SEEDS = [1, 2, 3]
const CONSTANT = 0
const EXPONENTIAL = 1

type Case = {
  name: string
  profile: RateProfile /** Integral of the shape from 0 to t seconds, worked out by hand. */
  integral: (t: number) => number
}

const cases: Case[] = [
  { name: 'constant', profile: { kind: 'constant', perSecond: 1 }, integral: (t) => t },
  {
    name: 'ramp',
    profile: { kind: 'ramp', fromPerSecond: 1, toPerSecond: 4, startSeconds: 10, endSeconds: 40 },
    integral: (t) => {
      if (t <= 10) return t
      if (t <= 40) return t + ((t - 10) * (t - 10)) / 20
      return 40 + 45 + 4 * (t - 40)
    },
  },
  {
    name: 'spike',
    profile: { kind: 'spike', perSecond: 1, peakPerSecond: 10, startSeconds: 20, endSeconds: 25 },
    integral: (t) => t + 9 * Math.min(5, Math.max(0, t - 20)),
  },
  {
    name: 'on and off',
    profile: { kind: 'onOff', perSecond: 1, onSeconds: 3, offSeconds: 5 },
    integral: (t) => Math.floor(t / 8) * 3 + Math.min(3, t % 8),
  },
  {
    name: 'wave',
    profile: { kind: 'wave', perSecond: 1, amplitudePerSecond: 0.8, periodSeconds: 20 },
    // 48 straight pieces a period under the sine: their amplitude is less by (2/48 x tan)... below 0.2 %.
    integral: (t) => t + (0.8 * 20 * (1 - Math.cos((2 * Math.PI * t) / 20))) / (2 * Math.PI),
  },
]
const MOMENTS = [1, 5, 9.5, 10, 17, 20, 22.25, 25, 31, 40, 47, 60, 80, 100]

function counts(profile: RateProfile, spacing: number, seed: number): number[] {
  const engine = createEngine(
    plan({
      durationMicros: 100e6,
      binMicros: 100e6,
      producers: [producer({ spacing, profile, turnable: { ratePerSecond: RATE } })],
    }),
    seed,
  )
  return MOMENTS.map((t) => {
    engine.run(t * 1e6, Number.POSITIVE_INFINITY)
    return engine.producers[0]!.arrivalsTotal
  })
}

describe.each(cases)('$name', ({ name, profile, integral }) => {
  it('even spacing: the count is the integral, to one record', () => {
    const slack = name === 'wave' ? 0.002 * RATE * 10 : 1
    counts(profile, CONSTANT, 1).forEach((count, i) => {
      expect(Math.abs(count - RATE * integral(MOMENTS[i]!))).toBeLessThanOrEqual(slack)
    })
  })

  it.each(SEEDS)('Poisson, seed %d: within five standard deviations at every moment', (seed) => {
    counts(profile, EXPONENTIAL, seed).forEach((count, i) => {
      const mean = RATE * integral(MOMENTS[i]!)
      expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean))
    })
  })
})

describe('turning the rate', () => {
  it('stretches what is left of the wait: no arrival is lost or gained', () => {
    const engine = createEngine(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 1 } })],
        interventions: [
          { at: 10.5e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 4 },
          { at: 11e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 },
          { at: 20e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 2 },
        ],
      }),
      1,
    )
    engine.run(22e6, Number.POSITIVE_INFINITY)
    const { records } = engine.world
    const at = Array.from({ length: records.countOf(0) }, (_, i) => records.createdAt(records.reference(0, i)) / 1e6)
    // Half a wait is left at 10.5 s: at 4/s that takes 0.125 s; from 10.875 s half of the next is done when it stops.
    expect(at.slice(10)).toEqual([10.625, 10.875, 20.25, 20.75, 21.25, 21.75])
  })
})
