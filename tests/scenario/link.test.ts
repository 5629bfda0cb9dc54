import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLink, diffLink, encodeLink, moveNode, setDuration, setField, setSeed } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { scenarios } from './arbitraries.ts'
import { eightNodes } from './fixtures/eightNodes.ts'
import { builtIn, LIBRARY } from './sixScenes.ts'

function required(id: string): Scenario {
  const scenario = builtIn(id)
  if (scenario === null) throw new Error(`no scenario ${id}`)
  return scenario
}

async function opened(hash: string) {
  const result = await decodeLink(hash)
  if (!result.ok) throw new Error(`${result.kind}: ${result.message}`)
  return result
}

describe('the whole scenario in a link', () => {
  test('decode(encode(s)) is s, at its moment, with its engine', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.integer({ min: 0, max: 99_999 }), async (scenario, engine) => {
        const t = scenario.durationSeconds / 3
        const { tSeconds, ...rest } = await opened(await encodeLink(scenario, engine, t))
        expect(rest).toEqual({ ok: true, scenario, engine, dropped: [] })
        expect(Math.abs(tSeconds - t)).toBeLessThanOrEqual(5e-7)
      }),
      { numRuns: 120 },
    )
  })

  test('a link that was opened gives the same link', async () => {
    const link = await encodeLink(eightNodes(), 3, 12.5)
    const { scenario, tSeconds, engine } = await opened(link)
    expect(await encodeLink(scenario, engine ?? 0, tSeconds)).toBe(link)
  })

  test('eight nodes with five steps take under 900 characters that an address may hold', async () => {
    const link = await encodeLink(eightNodes(), 12, 432.25)
    expect((await opened(link)).scenario).toEqual(eightNodes())
    expect(link).toMatch(/^#s=1\.12\.[A-Za-z0-9_-]+&t=432\.25$/)
    expect(link.length).toBeLessThan(900)
  })

  test('the words of a built-in scenario are not carried, changed ones are', async () => {
    const moved = moveNode(required('taking-turns'), 'queue', 300, 300)
    const renamed = { ...moved, title: 'Mine', brief: { ...moved.brief, question: 'Mine?' } }
    expect((await opened(await encodeLink(moved, 1, 0))).scenario).toEqual(moved)
    expect((await opened(await encodeLink(renamed, 1, 0))).scenario).toEqual(renamed)
    expect((await encodeLink(moved, 1, 0)).length).toBeLessThan(450)
  })
})

describe('a difference from a built-in scenario', () => {
  const shards = required('two-shards')

  test('typed by hand: bare names, names with their node, units, seed and moment', async () => {
    const result = await opened('#scenario=two-shards&rate=4k&stream.shards=4&recordBytes=2%20KiB&seed=7&t=12.5')
    const expected = setSeed(
      setField(
        setField(setField(shards, 'producer', 'rate', 4000, 0), 'stream', 'shards', 4, 0),
        'producer',
        'recordBytes',
        2048,
        0,
      ),
      7,
    )
    expect(result).toEqual({ ok: true, scenario: expected, tSeconds: 12.5, engine: null, dropped: [] })
  })

  test('written: the shortest names that say it', () => {
    expect(diffLink(shards)).toBe('#scenario=two-shards')
    expect(diffLink(setSeed(setField(shards, 'producer', 'rate', 4000, 0), 7))).toBe(
      '#scenario=two-shards&rate=4000&seed=7',
    )
    const same = required('same-traffic')
    expect(diffLink(setField(same, 'workers', 'serviceMs', 250, 0))).toBe(
      '#scenario=same-traffic&workers.serviceMs=250',
    )
    expect(diffLink(setField(same, 'producer', 'keyList', 'a=b&c, d+e %20 ü', 0))).toBe(
      '#scenario=same-traffic&keyList=a%3Db%26c%2C%20d%2Be%20%2520%20%C3%BC',
    )
  })

  test('the door of the app and its link agree', async () => {
    expect(await encodeLink(setField(shards, 'producer', 'rate', 4000, 0), 5, 60)).toBe(
      '#scenario=two-shards&rate=4000&t=60&engine=5',
    )
    expect((await opened('#scenario=two-shards&rate=4000&t=60&engine=5')).engine).toBe(5)
  })

  test('anything else needs the whole scenario', () => {
    expect(diffLink(moveNode(shards, 'stream', 0, 0))).toBeNull()
    expect(diffLink(setDuration(shards, 9))).toBeNull()
    expect(diffLink(setField(shards, 'producer', 'rate', 4000, 5))).toBeNull()
    expect(diffLink({ ...shards, id: 'gone' })).toBeNull()
    expect(diffLink(eightNodes())).toBeNull()
    const turns = required('taking-turns')
    expect(diffLink({ ...turns, interventions: [] })).toBeNull()
  })

  test('every start value of every built-in scenario goes there and back', async () => {
    for (const { id } of LIBRARY) {
      await fc.assert(
        fc.asyncProperty(changed(required(id)), async (scenario) => {
          expect((await opened(await encodeLink(scenario, 1, 0))).scenario).toEqual(scenario)
        }),
        { numRuns: 15 },
      )
    }
  })

  test('what cannot be read is left out and listed, the rest opens', async () => {
    const result = await opened('#scenario=two-shards&rate=1e9&colour=red&gone.rate=5&seed=-1&t=soon&stream.shards=3')
    expect(result.scenario).toEqual(setField(shards, 'stream', 'shards', 3, 0))
    expect(result.dropped).toEqual([
      'rate: rate is 1000000000; it must lie between 0 records/s and 100,000 records/s.',
      'No node has a field colour. Nodes: producer, stream, reader.',
      'There is no node gone. Nodes: producer, stream, reader.',
      'seed must be a whole number from 0 to 4,294,967,295.',
      't must be a number of seconds.',
    ])
  })

  test('a moment beyond the end is the end', async () => {
    expect((await opened('#scenario=two-shards&t=9999')).tSeconds).toBe(120)
  })

  test('an unknown scenario is told, and so is a link without one', async () => {
    expect(await decodeLink('#scenario=three-shards')).toEqual({
      ok: false,
      kind: 'unknown',
      message: 'There is no built-in scenario three-shards.',
    })
    expect(await decodeLink('')).toEqual({ ok: false, kind: 'unknown', message: 'This link holds no scenario.' })
  })
})

function changed(scenario: Scenario): fc.Arbitrary<Scenario> {
  return scenarios.map((donor) => {
    let result = setSeed(scenario, donor.seed)
    // Values of a random scenario's nodes, set on the nodes of the same kind here.
    for (const node of scenario.nodes) {
      const other = donor.nodes.find((one) => one.kind === node.kind)
      for (const [name, value] of Object.entries(other ?? {})) {
        if (name !== 'workers' && (typeof value === 'number' || typeof value === 'string'))
          result = setField(result, node.id, name, value, 0)
      }
    }
    return result
  })
}
