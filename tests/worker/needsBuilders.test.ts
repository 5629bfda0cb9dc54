import { expect, test } from 'vitest'
import { createEngineWith } from '../../src/engine/index.ts'
import { defaultNode, NODE_KINDS } from '../../src/scenario/index.ts'
import type { ScenarioNode } from '../../src/scenario/scenario.ts'
import { needsBuilders } from '../../src/worker/compile/needsBuilders.ts'
import { compile } from '../../src/worker/compile.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'

test('a built-in scene that is said to need no more models runs without them', () => {
  const plain = LIBRARY.map(({ id }) => builtIn(id)!).filter((scenario) => !needsBuilders(scenario))
  expect(plain.map(({ id }) => id)).toContain('one-shard')
  for (const scenario of plain) expect(createEngineWith(compile(scenario), 1, null).run(1e6, Infinity)).toBe('reached')
})

test('every kind but producers, streams and their plain readers waits for its model', () => {
  const scenario = builtIn('one-shard')!
  const waits = NODE_KINDS.filter((kind) =>
    needsBuilders({ ...scenario, nodes: [...scenario.nodes, defaultNode(kind, 'more', 0, 0)] }),
  )
  expect(NODE_KINDS.filter((kind) => !waits.includes(kind))).toEqual(['producer', 'stream', 'application', 'note'])
})

test.each([
  ['producer', { profile: 'wave' }],
  ['application', { reading: 'fanOut' }],
  ['application', { workInBatch: 'parallel' }],
  ['stream', { capacityMode: 'onDemandStandard' }],
] as const)('so does a %s with %o', (kind, fields) => {
  const scenario = builtIn('one-shard')!
  const nodes = scenario.nodes.map((node) => (node.kind === kind ? { ...node, ...fields } : node)) as ScenarioNode[]
  expect(needsBuilders({ ...scenario, nodes })).toBe(true)
  expect(() => createEngineWith(compile({ ...scenario, nodes }), 1, null)).toThrow(TypeError)
})
