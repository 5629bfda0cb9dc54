import { expect, test } from 'vitest'
import { alignNodes } from '../../src/scenario/alignNodes.ts'
import { addNode, editEffect, removeNodes, setField } from '../../src/scenario/index.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { insertPart, partOf } from '../../src/scenario/parts.ts'
import { arranged } from '../../src/state/workbench/layoutOfLinks.ts'
import { builtIn } from './sixScenes.ts'

const scene = () => builtIn('taking-turns')!

test('a part of a scene is a document that can be read, with the links among its nodes alone', () => {
  const one = builtIn('one-shard')!
  const part = partOf(one, ['stream', 'reader'])
  expect(part.links).toEqual([{ from: 'stream', to: 'reader' }])
  const parsed = parseScenario(JSON.parse(JSON.stringify(part)))
  expect(parsed).toEqual({ ok: true, scenario: part, dropped: [] })
})

test('a part that is put in gets free ids and names, keeps its links and its values, and moves', () => {
  const one = builtIn('one-shard')!
  const { scenario, ids } = insertPart(one, partOf(one, ['stream', 'reader']), { x: 24, y: 24 })
  expect(ids).toEqual(['stream-2', 'application'])
  expect(scenario.nodes.slice(3).map(({ name, x, y }) => [name, x, y])).toEqual([
    ['Orders 2', 236, 220],
    ['Reader 2', 764, 240],
  ])
  expect(scenario.links.at(-1)).toEqual({ from: 'stream-2', to: 'application' })
  const again = insertPart(scenario, partOf(scenario, ['stream-2']), { x: 0, y: 0 })
  expect(again.scenario.nodes.at(-1)?.name).toBe('Orders 3')
})

test('a part larger than what a scene may hold is put in as far as there is room', () => {
  let full = scene()
  for (let i = 0; i < 8; i += 1)
    full = insertPart(
      full,
      partOf(
        full,
        full.nodes.map(({ id }) => id),
      ),
      { x: 10, y: 10 },
    ).scenario
  expect(full.nodes.length).toBe(64)
  expect(parseScenario(JSON.parse(JSON.stringify(full))).ok).toBe(true)
})

test('aligned boxes share an edge or a middle, and equal gaps are equal', () => {
  const one = builtIn('one-shard')!
  const boxes = new Map(
    one.nodes.map(({ id, x, y }, i) => [id, { x, y: y + i * 40, width: 100 + i * 50, height: 60 + i * 20 }] as const),
  )
  expect(alignNodes(one, boxes, 'top').nodes.map(({ y }) => y)).toEqual([210, 210, 210])
  const middles = alignNodes(one, boxes, 'middle').nodes.map(({ id, y }) => y + (boxes.get(id)?.height ?? 0) / 2)
  expect(new Set(middles).size).toBe(1)
  const spread = alignNodes(one, boxes, 'spreadAcross').nodes
  const gap = (a: number, b: number) =>
    (spread[b]?.x ?? 0) - (spread[a]?.x ?? 0) - (boxes.get(spread[a]?.id ?? '')?.width ?? 0)
  expect(Math.abs(gap(0, 1) - gap(1, 2))).toBeLessThanOrEqual(2)
})

test('arranging puts what follows a link to the right of what it comes from, and nothing over another', () => {
  const { nodes, links } = builtIn('same-traffic')!
  const boxes = new Map(nodes.map(({ id }) => [id, { x: 0, y: 0, width: 200, height: 120 }] as const))
  const places = arranged(boxes, links)
  for (const { from, to } of links) expect(places.get(to)!.x).toBeGreaterThan(places.get(from)!.x + 200)
  const all = [...places.values()]
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1))
      expect(Math.abs(a.x - b.x) >= 200 || Math.abs(a.y - b.y) >= 120, JSON.stringify([a, b])).toBe(true)
  })
})

test('a note can be put down, written, and taken away, and the run does not begin again', () => {
  const one = builtIn('one-shard')!
  const noted = addNode(one, 'note', 20, 20)
  const written = setField(noted, 'note', 'text', 'Look at the caret.', 5_000_000)
  expect(written.nodes.at(-1)).toMatchObject({ kind: 'note', text: 'Look at the caret.' })
  expect(written.interventions).toEqual([])
  expect(editEffect(one, noted)).toBe('none')
  expect(editEffect(noted, written)).toBe('none')
  expect(editEffect(written, removeNodes(written, ['note']))).toBe('none')
  expect(editEffect(written, removeNodes(written, ['reader']))).toBe('rerun')
})
