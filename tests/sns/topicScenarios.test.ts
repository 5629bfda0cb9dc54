import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type Plan, ROW_GAUGES } from '../../src/engine/index.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { LIMITS, topic } from './topicPlan.ts'

const SECOND = 1_000_000
const NO_END = Number.POSITIVE_INFINITY

const turns = fc.array(
  fc.record({ at: fc.nat(6 * SECOND), action: fc.constantFrom('crash' as const, 'start' as const), node: fc.nat(1) }),
  { maxLength: 6 },
)

/** Two producers, a standard and a FIFO topic, three queues of which one is too small for some; everything may be refused. */
const scenarios: fc.Arbitrary<Plan> = fc
  .record({
    rates: fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })),
    batchRecords: fc.constantFrom(1, 4, 10),
    callLatencyMicros: fc.constantFrom(0, 20_000),
    quota: fc.constantFrom(100, 500, 30_000),
    group: fc.constantFrom(20, 300),
    perTopic: fc.constantFrom(50, 3000),
    keys: fc.array(fc.constantFrom('rome', 'oslo', 'r*'), { maxLength: 2 }),
    turns,
  })
  .map(({ rates, batchRecords, callLatencyMicros, quota, group, perTopic, keys, turns: own }) =>
    plan({
      durationMicros: 6 * SECOND,
      producers: rates.map((ratePerSecond, p) =>
        producer({
          id: `producer-${p}`,
          keys: { kind: 'list', keys: ['rome', 'oslo', 'paris'] },
          recordBytesMax: 3000,
          turnable: { ratePerSecond, batchRecords, callLatencyMicros, bufferRecords: 200, whenFull: 1 },
        }),
      ),
      queues: [
        queue({ id: 'a' }),
        queue({ id: 'b', turnable: { messageBytesLimit: 2000 } }),
        queue({ id: 'c', turnable: { retentionMicros: 3 * SECOND } }),
      ],
      pools: [pool({ queue: 0, workers: 2, turnable: { serviceMicros: 20_000 } })],
      nodes: [
        topic({ subscriptions: [0, 1].map((at) => ({ queue: at, keys: at === 0 ? keys : [] })) }),
        topic({
          id: 'fifo',
          isFifo: true,
          subscriptions: [1, 2].map((at) => ({ queue: at, keys: [] })),
          turnable: { groupMessagesPerSecond: group, topicMessagesPerSecond: perTopic },
        }),
      ],
      links: [0, 1].map((p) => ({ producer: p, toStream: -1, toQueue: -1, toNode: p })),
      publishQuota: { messagesPerSecond: quota, standardPerSecond: 0 },
      interventions: own
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, action, node }) => ({ at, kind: 'topic' as const, node, action, worker: 0 })),
    }),
  )

function gaugesOf(engine: Engine, node: number) {
  const [names, rowNames] = [NODE_GAUGES.topic, ROW_GAUGES.topic]
  const rows = engine.nodes[node]!.rowCount
  const out = new Float64Array(names.length + rows * rowNames.length)
  engine.nodes[node]!.writeGauges(engine.now, out, 0)
  const read = (from: number, of: readonly string[]) =>
    Object.fromEntries(of.map((name, i) => [name, out[from + i]!])) as Record<string, number>
  return {
    node: read(0, names),
    rows: Array.from({ length: rows }, (_, r) => read(names.length + r * rowNames.length, rowNames)),
  }
}

test('SNS.01 in random scenes every copy is delivered, failed or waits, and a queue has what was delivered to it', () => {
  fc.assert(
    fc.property(scenarios, fc.array(fc.nat(6 * SECOND), { maxLength: 3 }), (own, looks) => {
      const engine = createEngine(own, 7)
      for (const until of [...looks.toSorted((a, b) => a - b), own.durationMicros]) {
        engine.run(until, NO_END)
        const delivered = own.queues.map(() => 0)
        own.nodes.forEach((plan, n) => {
          const { node, rows } = gaugesOf(engine, n)
          expect(node['attemptsTotal']).toBe(node['publishedTotal']! + node['refusedTotal']!)
          for (const row of [node, ...rows])
            expect(row['copiesTotal']).toBe(row['deliveredTotal']! + row['failedTotal']! + row['waiting']!)
          expect(node['publishedTotal']).toBe(engine.producers[n]!.links[0]!.storedTotal)
          // The second subscription of each wants everything.
          expect(rows[1]!['copiesTotal']).toBe(node['publishedTotal'])
          if (plan.kind !== 'topic') return
          plan.subscriptions.forEach(({ queue: at }, r) => {
            delivered[at]! += rows[r]!['deliveredTotal']!
          })
        })
        expect(engine.queues.map(({ c }) => c[Queue.STORED])).toEqual(delivered)
      }
    }),
    { seed: 20261125, numRuns: runs(40) },
  )
})

test('SNS.06 in random scenes the groups of a FIFO topic come to each queue in the order of publishing', () => {
  fc.assert(
    fc.property(scenarios, (own) => {
      const engine = createEngine(own, 7)
      const published: number[] = []
      const stored: Record<string, number[]> = { b: [], c: [] }
      engine.world.watch = {
        note(step, reference, node) {
          if (step === 'stored' && node === 'fifo') published.push(reference)
          // Records of the second producer alone go through the FIFO topic.
          if (step === 'stored' && node in stored && (reference & 1) === 1) stored[node]!.push(reference)
        },
      }
      engine.run(own.durationMicros, NO_END)
      const { records } = engine.world
      const places = new Map(published.map((reference, place) => [reference, place]))
      for (const references of Object.values(stored)) {
        const last = new Map<number, number>()
        for (const reference of references) {
          const key = records.keyOf(reference)
          // A link tells of publishing when the topic has answered: after the copies, so the newest may be missing.
          const place = places.get(reference) ?? published.length
          expect(place).toBeGreaterThan(last.get(key) ?? -1)
          last.set(key, place)
        }
      }
    }),
    { seed: 20261125, numRuns: runs(40) },
  )
})

test('a scene with topics is the same however it is cut, and from any snapshot on', () => {
  fc.assert(
    fc.property(scenarios, fc.nat(6 * SECOND), fc.integer({ min: 1, max: 500 }), (own, at, budget) => {
      const straight = createEngine(own, 7)
      straight.run(own.durationMicros, NO_END)
      const engine = createEngine(own, 7)
      while (engine.run(at, budget) === 'budget');
      const snapshot = engine.snapshot()
      engine.run(own.durationMicros, NO_END)
      expect(engine.digest()).toBe(straight.digest())
      engine.restore(snapshot)
      engine.run(own.durationMicros, NO_END)
      expect(engine.digest()).toBe(straight.digest())
    }),
    { seed: 20261125, numRuns: runs(40) },
  )
})

test('the numbers of these scenes bind: AWS\u2019s own are in the ledger', () => {
  expect(LIMITS.quota.messagesPerSecond).toBe(30_000)
  expect(LIMITS.groupMessagesPerSecond).toBe(300)
})
