import { expect, test } from 'vitest'
import { runScenario } from '../../src/cli/sim/runScenario.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { sameArrivals } from '../../src/scenario/compare/arrivals.ts'
import { comparedIn } from '../../src/scenario/compare/designs.ts'
import { alone, sideBySide, sideBySideRefusal } from '../../src/scenario/compare/sideBySide.ts'
import { decodeLink, encodeLink, estimateOf, problems, setField } from '../../src/scenario/index.ts'
import { loadCatalogue } from '../../src/scenario/library/catalogue.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../src/state/gaugeReader.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'

const SCENES = (await loadCatalogue()).map((scenario) => ({ id: scenario.id ?? '', scenario }))
const scene = (id: string) => SCENES.find((one) => one.id === id)!.scenario
const sent = ({ scenario }: { scenario: Scenario }) => scenario.nodes.some(({ kind }) => kind === 'producer')

/** Long enough for some thousand records, and for two calls of the slow ones. */
const secondsOf = (scenario: Scenario) =>
  Math.min(20, Math.max(2, (2000 * scenario.durationSeconds) / estimateOf(scenario).records))

/** All gauges of a node at the end of a run, by their names. */
function gaugesOf(scenario: Scenario, engine: Engine) {
  const ids = scenario.nodes.map(({ id }) => id)
  const layout = layoutOf(ids, engine)
  const values = new Float64Array(layout.gaugeCount)
  engine.readGauges(values)
  return (id: string) => {
    const node = layout.nodes.find((one) => one.id === id)
    if (node === undefined) throw new Error(id)
    const rows = Array.from({ length: node.rowCount }, (_, row) =>
      node.rowNames.map((name) => [row, name, values[gaugeIndex(node, name, row)]]),
    )
    return { own: node.names.map((name) => [name, values[gaugeIndex(node, name)]]), rows }
  }
}

test.each(SCENES.filter(sent))('$id beside itself: both do the same, to the last gauge', ({ scenario }) => {
  const both = sideBySide(scenario, scenario, 'Once more', 'same')
  expect(sideBySideRefusal(scenario, scenario, 'same')).toBeNull()
  const read = gaugesOf(both, runScenario(both, secondsOf(scenario)))
  const copies = both.against!.nodes.filter(([, as]) => as !== '')
  expect(copies).toHaveLength(scenario.nodes.filter(({ kind }) => kind !== 'producer' && kind !== 'note').length)
  for (const [id, as] of copies) expect(read(id), `${id} beside ${as}`).toEqual(read(as))
})

/** Of every record that a node stored its number, moment and bytes; in what order they came does not matter here. */
function storedBy(scenario: Scenario, seconds: number): (id: string) => string[] {
  const engine = createEngine(compile(scenario), scenario.seed)
  const made = new Map<number, string>()
  const stored: [node: string, record: string][] = []
  engine.watch({
    note(step, reference, node, _row, detail, now) {
      if (step === 'made') made.set(reference, `record ${reference} at ${now} of ${detail} B`)
      if (step === 'stored') stored.push([node, made.get(reference)!])
    },
  })
  engine.run(seconds * 1e6, Number.POSITIVE_INFINITY)
  return (id) => stored.flatMap(([node, record]) => (node === id ? [record] : [])).sort()
}

test('two scenes on the traffic of the first: what both stores took is equal, byte for byte', () => {
  const both = sideBySide(scene('one-shard'), scene('taking-turns'), 'Taking turns', 'same')
  expect(comparedIn(both)?.arrivals).toBe('equal')
  const stored = storedBy(both, 60)
  const [queue] = both.against!.nodes.find(([, as]) => as === 'queue')!
  expect(stored('stream').length).toBeGreaterThan(50)
  expect(stored(queue)).toEqual(stored('stream'))
})

test('the first design runs as it ran alone, and the second, with its own traffic, as it ran alone', () => {
  const [here, there] = [scene('checkpoints'), scene('poison-queue')]
  const both = sideBySide(here, there, 'A queue', 'own')
  expect(comparedIn(both)?.arrivals).toBe('own')
  const seconds = 60
  const read = gaugesOf(both, runScenario(both, seconds))
  const first = gaugesOf(here, runScenario(here, seconds))
  for (const { id } of here.nodes) expect(read(id), id).toEqual(first(id))
  const seeded = { ...there, seed: here.seed }
  const second = gaugesOf(seeded, runScenario(seeded, seconds))
  for (const [id, as] of both.against!.nodes) if (as !== '') expect(read(id), as).toEqual(second(as))
})

test('a version with another way of sending is sent the same; one with another rate is not, and that is said', () => {
  const now = scene('fifo-limit')
  const batches = setField(now, now.nodes[0]!.id, 'batchRecords', 1, 0)
  const faster = setField(now, now.nodes[0]!.id, 'rate', 17, 0)
  expect([sameArrivals(now, batches), sameArrivals(now, faster)]).toEqual([true, false])
  const arrivals = (version: Scenario) => comparedIn(sideBySide(now, version, 'Before', 'own'))?.arrivals
  expect([arrivals(batches), arrivals(faster)]).toEqual(['equal', 'own'])
})

test('what stands side by side travels in a link, has no new problem, and can be taken away again', async () => {
  for (const id of ['two-teams', 'poison-lambda', 'count-on-stream']) {
    const here = scene('same-traffic')
    const both = sideBySide(here, scene(id), 'The other', 'same')
    expect(await decodeLink(await encodeLink(both, 1, 0))).toMatchObject({ ok: true, dropped: [], scenario: both })
    expect(alone(both)).toEqual(here)
    expect(problems(both).length).toBeLessThanOrEqual(problems(here).length + problems(scene(id)).length)
  }
})

test('why two cannot stand side by side', () => {
  const one = scene('one-shard')
  const unsent = { ...one, nodes: one.nodes.filter(({ kind }) => kind !== 'producer'), links: one.links.slice(1) }
  expect(sideBySideRefusal(unsent, one, 'same')).toBe('No producer of this scene sends anything.')
  expect(sideBySideRefusal(one, unsent, 'same')).toBe('Nothing in the other scene takes what a producer sends.')
  expect(sideBySideRefusal(one, { ...one, nodes: [] }, 'own')).toBe('Nothing stands there yet.')
  const both = sideBySide(one, one, 'Again', 'same')
  expect(sideBySideRefusal(both, one, 'same')).toBe('Two designs stand side by side already.')
  expect(sideBySide(both, one, 'Again', 'same')).toBe(both)
  const many = { ...one, nodes: Array.from({ length: 40 }, (_, i) => ({ ...one.nodes[1]!, id: `stream-${i}` })) }
  expect(sideBySideRefusal(many, many, 'own')).toMatch(/64 nodes/)
})
