import { describe, expect, test } from 'vitest'
import { chooseCharts } from '../../src/charts/chooseCharts.ts'
import { writeLimit } from '../../src/charts/writeLimit.ts'
import { capacityTick } from '../../src/panels/capacity.ts'
import { interventionText } from '../../src/panels/interventionText.ts'
import { addIntervention, setField } from '../../src/scenario/index.ts'
import type { Scenario, ScenarioNode, StreamNode } from '../../src/scenario/scenario.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'

function scene(id: string): Scenario {
  const scenario = builtIn(id)
  if (scenario === null) throw new Error(`there is no scene ${id}`)
  return scenario
}

function node<K extends ScenarioNode['kind']>(scenario: Scenario, kind: K) {
  const found = scenario.nodes.find((other) => other.kind === kind)
  if (found === undefined) throw new Error(`there is no ${kind}`)
  return found as Extract<ScenarioNode, { kind: K }>
}

describe('the limit that binds', () => {
  const two = scene('two-shards')
  const stream = node(two, 'stream') as StreamNode

  test('small records: two shards take 2,000 a second; the mark says so and names the fact', () => {
    expect(capacityTick(two, node(two, 'producer'), 'rate')).toEqual({
      value: 2000,
      label: 'stream takes 2,000',
      factId: 'KIN1.02',
    })
    expect(writeLimit(two, stream, 516)).toMatchObject({
      label: 'write limit 2,000/s',
      steps: [{ atMicros: 0, value: 2000 }],
    })
  })

  test('records of 4 KiB: bytes bind, at 256 a second and shard', () => {
    expect(writeLimit(two, stream, 4096)).toMatchObject({ label: 'byte limit 512/s', steps: [{ value: 512 }] })
  })

  test('a limit turned during the run is a step at that moment', () => {
    const turned = setField(two, stream.id, 'writeRecordsPerSecond', 500, 7_000_000)
    expect(writeLimit(turned, stream, 516).steps).toEqual([
      { atMicros: 0, value: 2000 },
      { atMicros: 7_000_000, value: 1000 },
    ])
  })

  test('other fields and queues have no such mark', () => {
    expect(capacityTick(two, node(two, 'producer'), 'recordBytes')).toBeNull()
    const turns = scene('taking-turns')
    expect(capacityTick(turns, node(turns, 'producer'), 'rate')).toBeNull()
  })
})

describe('which charts', () => {
  test.each(LIBRARY.map(({ id }) => id))('%s has at least three, the first one of its store', (id) => {
    const scenario = scene(id)
    const charts = chooseCharts(scenario, null, null, 4)
    const store = scenario.nodes.find((other) => other.kind === 'stream') ?? node(scenario, 'queue')
    expect(charts.length).toBeGreaterThanOrEqual(3)
    expect(charts[0]?.id).toBe(`rate ${store.id}`)
    expect(new Set(charts.map((chart) => chart.id)).size).toBe(charts.length)
  })

  test('the first follows the selected node', () => {
    const scenario = scene('same-traffic')
    for (const { id } of scenario.nodes) expect(chooseCharts(scenario, id, null, 3)[0]?.id).toBe(`rate ${id}`)
  })
})

test('what was done is said in words', () => {
  const two = scene('two-shards')
  const clicks = node(two, 'producer')
  expect(interventionText({ at: 1, node: clicks.id, action: 'set', field: 'rate', value: 4000 }, two)).toBe(
    'Clicks: new records 4,000 records/s',
  )
  const crashed = addIntervention(two, { at: 1, node: node(two, 'application').id, action: 'crash', worker: 0 })
  expect(crashed.interventions.map((step) => interventionText(step, two))).toEqual(['Counter: worker 1 dies'])
  expect(interventionText({ at: 1, node: 'reader', action: 'goTo', to: 'TRIM_HORIZON' }, two)).toBe(
    'Counter goes to the oldest record',
  )
})
