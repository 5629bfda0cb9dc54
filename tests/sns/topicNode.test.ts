import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type Plan, ROW_GAUGES, refusalsOf } from '../../src/engine/index.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { LIMITS, topic } from './topicPlan.ts'

const LINK = { producer: 0, toStream: -1, toQueue: -1, toNode: 0 }

function run(parts: Partial<Plan>): Engine {
  const engine = createEngine(
    plan({
      queues: [queue({ id: 'a' }), queue({ id: 'b' })],
      links: [LINK],
      publishQuota: LIMITS.quota,
      ...parts,
    }),
    1,
  )
  engine.run(60e6, Number.POSITIVE_INFINITY)
  return engine
}

function gaugesOf(engine: Engine, node = 0) {
  const names = NODE_GAUGES.topic
  const rows = engine.nodes[node]!.rowCount
  const out = new Float64Array(names.length + rows * ROW_GAUGES.topic.length)
  engine.nodes[node]!.writeGauges(engine.now, out, 0)
  const row = (r: number) =>
    Object.fromEntries(ROW_GAUGES.topic.map((name, i) => [name, out[names.length + r * ROW_GAUGES.topic.length + i]!]))
  return {
    ...Object.fromEntries(names.map((name, i) => [name, out[i]!])),
    rows: Array.from({ length: rows }, (_, r) => row(r)),
  }
}

const sender = (ratePerSecond: number, more = {}) =>
  producer({
    keys: { kind: 'cycle', keys: ['rome', 'oslo', 'rome2'] },
    turnable: { ratePerSecond, attemptsMax: 1 },
    ...more,
  })

describe('a topic in a scenario', () => {
  test('SNS.01 every record is published once and lies in both queues', () => {
    const engine = run({ producers: [sender(10)], nodes: [topic()], durationMicros: 60e6 })
    expect(gaugesOf(engine)).toMatchObject({
      publishedTotal: 600,
      copiesTotal: 1200,
      deliveredTotal: 1200,
      refusedTotal: 0,
    })
    expect(engine.queues.map(({ visible }) => visible)).toEqual([600, 600])
  })

  test('SNS.08 a queue that wants some keys gets these alone, and a name that ends in a star stands for a beginning', () => {
    const subscriptions = [
      { queue: 0, keys: ['rome'] },
      { queue: 1, keys: ['rome*'] },
    ]
    const engine = run({ producers: [sender(9)], nodes: [topic({ subscriptions })] })
    expect(engine.queues.map(({ visible }) => visible)).toEqual([180, 360])
    expect(gaugesOf(engine)).toMatchObject({ publishedTotal: 540, copiesTotal: 540 })
  })

  test('SNS.03 two topics take from one quota', () => {
    const quota = { messagesPerSecond: 300, standardPerSecond: 0 }
    const both = run({
      producers: [sender(200), sender(200)],
      nodes: [topic(), topic({ id: 'other', isFifo: true, subscriptions: [] })],
      links: [LINK, { ...LINK, producer: 1, toNode: 1 }],
      publishQuota: quota,
    })
    const published = (node: number) => Number((gaugesOf(both, node) as Record<string, unknown>)['publishedTotal'])
    // What the bucket held at 0, and its refill since the first two records took from it at 5 ms.
    expect(published(0) + published(1)).toBe(Math.floor(300 + (60 - 0.005) * 300))
  })

  test('SNS.06 one message group takes 300 messages a second of a FIFO topic, a standard topic knows no groups', () => {
    const one = { keys: { kind: 'even', count: 1 } } as const
    const fifo = run({ producers: [sender(400, one)], nodes: [topic({ isFifo: true })] })
    expect(gaugesOf(fifo)).toMatchObject({ publishedTotal: Math.floor(300 + (60 - 0.0025) * 300) })
    const standard = run({ producers: [sender(400, one)], nodes: [topic()] })
    expect(gaugesOf(standard)).toMatchObject({ publishedTotal: 24_000, refusedTotal: 0 })
  })

  test('SNS.07 while SNS reaches no queue its copies wait, and none is lost', () => {
    const at = (seconds: number, action: 'crash' | 'start') =>
      ({ at: seconds * 1e6, kind: 'topic', node: 0, action, worker: 0 }) as const
    const engine = createEngine(
      plan({
        queues: [queue({ id: 'a' }), queue({ id: 'b' })],
        links: [LINK],
        producers: [sender(10)],
        nodes: [topic()],
        interventions: [at(10, 'crash'), at(20, 'start')],
        durationMicros: 120e6,
      }),
      1,
    )
    engine.run(19_999_999, Number.POSITIVE_INFINITY)
    // 100 records up to 10 s, 99 behind it, each for two queues.
    expect(gaugesOf(engine)).toMatchObject({ waiting: 198, deliveredTotal: 200 })
    engine.run(120e6, Number.POSITIVE_INFINITY)
    expect(gaugesOf(engine)).toMatchObject({ waiting: 0, deliveredTotal: 2400, failedTotal: 0 })
  })

  test('SNS.04 a copy that is too large for its queue is never delivered', () => {
    const small = queue({ id: 'b', turnable: { messageBytesLimit: 50 } })
    const engine = run({ producers: [sender(1)], nodes: [topic()], queues: [queue({ id: 'a' }), small] })
    const { rows } = gaugesOf(engine)
    expect(rows[0]).toMatchObject({ deliveredTotal: 60, failedTotal: 0 })
    expect(rows[1]).toMatchObject({ deliveredTotal: 0, failedTotal: 60 })
  })

  test('waiting workers are served as soon as a copy comes', () => {
    const engine = run({ producers: [sender(1)], nodes: [topic()], pools: [pool({ queue: 0, workers: 1 })] })
    expect(engine.queues.map(({ visible }) => visible)).toEqual([0, 60])
  })

  test('a run that was taken back to a moment goes on bit for bit as it did', () => {
    const interventions = [2, 5].map(
      (second, i) =>
        ({ at: second * 1e6, kind: 'topic', node: 0, action: i === 0 ? 'crash' : 'start', worker: 0 }) as const,
    )
    const own = plan({
      queues: [queue({ id: 'a' }), queue({ id: 'b' })],
      links: [LINK],
      producers: [sender(700, { turnable: { ratePerSecond: 600, batchRecords: 3, callLatencyMicros: 5000 } })],
      nodes: [topic({ isFifo: true })],
      pools: [pool({ queue: 1, workers: 2 })],
      publishQuota: { messagesPerSecond: 500, standardPerSecond: 0 },
      durationMicros: 8e6,
      interventions,
    })
    const straight = createEngine(own, 1)
    straight.run(8e6, Number.POSITIVE_INFINITY)
    const engine = createEngine(own, 1)
    engine.run(3_300_000, Number.POSITIVE_INFINITY)
    const snapshot = engine.snapshot()
    engine.run(8e6, Number.POSITIVE_INFINITY)
    expect(engine.digest()).toBe(straight.digest())
    engine.restore(snapshot)
    engine.run(8e6, Number.POSITIVE_INFINITY)
    expect(engine.digest()).toBe(straight.digest())
  })
})

test('a refusal of a topic names its bucket, and the life of a record tells of its copies', () => {
  const own = plan({
    queues: [queue({ id: 'a' })],
    links: [LINK],
    producers: [sender(400)],
    nodes: [topic({ subscriptions: [{ queue: 0, keys: [] }] })],
    publishQuota: { messagesPerSecond: 100, standardPerSecond: 0 },
    durationMicros: 5e6,
  })
  const [refusal] = refusalsOf(createEngine(own, 1), 2e6, 3e6, 1)
  expect(refusal).toMatchObject({
    store: 'topic',
    factId: 'SNS.03',
    bucket: { capacity: 100, needed: 1, unit: 'records' },
  })
  expect(refusal!.bucket!.left).toBeLessThan(1)
  const steps: string[] = []
  const engine = createEngine(own, 1)
  engine.world.watch = { note: (step, reference, node) => reference === 0 && steps.push(`${step} ${node}`) }
  engine.run(5e6, Number.POSITIVE_INFINITY)
  expect(steps).toEqual(['made producer', 'copied topic', 'stored a', 'stored topic'])
})
