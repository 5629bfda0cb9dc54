import { describe, expect, test } from 'vitest'
import { checkOrder, createEngine, type Plan } from '../../src/engine/index.ts'
import { causeOf } from '../../src/engine/life/inversions.ts'
import type { Passage } from '../../src/engine/life/orderWatch.ts'
import { compile } from '../../src/worker/compile.ts'
import { application, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'
import { lambda } from '../lambda/testLambda.ts'
import { fifoNode, fifoRun } from '../sqs/fifoNode.ts'
import { app, at, node, scene } from './lifeScene.ts'

const causesIn = (of: Plan, seconds: number) => {
  const { inversions, isCut } = checkOrder(createEngine(of, 1), seconds * 1e6, -1, 100_000, 10_000)
  return { causes: [...new Set(inversions.map(({ cause }) => cause))].sort(), count: inversions.length, isCut }
}

describe('records that were worked out of order, and why', () => {
  test('one shard, one call at a time: none', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 500 } })],
      streams: [stream()],
      applications: [application()],
    })
    expect(causesIn(of, 20)).toEqual({ causes: [], count: 0, isCut: false })
  })

  test('KIN1.09 refused records are stored after later ones', () => {
    const of = plan({
      producers: [
        producer({
          profile: { kind: 'spike', perSecond: 0.5, peakPerSecond: 1.5, startSeconds: 1, endSeconds: 4 },
          turnable: { ratePerSecond: 1000, batchRecords: 10, lingerMicros: 10_000 },
        }),
      ],
      streams: [stream()],
      applications: [application()],
    })
    expect(causesIn(of, 10).causes).toEqual(['retry'])
  })

  test('calls that overlap: the later one may end first', () => {
    const of = plan({
      producers: [producer({ callLatencySpread: 1, turnable: { ratePerSecond: 100, callLatencyMicros: 50_000 } })],
      streams: [stream()],
      applications: [application()],
    })
    expect(causesIn(of, 10).causes).toEqual(['callsAtOnce'])
  })

  test('SQS.05 three workers side by side, and what comes back after its timeout', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 20 } })],
      queues: [queue({ turnable: { visibilityTimeoutMicros: 2_000_000 } })],
      pools: [pool({ workers: 3, turnable: { serviceMicros: 100_000, serviceSpread: 1, failureShare: 0.2 } })],
    })
    expect(causesIn(of, 30).causes).toEqual(['parallelConsumers', 'redelivery'])
  })

  test('KIN1.14 records that are spread over two shards whatever their key', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 100 } })],
      streams: [stream({ shards: 2, spreadsEvenly: true })],
      applications: [application({ workers: 2, turnable: { serviceMicros: 5000, serviceSpread: 1 } })],
    })
    expect(causesIn(of, 10).causes).toEqual(['twoShards'])
  })

  test('SQS.02 one worker, and a queue that hands out one of five in line', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 20 } })],
      queues: [queue({ turnable: { shuffleWindow: 5 } })],
      pools: [pool({ turnable: { serviceMicros: 100_000 } })],
    })
    expect(causesIn(of, 20).causes).toEqual(['standardQueue'])
  })

  test('SQS.05 one worker, whose work fails now and then: what comes back is worked after later ones', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 20 } })],
      queues: [queue({ turnable: { visibilityTimeoutMicros: 2_000_000 } })],
      pools: [pool({ turnable: { failureShare: 0.2 } })],
    })
    expect(causesIn(of, 30).causes).toEqual(['redelivery'])
  })

  test('SQS.02 three workers side by side, none of whom fails', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 20 } })],
      queues: [queue()],
      pools: [pool({ workers: 3, turnable: { serviceMicros: 100_000, serviceSpread: 1 } })],
    })
    expect(causesIn(of, 30).causes).toEqual(['parallelConsumers'])
  })

  test('LSQ.11 a function on a standard queue works batches side by side; on a FIFO queue each group is in order', () => {
    const busy = { serviceMicros: 50_000, serviceSpread: 1 }
    const sent = { producers: [producer({ keys: { kind: 'even', count: 2 }, turnable: { ratePerSecond: 20 } })] }
    const standard = plan({ ...sent, queues: [queue()], nodes: [lambda({ queue: 0, turnable: busy })] })
    expect(causesIn(standard, 30).causes).toEqual(['parallelConsumers'])
    const fifo = fifoRun({ ...sent, nodes: [fifoNode()] })
    expect(causesIn({ ...fifo, nodes: [...fifo.nodes, lambda({ queue: 0, turnable: busy })] }, 30).causes).toEqual([])
  })

  test('KIN4.05 a counter that is behind in a shard when it is split, and reads its children at once', () => {
    const of = scene(
      [
        node('producer', { rate: 20, lingerMs: 0, callLatencyMs: 0, batchRecords: 1, keyCount: 1 }),
        node('stream', { shards: 2 }),
        node('aggregator', { serviceMs: 100 }),
      ],
      ['producer>stream', 'stream>aggregator'],
      [at(10, 'stream', 'splitShard', { shard: 1, startingHashKey: '' })],
    )
    expect(causesIn(compile(of), 100).causes).toEqual(['reshard'])
  })

  test('KIN4.05 an application reads a shard to its end before its children: none', () => {
    const of = scene(
      [
        node('producer', { rate: 20, lingerMs: 0, callLatencyMs: 0, batchRecords: 1, keyCount: 1 }),
        node('stream', { shards: 1 }),
        app({ workers: 2, serviceMs: 40 }),
      ],
      ['producer>stream', 'stream>application'],
      [at(10, 'stream', 'splitShard', { shard: 0, startingHashKey: '' })],
    )
    expect(causesIn(compile(of), 100)).toMatchObject({ causes: [], isCut: false })
  })

  const passage = (changes: Partial<Passage>): Passage => ({
    ...{ reference: 0, key: 0, made: 0, store: 'stream', row: 0, stored: 1 },
    ...{ attempts: 1, received: 1, receives: 1, worker: 0 },
    ...changes,
  })
  const none = () => false

  test.each([
    ['two shards', passage({ row: 0 }), passage({ row: 1, made: 1 }), none, 'twoShards'],
    ['KIN4.05 a shard and its child', passage({ row: 0 }), passage({ row: 2, made: 1 }), () => true, 'reshard'],
    [
      'SQS.02 the queue handed them out so',
      passage({ received: 9 }),
      passage({ made: 1, stored: 2, received: 3 }),
      none,
      'standardQueue',
    ],
  ])('%s', (_, earlier, later, isDescendant, cause) => {
    expect(causeOf({ consumer: 'c', at: 0, earlier, later }, isDescendant)).toBe(cause)
  })

  test('says when there were more than it followed', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 100 } })],
      streams: [stream()],
      applications: [application()],
    })
    expect(checkOrder(createEngine(of, 1), 20e6, -1, 50, 10).isCut).toBe(true)
  })
})
