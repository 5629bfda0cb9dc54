import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addIntervention,
  addNode,
  connect,
  disconnect,
  editEffect,
  fieldOf,
  moveNode,
  parseScenario,
  removeNodes,
  renameNode,
  setDuration,
  setField,
  setSeed,
  setTitle,
  startValue,
  valueAt,
  wiringRefusal,
} from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { fieldValue, scenarios } from './arbitraries.ts'
import { builtIn } from './sixScenes.ts'

const turns = required('taking-turns')
const SECOND = 1_000_000

function required(id: string): Scenario {
  const scenario = builtIn(id)
  if (scenario === null) throw new Error(`no scenario ${id}`)
  return scenario
}

/** Steps in a line each: "20 workers crash". */
const steps = (scenario: Scenario) =>
  scenario.interventions.map(
    (step) =>
      `${step.at / SECOND} ${step.node} ${step.action}${step.action === 'set' ? ` ${step.field}=${step.value}` : ''}`,
  )

describe('turning a field', () => {
  test('at 0 it is a start value, and what was prepared for later stays', () => {
    const edited = setField(turns, 'producer', 'rate', 5, 0)
    expect(valueAt(edited, 'producer', 'rate', 0)).toBe(5)
    expect(steps(edited)).toEqual(['20 workers crash', '45 workers start'])
    expect(valueAt(turns, 'producer', 'rate', 0)).toBe(2)
  })

  test('later it is a step at that moment, and what came after is gone', () => {
    const edited = setField(turns, 'producer', 'rate', 5, 30 * SECOND)
    expect(steps(edited)).toEqual(['20 workers crash', '30 producer set rate=5'])
    expect([29, 30, 31].map((at) => valueAt(edited, 'producer', 'rate', at * SECOND))).toEqual([2, 5, 5])
    expect(edited.nodes).toBe(turns.nodes)
  })

  test('one gesture is one step; turned back it is none', () => {
    const one = setField(turns, 'producer', 'rate', 5, 30 * SECOND)
    const two = setField(one, 'producer', 'rate', 6, 30 * SECOND)
    expect(steps(two)).toEqual(['20 workers crash', '30 producer set rate=6'])
    expect(steps(setField(two, 'producer', 'rate', 2, 30 * SECOND))).toEqual(['20 workers crash'])
  })

  test('two fields at one moment are two steps', () => {
    const one = setField(turns, 'producer', 'rate', 5, 30 * SECOND)
    expect(steps(setField(one, 'queue', 'visibilityTimeoutSeconds', 3, 30 * SECOND))).toEqual([
      '20 workers crash',
      '30 producer set rate=5',
      '30 queue set visibilityTimeoutSeconds=3',
    ])
  })

  test('structure is a start value at any moment; steps for workers that are gone go too', () => {
    const edited = setField(
      addIntervention(turns, { at: 20 * SECOND, node: 'workers', action: 'crash', worker: 0 }),
      'workers',
      'workers',
      2,
      50 * SECOND,
    )
    expect(valueAt(edited, 'workers', 'workers', 0)).toBe(2)
    expect(steps(edited)).toEqual(['20 workers crash'])
  })

  test('the length of a tape is never a step and never runs again', () => {
    const stream = required('one-shard')
    const edited = setField(stream, 'stream', 'tapeSeconds', 100, 30 * SECOND)
    expect(edited.interventions).toBe(stream.interventions)
    expect(editEffect(stream, edited)).toBe('none')
  })

  test.each([
    ['the value it has', 'producer', 'rate', 2],
    ['an unknown node', 'gone', 'rate', 5],
    ['an unknown field', 'producer', 'speed', 5],
    ['a value out of range', 'producer', 'rate', 1e9],
    ['text for a number', 'producer', 'rate', 'fast'],
  ])('%s: the same object comes back', (_, node, field, value) => {
    expect(setField(turns, node, field, value, 0)).toBe(turns)
    expect(setField(turns, node, field, value, 30 * SECOND)).toBe(turns)
  })

  test('the value at a moment is the value that was turned to, and sound scenarios stay sound', () => {
    const turned = fc
      .tuple(scenarios, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 200_000_000 }))
      .chain(([scenario, n, f, at]) => {
        const node = scenario.nodes[n % scenario.nodes.length]
        const fields = node === undefined ? [] : Object.keys(node).flatMap((name) => fieldOf(node.kind, name) ?? [])
        const field = fields[f % fields.length]
        if (node === undefined || field === undefined) throw new Error('an empty scenario')
        return fieldValue(field).map((value) => ({ scenario, node, field, value, at }))
      })
    fc.assert(
      fc.property(turned, ({ scenario, node, field, value, at }) => {
        const edited = setField(scenario, node.id, field.name, value, at)
        const seen =
          at <= 0 || field.structural || field.layout === true
            ? startValue(edited.nodes.find((one) => one.id === node.id) ?? node, field)
            : valueAt(edited, node.id, field.name, at)
        expect(seen).toBe(value)
        expect(parseScenario(edited)).toEqual({ ok: true, scenario: edited, dropped: [] })
      }),
      { numRuns: 100 },
    )
  })
})

describe('doing something', () => {
  test('comes after what was done at the same moment; later steps go', () => {
    const edited = addIntervention(turns, { at: 20 * SECOND, node: 'queue', action: 'purge' })
    expect(steps(edited)).toEqual(['20 workers crash', '20 queue purge'])
  })

  test('what has no meaning changes nothing', () => {
    expect(addIntervention(turns, { at: 5, node: 'workers', action: 'purge' })).toBe(turns)
    expect(addIntervention(turns, { at: 5, node: 'workers', action: 'crash', worker: 3 })).toBe(turns)
    expect(addIntervention(turns, { at: 0.5, node: 'queue', action: 'purge' })).toBe(turns)
    expect(addIntervention(turns, { at: 5, node: 'producer', action: 'set', field: 'rate', value: -1 })).toBe(turns)
  })

  test('at most 500', () => {
    const full = {
      ...turns,
      interventions: Array.from({ length: 500 }, (_, at) => ({ at, node: 'queue', action: 'purge' }) as const),
    }
    expect(addIntervention(full, { at: 600, node: 'queue', action: 'purge' })).toBe(full)
    expect(addIntervention(full, { at: 100, node: 'queue', action: 'purge' }).interventions.length).toBe(102)
  })
})

describe('what stands on the canvas', () => {
  test('a new node gets the first free id and a name that tells it apart', () => {
    const two = addNode(addNode(turns, 'queue', 101, 3.2), 'stream', 0, 0)
    expect(two.nodes.slice(-2).map(({ id, name, x, y }) => [id, name, x, y])).toEqual([
      ['queue-2', 'Queue 2', 102, 4],
      ['stream', 'Stream', 0, 0],
    ])
  })

  test('a removed node takes its links, steps and slider with it', () => {
    const edited = removeNodes(turns, ['queue'])
    expect([edited.links, edited.brief.slider]).toEqual([[], undefined])
    expect(removeNodes(turns, ['workers']).interventions).toEqual([])
    expect(removeNodes(turns, ['gone'])).toBe(turns)
  })

  test('a removed node of a second design is no longer of it, and without a node there is no second design', () => {
    const two: Scenario = {
      ...turns,
      against: {
        title: 'Other',
        nodes: [
          ['queue', ''],
          ['workers', ''],
        ],
      },
    }
    expect(removeNodes(two, ['queue']).against?.nodes).toEqual([['workers', '']])
    expect(removeNodes(two, ['queue', 'workers'])).not.toHaveProperty('against')
  })

  test('links that can be, and why others cannot', () => {
    const scenario = addNode(addNode(turns, 'stream', 0, 0), 'pool', 0, 0)
    expect(connect(scenario, 'producer', 'stream').links.length).toBe(3)
    expect(connect(scenario, 'queue', 'pool').links.length).toBe(3)
    expect(connect(scenario, 'stream', 'pool')).toBe(scenario)
    expect(wiringRefusal(scenario, 'stream', 'pool')).toBe(
      'A stream is read by applications, functions, counters and Kinesis queues.',
    )
    expect(wiringRefusal(scenario, 'producer', 'workers')).toBe('A producer sends to a node that takes records.')
    expect(wiringRefusal(addNode(scenario, 'queue', 0, 0), 'queue-2', 'workers')).toBe(
      'Packers reads one store, and it has one already.',
    )
    expect(wiringRefusal(scenario, 'workers', 'queue')).toBe(
      'Workers pass nothing on, but may call a system downstream.',
    )
    expect(disconnect(scenario, 'queue', 'workers').links.length).toBe(1)
    expect(disconnect(scenario, 'workers', 'queue')).toBe(scenario)
  })

  test('names, places, seed, length', () => {
    expect(renameNode(turns, 'queue', `  ${'q'.repeat(80)} `).nodes[1]?.name).toBe('q'.repeat(60))
    expect(renameNode(turns, 'queue', '  ')).toBe(turns)
    // A character that is written as two is there whole or not at all.
    expect(renameNode(turns, 'queue', `${'q'.repeat(59)}😀`).nodes[1]?.name).toBe('q'.repeat(59))
    expect(setTitle(turns, `${'t'.repeat(119)}😀`).title).toBe('t'.repeat(119))
    expect(moveNode(turns, 'queue', 11, -1).nodes[1]).toMatchObject({ x: 12, y: 0 })
    expect(moveNode(turns, 'queue', Number.NaN, 0)).toBe(turns)
    expect(setSeed(turns, 4_294_967_296)).toBe(turns)
    expect(setSeed(turns, 9).seed).toBe(9)
    expect(setDuration(turns, 0)).toBe(turns)
    expect(setDuration(turns, 300).durationSeconds).toBe(300)
    expect(setTitle(turns, ' Mine ').title).toBe('Mine')
  })
})

describe('what an edit means for the run', () => {
  test.each([
    ['none', 'nothing', (s: Scenario) => s],
    ['none', 'a copy', (s: Scenario) => JSON.parse(JSON.stringify(s)) as Scenario],
    ['none', 'a place', (s: Scenario) => moveNode(s, 'queue', 0, 0)],
    ['none', 'a name', (s: Scenario) => renameNode(s, 'queue', 'Mine')],
    ['none', 'a title', (s: Scenario) => setTitle(s, 'Mine')],
    ['rerun', 'a seed', (s: Scenario) => setSeed(s, 9)],
    ['rerun', 'a length', (s: Scenario) => setDuration(s, 9)],
    ['rerun', 'a start value', (s: Scenario) => setField(s, 'queue', 'batchLimit', 5, 0)],
    ['rerun', 'a step', (s: Scenario) => setField(s, 'queue', 'batchLimit', 5, 9)],
    ['rerun', 'a step less', (s: Scenario) => ({ ...s, interventions: s.interventions.slice(1) })],
    ['rerun', 'a node', (s: Scenario) => addNode(s, 'queue', 0, 0)],
    ['rerun', 'a link less', (s: Scenario) => disconnect(s, 'queue', 'workers')],
  ] as const)('%s for %s', (effect, _, edit) => {
    expect(editEffect(turns, edit(turns))).toBe(effect)
  })
})
