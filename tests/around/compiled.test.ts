import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { defaultNode, problems } from '../../src/scenario/index.ts'
import type { Intervention, Link, NodeKind, Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'

// The kinds around the services as a scenario has them: by name, in a person's units.

function node<K extends NodeKind>(
  kind: K,
  id: string,
  fields: Partial<Extract<ScenarioNode, { kind: K }>> = {},
): ScenarioNode {
  return { ...defaultNode(kind, id, 0, 0), ...fields } as ScenarioNode
}

function scenario(
  nodes: ScenarioNode[],
  links: [from: string, to: string][],
  interventions: Intervention[] = [],
): Scenario {
  return {
    version: 1,
    title: '',
    brief: { question: '', watchFor: '', tryThis: [] },
    seed: 1,
    durationSeconds: 120,
    nodes,
    links: links.map(([from, to]): Link => ({ from, to })),
    interventions,
  }
}

const gaugesOf = (made: Scenario, name: string) => {
  const engine = createEngine(compile(made), made.seed)
  engine.run(120e6, Number.POSITIVE_INFINITY)
  const found = engine.nodes.find(({ plan }) => plan.id === name)!
  const out = new Float64Array(engine.gaugeCount)
  found.writeGauges(engine.now, out, 0)
  return { engine, out }
}

test('a scene with all of them runs: function, database, counter, archive, replayed by a person', () => {
  const made = scenario(
    [
      node('producer', 'shop', { rate: 20 }),
      node('stream', 'stream'),
      node('queue', 'queue'),
      node('queue', 'failures'),
      node('lambda', 'function', { poisonRecord: 5, maximumRetryAttempts: 1, timeoutSeconds: 3 }),
      node('lambda', 'sender', { timeoutSeconds: 5 }),
      node('application', 'application'),
      node('downstream', 'database', { capacity: 4 }),
      node('aggregator', 'counter'),
      node('archive', 'archive', { replayPerSecond: 50 }),
    ],
    [
      ['shop', 'stream'],
      ['shop', 'queue'],
      ['shop', 'archive'],
      ['stream', 'function'],
      ['stream', 'application'],
      ['stream', 'counter'],
      ['queue', 'sender'],
      ['function', 'failures'],
      ['function', 'database'],
      ['application', 'database'],
      ['archive', 'queue'],
    ],
    [{ at: 60e6, node: 'archive', action: 'goTo', to: 30 }],
  )
  expect(problems(made)).toEqual([])
  const { engine, out } = gaugesOf(made, 'function')
  const records = engine.world.records.countOf(0)
  expect(records).toBe(2400)
  // One batch with the poison record went to the failures.
  expect(engine.queues[1]!.visible).toBe(1)
  expect(out[3]! + out[7]!).toBeGreaterThan(2300)
  // 30 s of 20 records were sent again.
  expect(gaugesOf(made, 'archive').out[5]).toBeGreaterThanOrEqual(600)
  expect(gaugesOf(made, 'counter').out[4]).toBe(0)
  expect(gaugesOf(made, 'database').out[0]).toBeGreaterThan(4000)
})
