import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { addNode, connect, problems } from '../../src/scenario/index.ts'
import type { ApplicationNode, Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { gauge } from './readers.ts'

const EMPTY: Scenario = {
  ...{ version: 1, title: '', seed: 1, durationSeconds: 30, nodes: [], links: [], interventions: [] },
  brief: { question: '', watchFor: '', tryThis: [] },
}

/** A stream of one shard with so many applications that are pushed, and two that poll. */
function scene(consumers: number, changes: Partial<ApplicationNode> = {}): Scenario {
  let scenario = addNode(addNode(EMPTY, 'producer', 0, 0), 'stream', 0, 0)
  for (let i = 0; i < consumers + 2; i++) scenario = addNode(scenario, 'application', 0, 0)
  const applications = scenario.nodes.filter(({ kind }) => kind === 'application')
  applications.slice(2).forEach((node) => Object.assign(node, { reading: 'fanOut', ...changes }))
  const nodes = scenario.nodes.map((node) =>
    node.kind === 'stream' ? { ...node, shards: 1 } : node.kind === 'producer' ? { ...node, rate: 20 } : node,
  )
  return applications.reduce(
    (all, { id }) => connect(all, 'stream', id),
    connect({ ...scenario, nodes }, 'producer', 'stream'),
  )
}

const told = (scenario: Scenario) =>
  problems(scenario).filter(({ factId }) => factId?.startsWith('KIN3') || factId?.startsWith('KIN2'))

describe('applications with enhanced fan-out in a scene', () => {
  test('KIN3.02 the 21st consumer of a stream is refused and reads nothing; the scene says so before', () => {
    expect(told(scene(20))).toEqual([])
    const scenario = scene(21)
    const [problem] = told(scenario)
    expect(problem).toMatchObject({ nodeId: 'application-23', field: 'reading', factId: 'KIN3.02' })
    expect(problem!.text).toContain('LimitExceededException')
    const engine = createEngine(compile(scenario), 1)
    engine.run(30e6, Number.POSITIVE_INFINITY)
    expect([21, 22].map((app) => gauge(engine, 'deliveriesTotal', app))).toEqual([598, 0])
  })

  test('KIN3.01 pollers share, consumers do not: readers that are pushed are no problem of the shard', () => {
    const busy = (scenario: Scenario): Scenario => ({
      ...scenario,
      nodes: scenario.nodes.map((node) =>
        node.kind === 'producer' ? { ...node, rate: 900, recordBytes: 1024 } : node,
      ),
    })
    expect(told(busy(scene(5)))).toEqual([])
    const polling = busy(scene(5, { reading: 'polling' }))
    expect(told(polling).map(({ factId }) => factId)).toEqual(['KIN2.02'])
  })

  test('KIN3.01 a consumer whose own throughput is turned below what comes in falls behind, and the scene says so', () => {
    const [problem] = told(scene(1, { fanOutBytesPerSecond: 4000 }))
    expect(problem).toMatchObject({ field: 'fanOutBytesPerSecond', factId: 'KIN3.01' })
  })

  test('the article knows no enhanced fan-out: in its profile the choice is told to be absent', () => {
    const [problem] = told({ ...scene(1), profile: 'article' })
    expect(problem).toMatchObject({ nodeId: 'application-3', field: 'reading', factId: 'KIN3.01' })
  })
})
