import { describe, expect, test } from 'vitest'
import { type AtPlayhead, faultOffers } from '../../src/scenario/faults.ts'
import { parseScenario, valueAt } from '../../src/scenario/index.ts'
import { loadCatalogue } from '../../src/scenario/library/catalogue.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { stepSpans } from '../../src/scenario/stepSpans.ts'
import { builtIn } from './sixScenes.ts'

const S = 1_000_000
const at = (seconds: number): AtPlayhead => ({ micros: seconds * S, made: () => 60, openShards: () => [0, 1] })

function scene(id: string): Scenario {
  const found = builtIn(id)
  if (found === null) throw new Error(`no scene ${id}`)
  return found
}
function caused(scenario: Scenario, name: string, seconds = 30): Scenario {
  const offer = faultOffers(scenario, at(seconds)).find((one) => one.ok && one.name === name)
  if (offer === undefined || !offer.ok) throw new Error(`${name} is not offered`)
  return offer.cause(scenario)
}

describe('faults', () => {
  const turns = scene('taking-turns')

  test('a slow consumer is a bar: ten times the work for a while, then as before; steps that were there stay', () => {
    const after = caused(turns, 'Slow consumer')
    const value = (seconds: number) => valueAt(after, 'workers', 'serviceMs', seconds * S)
    expect([29, 30, 39, 40].map(value)).toEqual([1300, 13_000, 13_000, 1300])
    expect(stepSpans(after).map(({ begin, end }) => [begin, end])).toEqual([
      [0, 3],
      [1, 2],
    ])
  })

  test('the first worker that lives dies; worker 3 is dead already and is not killed twice', () => {
    const steps = caused(caused(turns, 'Crash', 25), 'Crash', 26).interventions
    expect(steps.filter(({ action }) => action === 'crash')).toMatchObject([
      { worker: 2 },
      { worker: 0 },
      { worker: 1 },
    ])
    const none = caused(caused(turns, 'Crash', 25), 'Crash', 26)
    expect(faultOffers(none, at(27))).toContainEqual({
      ok: false,
      name: 'Crash: Packers',
      reason: 'Nobody is left there to die.',
    })
  })

  test('SQS.02 duplicate deliveries and lost deletes are the seeded faults of the queue, for a while', () => {
    for (const [name, field] of [
      ['Duplicate delivery', 'duplicateShare'],
      ['Lost acknowledgement', 'deleteLostShare'],
    ] as const) {
      const after = caused(turns, name)
      expect([29, 30, 40].map((seconds) => valueAt(after, 'queue', field, seconds * S))).toEqual([0, 0.2, 0])
    }
  })

  test('the poison message is the next one that is made', () => {
    expect(valueAt(caused(turns, 'Poison message'), 'workers', 'poisonRecord', 30 * S)).toBe(61)
  })

  test('a hot key begins at the chosen moment and ends, whatever keys the producer has', () => {
    const after = caused(scene('two-shards'), 'Hot key')
    const producer = after.nodes.find(({ kind }) => kind === 'producer')!
    expect(after.interventions.map(({ at, node }) => [at / S, node])).toEqual([
      [30, producer.id],
      [expect.any(Number), producer.id],
    ])
    expect(valueAt(after, producer.id, 'hotShare', 30 * S)).toBe(0.6)
    expect(valueAt(after, producer.id, 'hotShare', after.durationSeconds * S)).toBe(0)
  })

  test('what a scene has no node for is told with the reason, and nothing is offered when the run is over', () => {
    const reasons = faultOffers(turns, at(30)).flatMap((offer) => (offer.ok ? [] : [offer.name]))
    expect(reasons).toEqual(['Downstream outage', 'Topic reaches no queue', 'Reshard'])
    expect(faultOffers(turns, at(turns.durationSeconds)).some(({ ok }) => ok)).toBe(false)
  })

  test('every fault of every built-in scene changes it into a sound one', async () => {
    for (const scenario of await loadCatalogue()) {
      for (const offer of faultOffers(scenario, at(1))) {
        if (!offer.ok) continue
        const after = offer.cause(scenario)
        expect(after, `${scenario.id} ${offer.name}`).not.toBe(scenario)
        expect(parseScenario(structuredClone(after)), `${scenario.id} ${offer.name}`).toMatchObject({ dropped: [] })
      }
    }
  })
})
