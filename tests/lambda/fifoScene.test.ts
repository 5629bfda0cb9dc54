import { expect, test } from 'vitest'
import { createEngine, NODE_GAUGES } from '../../src/engine/index.ts'
import { connect, defaultNode } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'

// A batch of 10 would mix the groups as their messages come, and hold several of them: then fewer run at once.
test('W37 LSQ.11 as a scene: a producer of 6 keys, a FIFO queue, a function with a maximum concurrency of 10', () => {
  const nodes: Scenario['nodes'] = [
    { ...defaultNode('producer', 'shop', 0, 0), rate: 60, keys: 'even', keyCount: 6, batchRecords: 10, lingerMs: 100 },
    { ...defaultNode('fifoQueue', 'line', 300, 0), visibilityTimeoutSeconds: 900 },
    {
      ...defaultNode('lambda', 'function', 600, 0),
      ...{ batchMs: 600_000, timeoutSeconds: 900, maximumConcurrency: 10, messagesPerBatch: 1 },
    },
  ]
  const empty: Scenario = {
    ...{ version: 1, title: '', seed: 1, durationSeconds: 300, nodes, links: [], interventions: [] },
    brief: { question: '', watchFor: '', tryThis: [] },
  }
  const scene = connect(connect(empty, 'shop', 'line'), 'line', 'function')
  expect(scene.links).toHaveLength(2)
  const engine = createEngine(compile(scene), 1)
  engine.run(60e6, Number.POSITIVE_INFINITY)
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[1]!.writeGauges(engine.now, out, 0)
  const gauge = (name: string) => out[NODE_GAUGES.lambda.indexOf(name)]
  expect(gauge('concurrent')).toBe(6)
  expect(gauge('throttledTotal')).toBe(0)
})
