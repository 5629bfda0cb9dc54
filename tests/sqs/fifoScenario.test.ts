import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { defaultNode, problems } from '../../src/scenario/index.ts'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { wiringRefusal } from '../../src/scenario/wiring.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'
import { queueOf } from './fifoNode.ts'

const fifo = (id: string, changes: Partial<Extract<ScenarioNode, { kind: 'fifoQueue' }>> = {}) => ({
  ...defaultNode('fifoQueue', id, 200, 0),
  ...changes,
})

/** A producer, a standard queue, two FIFO queues of which one has the other's dead letters, and a pool for each. */
function scenario(changes: Partial<Extract<ScenarioNode, { kind: 'fifoQueue' }>> = {}): Scenario {
  return {
    version: 1,
    title: 'FIFO',
    brief: { question: '', watchFor: '', tryThis: [] },
    seed: 1,
    durationSeconds: 60,
    nodes: [
      { ...defaultNode('producer', 'shop', 0, 0), rate: 20, keyCount: 5 },
      fifo('orders', { maxReceiveCount: 2, visibilityTimeoutSeconds: 1, ...changes }),
      defaultNode('queue', 'plain', 200, 100),
      fifo('dead'),
      { ...defaultNode('pool', 'workers', 400, 0), failureShare: 0.5, serviceMs: 10 },
      defaultNode('pool', 'others', 400, 100),
    ],
    links: [
      { from: 'shop', to: 'orders' },
      { from: 'shop', to: 'plain' },
      { from: 'orders', to: 'workers' },
      { from: 'plain', to: 'others' },
      { from: 'orders', to: 'dead' },
    ],
    interventions: [{ at: 50_000_000, node: 'dead', action: 'purge' }],
  }
}

test('FIFO.21 a document with FIFO queues runs: pools find their queues, dead letters theirs, a purge its queue', () => {
  const document = scenario()
  const engine = createEngine(compile(document), 1)
  engine.run(49_000_000, Number.POSITIVE_INFINITY)
  const [orders, dead] = [queueOf(engine.nodes), queueOf(engine.nodes, 1)]
  expect(engine.pools.map(({ queue }) => queue.isFifo)).toEqual([true, false])
  expect(engine.producers[0]!.links.map(({ storedTotal }) => storedTotal > 900)).toEqual([true, true])
  expect(dead.visible).toBeGreaterThan(50)
  engine.run(60_000_000, Number.POSITIVE_INFINITY)
  expect(dead.visible).toBeLessThan(50)
  expect(orders.settings.inFlightLimit).toBe(120_000)
  const layout = layoutOf(
    document.nodes.map(({ id }) => id),
    engine,
  )
  expect(layout.nodes.find(({ id }) => id === 'workers')!.targets).toEqual(['orders'])
  expect(layout.nodes.find(({ id }) => id === 'orders')!.names).toContain('groupsLocked')
})

test('FIFO.17 in the profile of the article a new FIFO queue has 20,000 in flight', () => {
  expect(defaultNode('fifoQueue', 'q', 0, 0, { profile: 'article', region: 'us-east-1' }).inFlightLimit).toBe(20_000)
})

test('FIFO.04 the quota of high throughput is that of the Region', () => {
  const where = { profile: 'today', region: 'eu-central-1' } as const
  expect(defaultNode('fifoQueue', 'q', 0, 0, where).highThroughputCallsPerSecond).toBe(19_000)
})

test('SQS.14 a FIFO queue has one dead-letter queue, of its own kind, and not in a circle', () => {
  const document = scenario()
  document.nodes.push(fifo('third'))
  expect(wiringRefusal(document, 'dead', 'third')).toBeNull()
  expect(wiringRefusal(document, 'orders', 'third')).toContain('dead-letter queue already')
  expect(wiringRefusal(document, 'dead', 'orders')).toContain('circle')
  expect(wiringRefusal(document, 'third', 'third')).toContain('circle')
  expect(wiringRefusal(document, 'third', 'plain')).toContain('another FIFO queue')
})

test('FIFO.03 one of the two settings of high throughput is told to do nothing', () => {
  const of = (changes: Parameters<typeof scenario>[0]) =>
    problems(scenario(changes)).flatMap(({ field, factId }) => (factId === 'FIFO.04' ? [field] : []))
  expect(of({ throughputLimit: 'perMessageGroupId' })).toEqual(['deduplicationScope'])
  expect(of({ deduplicationScope: 'messageGroup' })).toEqual(['throughputLimit'])
  expect(of({ deduplicationScope: 'messageGroup', throughputLimit: 'perMessageGroupId' })).toEqual([])
})
