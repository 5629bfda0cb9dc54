import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS, parseScenario } from '../../src/scenario/index.ts'
import { requireEveryStep, upgrade } from '../../src/scenario/upgraders.ts'
import { scenarios } from './arbitraries.ts'
import { builtIn } from './sixScenes.ts'

const base = JSON.parse(JSON.stringify(builtIn('taking-turns'))) as Record<string, unknown>
const nodes = base['nodes'] as Record<string, unknown>[]
const withNode = (index: number, change: object) => ({
  ...base,
  nodes: nodes.map((node, at) => (at === index ? { ...node, ...change } : node)),
})

function message(input: unknown): string {
  const read = parseScenario(input)
  return read.ok ? `read, left out: ${read.dropped.join(' | ')}` : `${read.kind}: ${read.message}`
}

describe('reading a document', () => {
  test('a sound one stays as it is', () => {
    expect(parseScenario(base)).toEqual({ ok: true, scenario: builtIn('taking-turns'), dropped: [] })
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario, dropped: [] })
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['nothing', undefined, 'damaged: This is not a Shardscope scenario.'],
    ['a list', [], 'damaged: This is not a Shardscope scenario.'],
    [
      'no version',
      { ...base, version: undefined },
      'damaged: This is not a Shardscope scenario: its version is missing.',
    ],
    [
      'a newer one',
      { ...base, version: 2 },
      'newer: This scenario has format 2; this page reads up to 1. Reload the page to get the newest one.',
    ],
    ['no nodes', { version: 1 }, 'damaged: Scenario.nodes must be of type array.'],
    ['a seed with a fraction', { ...base, seed: 1.5 }, 'damaged: Scenario.seed must be a whole number.'],
    [
      'a run of a year',
      { ...base, durationSeconds: 31_536_000 },
      'damaged: Scenario.durationSeconds must be at most 604800.',
    ],
    [
      'an unknown kind',
      withNode(0, { kind: 'toaster' }),
      `damaged: Node 1.kind must be one of ${NODE_KINDS.join(', ')}.`,
    ],
    ['a node far away', withNode(0, { x: 1e9 }), 'damaged: Node 1.x must be at most 100000.'],
    ['too long a name', withNode(0, { name: 'n'.repeat(61) }), 'hostile: Node 1.name must be at most 60 characters.'],
    ['65 nodes', { ...base, nodes: Array(65).fill(nodes[0]) }, 'hostile: Scenario.nodes must be at most 64 entries.'],
    ['129 links', { ...base, links: Array(129).fill({}) }, 'hostile: Scenario.links must be at most 128 entries.'],
    [
      '501 steps',
      { ...base, interventions: Array(501).fill({}) },
      'hostile: Scenario.interventions must be at most 500 entries.',
    ],
    [
      'too high a value',
      withNode(1, { visibilityTimeoutSeconds: 50_000 }),
      'damaged: Node queue: visibilityTimeoutSeconds is 50000; it must lie between 0 s and 12 h.',
    ],
    ['text for a number', withNode(0, { rate: '4000' }), 'damaged: Node producer: rate must be a number.'],
    [
      'half a worker',
      withNode(2, { workers: 2.5 }),
      'damaged: Node workers: workers is 2.5; it must be a whole number.',
    ],
    [
      'an unknown word',
      withNode(0, { keys: 'random' }),
      'damaged: Node producer: keys must be one of even, zipf, hottest, list.',
    ],
    [
      'too long a list',
      withNode(0, { keyList: 'k'.repeat(10_001) }),
      'damaged: Node producer: keyList has 10001 characters; at most 10000 fit.',
    ],
    [
      'half a character',
      withNode(0, { keyPrefix: '\ud800' }),
      'damaged: Node producer: keyPrefix holds half a character.',
    ],
    [
      'a step with a bad value',
      { ...base, interventions: [{ at: 5, node: 'queue', action: 'set', field: 'batchLimit', value: 0 }] },
      'damaged: Step 1, node queue: batchLimit is 0; it must lie between 1 message and 100 messages.',
    ],
    [
      'a step before the start',
      { ...base, interventions: [{ at: -5, node: 'queue', action: 'purge' }] },
      'damaged: Step 1.at must be at least 0.',
    ],
    [
      'an unknown step',
      { ...base, interventions: [{ at: 5, node: 'queue', action: 'explode' }] },
      'damaged: Step 1.action has a value that is not known.',
    ],
  ])('%s is refused', (_, input, expected) => {
    expect(message(input)).toBe(expected)
  })

  test.each([
    [
      'unknown properties',
      { ...base, colour: 1, brief: { question: 'Why?', answer: 42 } },
      'Scenario: colour is not known | Brief: answer is not known',
    ],
    ['an unknown field', withNode(1, { visibility: 3 }), 'queue: visibility is not known'],
    [
      'a name that all objects have',
      { ...base, nodes: [...nodes, { kind: 'queue', id: 'constructor' }] },
      'Node 4: constructor is not a name that a node can have',
    ],
    [
      'a name twice',
      { ...base, nodes: [...nodes, { kind: 'queue', id: 'queue' }] },
      'Node queue: there is one of this name already',
    ],
    [
      'a dangling link',
      { ...base, links: [{ from: 'producer', to: 'gone' }] },
      'Link from producer to gone: One end of the link does not exist.',
    ],
    [
      'wrong wiring',
      { ...base, links: [{ from: 'producer', to: 'workers' }] },
      'Link from producer to workers: A producer sends to a node that takes records.',
    ],
    [
      'a link twice',
      { ...base, links: [...(base['links'] as object[]), { from: 'queue', to: 'workers' }] },
      'Link from queue to workers: These two are linked already.',
    ],
    [
      'a step for nobody',
      { ...base, interventions: [{ at: 5, node: 'gone', action: 'purge' }] },
      'Step 1: there is no node gone',
    ],
    [
      'a step that does not fit',
      { ...base, interventions: [{ at: 5, node: 'workers', action: 'purge' }] },
      'Step 1: purge does not fit Packers',
    ],
    [
      'a worker that is not there',
      { ...base, interventions: [{ at: 5, node: 'workers', action: 'crash', worker: 3 }] },
      'Step 1: Packers has no worker 4',
    ],
    [
      'a turn of structure',
      { ...base, interventions: [{ at: 5, node: 'workers', action: 'set', field: 'workers', value: 3 }] },
      'Step 1: workers cannot be turned during a run',
    ],
  ])('%s: left out and listed', (_, input, dropped) => {
    expect(message(input)).toBe(`read, left out: ${dropped}`)
  })

  test('what is missing takes its default', () => {
    const read = parseScenario({ version: 1, nodes: [{ kind: 'queue', id: 'q' }] })
    expect(read.ok && read.scenario).toMatchObject({
      title: 'Untitled',
      seed: 1,
      durationSeconds: 120,
      links: [],
      interventions: [],
      brief: { question: '', watchFor: '', tryThis: [] },
    })
    expect(read.ok && read.scenario.nodes[0]).toMatchObject({ name: 'Queue', x: 0, y: 0, visibilityTimeoutSeconds: 30 })
  })

  test('steps are put in the order of their times, equal times keep theirs', () => {
    const step = (at: number, worker: number) => ({ at, node: 'workers', action: 'crash', worker })
    const read = parseScenario({ ...base, interventions: [step(9, 0), step(5, 1), step(9, 2), step(5, 0)] })
    expect(read.ok && read.scenario.interventions.map((one) => [one.at, 'worker' in one && one.worker])).toEqual([
      [5, 1],
      [5, 0],
      [9, 0],
      [9, 2],
    ])
  })

  test('properties called __proto__ change nothing but the list', () => {
    const hostile = JSON.parse(
      '{"version":1,"__proto__":{"polluted":1},"nodes":[{"kind":"queue","id":"q","__proto__":{"polluted":1}},{"kind":"queue","id":"__proto__"}],"links":[{"from":"q","to":"__proto__"}]}',
    )
    expect(message(hostile)).toBe(
      'read, left out: Scenario: __proto__ is not known | q: __proto__ is not known | Node 2: __proto__ is not a name that a node can have | Link from q to __proto__: One end of the link does not exist.',
    )
    expect('polluted' in {}).toBe(false)
  })

  test('a file with a million unknown properties lists a few', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 0]))
    const read = parseScenario({ ...base, ...many })
    expect(read.ok && read.dropped.length).toBe(41)
  })

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withSparseArray: true }),
        (anything) => typeof parseScenario(anything).ok === 'boolean',
      ),
    )
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
      },
    )
    expect(parseScenario(trap).ok).toBe(false)
  })

  test('nothing inside a sound document makes it throw, and what is read can be read again', () => {
    fc.assert(
      fc.property(scenarios, fc.jsonValue(), fc.nat(), (scenario, junk, at) => {
        const document = JSON.parse(JSON.stringify(scenario)) as unknown
        const places = placesOf(document)
        const place = places[at % places.length]
        if (place !== undefined) place.holder[place.key] = junk
        const read = parseScenario(document)
        if (read.ok) expect(parseScenario(read.scenario)).toEqual({ ok: true, scenario: read.scenario, dropped: [] })
        else expect(read.message).toMatch(/^[A-Z].*\.$/s)
      }),
      { numRuns: 150 },
    )
  })
})

type Place = { holder: Record<string, unknown>; key: string }

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])])
}

describe('upgraders', () => {
  const to2 = (document: Record<string, unknown>) => ({ ...document, version: 2, two: true })
  const to3 = (document: Record<string, unknown>) => ({ ...document, version: 3, three: true })

  test('an older document climbs every step', () => {
    expect(upgrade({ version: 1 }, { 2: to2, 3: to3 }, 3)).toEqual({
      ok: true,
      document: { version: 3, two: true, three: true },
    })
    expect(upgrade({ version: 2 }, { 2: to2, 3: to3 }, 3)).toEqual({ ok: true, document: { version: 3, three: true } })
  })

  test('a missing step is found when the module loads', () => {
    expect(() => requireEveryStep({ 3: to3 }, 3)).toThrow('No upgrader leads to version 2 of the scenario')
    expect(() => requireEveryStep({ 2: to2, 3: to3 }, 3)).not.toThrow()
  })
})
