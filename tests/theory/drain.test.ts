import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, PlanIntervention } from '../../src/engine/index.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'

// W55 for a queue: what its workers could not take while they were away is drained by what they work above the input.

type Outage = {
  perSecond: number
  workers: number
  outageSeconds: number
  /** Within this the queue shall be empty again. */
  withinSeconds: number
  /** Whether anything comes in after the outage. */
  goesOn: boolean
}

const SEEDS = [55, 56, 57]
const CASES = 6
const SLOWER = 1.05
const ON_THE_WAY = [0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.2]

const outages = fc.record({
  perSecond: fc.integer({ min: 20, max: 100 }),
  workers: fc.integer({ min: 1, max: 8 }),
  outageSeconds: fc.integer({ min: 20, max: 90 }),
  withinSeconds: fc.integer({ min: 20, max: 200 }),
  goesOn: fc.boolean(),
})
const cases = (seed: number): Outage[] => fc.sample(outages, { seed, numRuns: CASES })

/** (1 + Y/X) x r of W55; when nothing comes in any more, what waits over the time there is. */
const neededPerSecond = ({ perSecond, outageSeconds, withinSeconds, goesOn }: Outage): number =>
  perSecond * ((goesOn ? 1 : 0) + outageSeconds / withinSeconds)

function outagePlan(outage: Outage, slower: number): Plan {
  const { perSecond, workers, outageSeconds, withinSeconds, goesOn } = outage
  const end = outageSeconds * SECOND
  const each = (at: number, action: 'crash' | 'start') =>
    Array.from({ length: workers }, (_, worker): PlanIntervention => ({ at, kind: 'pool', node: 0, action, worker }))
  const stop: PlanIntervention = { at: end, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 }
  const durationMicros = (outageSeconds + 2 * withinSeconds) * SECOND
  return plan({
    durationMicros,
    binMicros: durationMicros,
    producers: [producer({ turnable: { ratePerSecond: perSecond } })],
    queues: [queue()],
    pools: [pool({ workers, turnable: { serviceMicros: (slower * workers * SECOND) / neededPerSecond(outage) } })],
    interventions: [...each(0, 'crash'), ...(goesOn ? [] : [stop]), ...each(end, 'start')],
  })
}

/** Messages that are not done, by the closed form and in the engine, at moments from the end of the outage on. */
function furthestOff(outage: Outage, slower = 1): number {
  const { perSecond, outageSeconds, withinSeconds, goesOn } = outage
  const engine = play(outagePlan(outage, slower), outageSeconds)
  const offs = ON_THE_WAY.map((fraction) => {
    const since = fraction * withinSeconds
    runTo(engine, outageSeconds + since)
    const [store] = engine.queues
    const came = perSecond * (outageSeconds + (goesOn ? since : 0))
    const left = Math.max(0, came - neededPerSecond(outage) * since)
    return Math.abs(store!.visible + store!.inFlight - left)
  })
  return Math.max(...offs)
}

/** Each worker is at one message, and one is on its way in. */
const grain = ({ workers }: Outage): number => workers + 1

describe('draining a queue after its workers were away', () => {
  test.each(SEEDS)('W55 seed %d: a queue drains in a straight line and is empty after X', (seed) => {
    for (const outage of cases(seed)) {
      expect(furthestOff(outage), JSON.stringify(outage)).toBeLessThanOrEqual(grain(outage))
    }
  })

  test.each(SEEDS)('W55 seed %d: the same check fails when the work takes 5 % longer', (seed) => {
    for (const outage of cases(seed)) {
      expect(furthestOff(outage, SLOWER), JSON.stringify(outage)).toBeGreaterThan(grain(outage))
    }
  })
})
