import { expect, test } from 'vitest'
import { nextAlongLinks, nextInOrder } from '../../src/canvas/followLinks.ts'
import { differsFromAws } from '../../src/canvas/notAws.ts'
import { deadWorkers, interventionsUntil, presentScenario } from '../../src/canvas/playheadValues.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from '../scenario/sixScenes.ts'

const many = builtIn('many-readers')!
const id = (kind: string, index = 0) => many.nodes.filter((node) => node.kind === kind)[index]!.id

test('arrows follow the links of the flow, and its columns up and down', () => {
  expect(nextAlongLinks(many, id('producer'), 'ArrowRight')).toBe(id('stream'))
  expect(nextAlongLinks(many, id('stream'), 'ArrowLeft')).toBe(id('producer'))
  const reached = new Set<string>()
  let at = nextAlongLinks(many, id('stream'), 'ArrowRight')!
  for (let up = nextAlongLinks(many, at, 'ArrowUp'); up !== null; up = nextAlongLinks(many, at, 'ArrowUp')) at = up
  for (let next: string | null = at; next !== null; next = nextAlongLinks(many, next, 'ArrowDown')) reached.add(next)
  expect([...reached].sort()).toEqual([id('application', 0), id('application', 1), id('application', 2)].sort())
  expect(nextAlongLinks(many, id('producer'), 'ArrowLeft')).toBeNull()
})

test('Page Down comes to every node, linked or not, and Page Up goes the same way back', () => {
  const lone = { ...defaultNode('note', 'lone', 100, 900), name: 'Lone' }
  const scene: Scenario = { ...many, nodes: [...many.nodes, lone] }
  const way: string[] = []
  for (let at = id('producer'); !way.includes(at); at = nextInOrder(scene, at, 1)!) way.push(at)
  expect(way.toSorted()).toEqual(scene.nodes.map((node) => node.id).toSorted())
  for (const [i, at] of way.entries()) expect(nextInOrder(scene, at, -1)).toBe(way.at(i - 1))
})

test('the drawing shows the values of the playhead', () => {
  const queueing = builtIn('taking-turns')!
  const pool = queueing.nodes.find((node) => node.kind === 'pool')!.id
  const interventions: Intervention[] = [
    { at: 10e6, node: pool, action: 'set', field: 'serviceMs', value: 5 },
    { at: 20e6, node: pool, action: 'crash', worker: 1 },
    { at: 30e6, node: pool, action: 'start', worker: 1 },
  ]
  const scenario: Scenario = { ...queueing, interventions }
  expect([5, 10, 25, 99].map((seconds) => interventionsUntil(scenario, seconds * 1e6))).toEqual([0, 1, 2, 3])
  expect(presentScenario(scenario, 0)).toBe(scenario)
  expect(presentScenario(scenario, 1).nodes.find((node) => node.id === pool)).toMatchObject({ serviceMs: 5 })
  expect([19, 20, 29, 30].map((seconds) => deadWorkers(scenario, pool, seconds * 1e6))).toEqual([[], [1], [1], []])
})

test('a node is marked when a limit of it is not AWS’s', () => {
  const stream = defaultNode('stream', 's', 0, 0)
  expect(differsFromAws(stream, many)).toBe(false)
  expect(differsFromAws({ ...stream, writeRecordsPerSecond: 10 } as typeof stream, many)).toBe(true)
  expect(differsFromAws({ ...stream, retentionHours: 48 } as typeof stream, many)).toBe(false)
  expect(differsFromAws(defaultNode('application', 'a', 0, 0), many)).toBe(false)
})

test('SQS.03 what is AWS’s limit depends on the profile of the scenario', () => {
  const queue = defaultNode('queue', 'q', 0, 0)
  const article: Scenario = { ...many, profile: 'article' }
  expect([differsFromAws(queue, many), differsFromAws(queue, article)]).toEqual([false, true])
  expect(differsFromAws({ ...queue, messageBytesLimit: 262_144 }, article)).toBe(false)
})
