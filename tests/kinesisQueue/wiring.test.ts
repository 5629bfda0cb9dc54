import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { addNode, connect, problems, setField } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { wiringRefusal } from '../../src/scenario/wiring.ts'
import { compile } from '../../src/worker/compile.ts'
import { engineOf, gaugeOf, queueScene } from './queueScene.ts'

const EMPTY: Scenario = {
  ...{ version: 1, title: '', seed: 1, durationSeconds: 30, nodes: [], links: [], interventions: [] },
  brief: { question: '', watchFor: '', tryThis: [] },
}

describe('where a Kinesis queue may stand', () => {
  test('KIN6.02 not on a provisioned stream: the link is refused with the reason, and can be when the mode is set', () => {
    const scenario = addNode(addNode(EMPTY, 'stream', 0, 0), 'kinesisQueue', 0, 0)
    expect(wiringRefusal(scenario, 'stream', 'kinesisQueue')).toBe(
      'Stream is provisioned, and a Kinesis queue needs an on-demand stream: set its capacity mode first.',
    )
    expect(connect(scenario, 'stream', 'kinesisQueue')).toBe(scenario)
    const onDemand = setField(scenario, 'stream', 'capacityMode', 'onDemandStandard', 0)
    expect(connect(onDemand, 'stream', 'kinesisQueue').links).toHaveLength(1)
  })

  test('KIN6.03 it reads one stream, and workers read it as they read a queue: one store', () => {
    let scenario = addNode(queueScene({ queues: [{ workers: {} }] }), 'stream', 0, 0)
    scenario = setField(scenario, 'stream', 'capacityMode', 'onDemandStandard', 0)
    expect(wiringRefusal(scenario, 'stream', 'queue-0')).toBe('Kinesis queue reads one store, and it has one already.')
    expect(wiringRefusal(scenario, 'shop', 'queue-0')).toBe('A producer sends to a node that takes records.')
    expect(wiringRefusal(addNode(scenario, 'queue', 0, 0), 'queue-0', 'queue')).toContain('its dead letters stay in it')
  })

  test('KIN3.02 KIN6.03 queues take places of readers by fan-out: who stands after them is told and is not registered', () => {
    let scenario = queueScene({ queues: [] })
    const stream = scenario.nodes.find(({ kind }) => kind === 'stream')!.id
    for (let i = 0; i < 20; i++) scenario = addNode(scenario, 'kinesisQueue', 0, 0)
    for (const { id, kind } of scenario.nodes) if (kind === 'kinesisQueue') scenario = connect(scenario, stream, id)
    scenario = addNode(scenario, 'application', 0, 0)
    scenario = setField(connect(scenario, stream, 'application'), 'application', 'reading', 'fanOut', 0)
    const told = () => problems(scenario).filter(({ factId }) => factId === 'KIN3.02')
    expect(told()).toMatchObject([{ nodeId: 'application', field: 'reading' }])
    expect(compile(scenario).applications[0]!.fanOut).toMatchObject({ isRegistered: false })
    // A provisioned stream has no queues: the place is free.
    scenario = setField(scenario, stream, 'capacityMode', 'provisioned', 0)
    expect(told()).toEqual([])
    expect(compile(scenario).applications[0]!.fanOut).toMatchObject({ isRegistered: true })
  })

  test('KIN6.02 made provisioned afterwards, the stream has no queue: it is told, and nothing is offered', () => {
    const scene = { queues: [{ workers: {} }], rate: 5, stream: { capacityMode: 'provisioned' as const } }
    const scenario = queueScene(scene)
    expect(problems(scenario)).toMatchObject([{ nodeId: 'orders', field: 'capacityMode', factId: 'KIN6.02' }])
    const engine = createEngine(compile(scenario), 1)
    engine.run(10e6, Number.POSITIVE_INFINITY)
    expect([engine.nodes.length, engine.pools.length]).toEqual([0, 0])
    expect(problems(queueScene({ ...scene, stream: {} }))).toEqual([])
  })

  test('KIN6.02 the article knows no Kinesis queue: in its profile it is told to be absent', () => {
    const found = problems({ ...queueScene({ queues: [{}] }), profile: 'article' })
    expect(found.some(({ nodeId, factId }) => nodeId === 'queue-0' && factId === 'KIN6.02')).toBe(true)
  })

  test('KIN6.03 queues count as registered consumers: the 21st of a stream is not created, the 50th with Advantage is', () => {
    const offered = (capacityMode: 'onDemandStandard' | 'onDemandAdvantage', number: number) => {
      const queues = Array.from({ length: 51 }, () => ({}))
      const engine = engineOf({
        queues: queues.slice(0, number),
        rate: 10,
        durationSeconds: 2,
        stream: { capacityMode },
      })
      engine.run(2e6, Number.POSITIVE_INFINITY)
      return engine.nodes.length
    }
    expect([offered('onDemandStandard', 20), offered('onDemandStandard', 21)]).toEqual([20, 20])
    expect([offered('onDemandAdvantage', 50), offered('onDemandAdvantage', 51)]).toEqual([50, 50])
    const [problem] = problems(queueScene({ queues: Array.from({ length: 21 }, () => ({})) }))
    expect(problem).toMatchObject({ nodeId: 'queue-20', factId: 'KIN6.03' })
  })

  test('KIN6.03 with so many in flight as the limit says nothing more is received, until one is acknowledged', () => {
    const engine = engineOf({ queues: [{ own: { inFlightLimit: 15 } }], rate: 40, durationSeconds: 5 })
    engine.run(2e6, Number.POSITIVE_INFINITY)
    const queue = engine.allQueues[0]!
    const slots = new Int32Array(100)
    expect([10, 5, 0].map(() => queue.receive(100, slots, engine.now))).toEqual([10, 5, 0])
    expect(gaugeOf(engine, 'overLimitTotal')).toBe(1)
    queue.delete(slots[0]!, queue.messageOf(slots[0]!), 1, engine.now)
    expect(queue.receive(100, slots, engine.now)).toBe(1)
  })
})
