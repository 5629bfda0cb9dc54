import { expect, test } from 'vitest'
import {
  decodeLink,
  defaultNode,
  editEffect,
  encodeLink,
  parseScenario,
  setLinkKeys,
} from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'

const nodes = [
  defaultNode('producer', 'producer', 0, 0),
  defaultNode('topic', 'topic', 200, 0),
  defaultNode('queue', 'a', 400, 0),
  defaultNode('queue', 'b', 400, 200),
]
const document = (keys?: unknown, from = 'topic', to = 'a') => ({
  ...{ version: 1, nodes, durationSeconds: 10 },
  links: [
    { from: 'producer', to: 'topic' },
    { from, to, ...(keys !== undefined && { keys }) },
    { from: 'topic', to: 'b' },
  ],
})

function read(input: unknown): { scenario: Scenario; dropped: string[] } {
  const result = parseScenario(input)
  if (!result.ok) throw new Error(result.message)
  return result
}

test('a link from a topic keeps the keys that its queue wants, in the document, in an address and in the plan', async () => {
  const { scenario, dropped } = read(document('rome, os*'))
  expect(dropped).toEqual([])
  expect(scenario.links[1]).toEqual({ from: 'topic', to: 'a', keys: 'rome, os*' })
  const opened = await decodeLink(await encodeLink(scenario, 1, 0))
  expect(opened.ok && opened.scenario).toEqual(scenario)
  expect(compile(scenario).nodes[0]).toMatchObject({
    subscriptions: [
      { queue: 0, keys: ['rome', 'os*'] },
      { queue: 1, keys: [] },
    ],
  })
})

test('a list without keys is no filter, and only topics and producers have filters', () => {
  expect(read(document(' , ')).scenario.links[1]).toEqual({ from: 'topic', to: 'a' })
  const routed = read(document('rome', 'producer', 'a')).scenario
  expect(routed.links[1]).toEqual({ from: 'producer', to: 'a', keys: 'rome' })
  expect(compile(routed).links).toMatchObject([{ toNode: 0 }, { toQueue: 0, keys: ['rome'] }])
  expect(compile(routed).producers[0]!.followsReach).toBe(true)
  const other = read({ ...document(), links: [{ from: 'a', to: 'b', keys: 'rome' }] })
  expect(other.scenario.links).toEqual([{ from: 'a', to: 'b' }])
  expect(other.dropped).toHaveLength(1)
})

test('a filter is turned like everything else: another one runs again, the same one is no edit', () => {
  const { scenario } = read(document('rome'))
  const turned = setLinkKeys(scenario, 'topic', 'a', 'oslo')
  expect(turned.links[1]).toEqual({ from: 'topic', to: 'a', keys: 'oslo' })
  expect(editEffect(scenario, turned)).toBe('rerun')
  expect(setLinkKeys(scenario, 'topic', 'a', 'rome')).toBe(scenario)
  expect(setLinkKeys(turned, 'topic', 'a', '').links[1]).toEqual({ from: 'topic', to: 'a' })
  expect(setLinkKeys(scenario, 'topic', 'nowhere', 'rome')).toBe(scenario)
})

test('SNS.03 the quota of a run is that of its Region', () => {
  const { scenario } = read(document())
  expect(compile(scenario).publishQuota).toEqual({ messagesPerSecond: 30_000, standardPerSecond: 0 })
  const north = read({ ...document(), region: 'eu-north-1' }).scenario
  expect(compile(north).publishQuota).toEqual({ messagesPerSecond: 3000, standardPerSecond: 300 })
})
