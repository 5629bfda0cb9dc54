import { describe, expect, test } from 'vitest'
import { inversionSentence } from '../../src/panels/inquiry/inversionSentence.ts'
import type { NodeKind, Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { app, at, node, pool, quick, scene, slowly } from './lifeScene.ts'

/** One key, 20 records a second, calls that take no time. */
const often = (fields: Partial<Extract<ScenarioNode, { kind: 'producer' }>> = {}) => slowly({ rate: 20, ...fields })
const stream = (fields: object = {}) => node('stream', { shards: 1, ...fields })
const toWorkers = (queue: ScenarioNode, workers: ScenarioNode) =>
  scene([often(), queue, workers], ['producer>queue', 'queue>pool'])

type Case = [what: string, of: Scenario, seconds: number, causes: string[], firstLine: RegExp]

const CASES: Case[] = [
  [
    'KIN1.14 two shards: records are spread whatever their key',
    scene(
      [
        often({ rate: 100 }),
        stream({ shards: 2, capacityMode: 'onDemandStandard', recordDistribution: 'AUTO' }),
        app({ workers: 2, serviceMs: 5, serviceSpread: 'exponential' }),
      ],
      ['producer>stream', 'stream>application'],
    ),
    3,
    ['twoShards'],
    /^application: user-0 number \d+ after number \d+, they lay on two shards$/,
  ],
  [
    'KIN4.05 a reshard, and a counter that reads the children at once',
    scene(
      [often(), stream({ shards: 2 }), node('aggregator', { serviceMs: 100 })],
      ['producer>stream', 'stream>aggregator'],
      [at(10, 'stream', 'splitShard', { shard: 1, startingHashKey: '' })],
    ),
    70,
    ['reshard'],
    /^aggregator: user-0 number \d+ after number \d+, a shard was split or merged between them$/,
  ],
  [
    'KIN6.02 a Kinesis queue: one worker, and records in another order, on one shard or on two',
    scene(
      [
        often({ rate: 100 }),
        stream({ shards: 2, capacityMode: 'onDemandStandard', recordDistribution: 'AUTO' }),
        node('kinesisQueue'),
        pool({ serviceMs: 20 }),
      ],
      ['producer>stream', 'stream>kinesisQueue', 'kinesisQueue>pool'],
    ),
    3,
    ['kinesisQueue'],
    /^pool: user-0 number \d+ after number \d+, a Kinesis queue promises no order$/,
  ],
  [
    'KIN1.09 a retry after a refusal: the rest of the call was stored at once',
    scene(
      [often({ rate: 1500, batchRecords: 10, lingerMs: 10 }), stream(), app({ serviceMs: 0 })],
      ['producer>stream', 'stream>application'],
    ),
    3,
    ['retry'],
    /^application: user-0 number \d+ after number \d+, the earlier one was refused and stored later$/,
  ],
  [
    'KIN1.09 two calls at once: the later one ends first',
    scene(
      [often({ rate: 100, callLatencyMs: 50, callLatencySpread: 'exponential' }), stream(), app({ serviceMs: 1 })],
      ['producer>stream', 'stream>application'],
    ),
    5,
    ['callsAtOnce'],
    /^application: user-0 number \d+ after number \d+, two calls were under way at once$/,
  ],
  [
    'SQS.05 a redelivery: what has failed comes back behind later ones',
    toWorkers(quick(), pool({ serviceMs: 10, failureShare: 0.2 })),
    20,
    ['redelivery'],
    /^pool: user-0 number \d+ after number \d+, the earlier one was handed out again$/,
  ],
  [
    'SQS.02 a standard queue, and one worker',
    toWorkers(quick({ shuffleWindow: 5 }), pool({ serviceMs: 100 })),
    5,
    ['standardQueue'],
    /^pool: user-0 number \d+ after number \d+, a standard queue promises no order$/,
  ],
  [
    'SQS.02 three workers side by side',
    toWorkers(
      quick({ visibilityTimeoutSeconds: 60 }),
      pool({ workers: 3, serviceMs: 100, serviceSpread: 'exponential' }),
    ),
    5,
    ['parallelConsumers'],
    /^pool: user-0 number \d+ after number \d+, two consumers worked side by side$/,
  ],
]

describe('the order lens names what turned an order round', () => {
  test.each(CASES)('%s', (_, of, seconds, causes, firstLine) => {
    const order = answerTo(of, { kind: 'order', key: null, untilMicros: seconds * 1e6 })
    if (order.kind !== 'order') throw new Error(JSON.stringify(order))
    expect(Object.keys(order.causes).sort()).toEqual(causes)
    expect(inversionSentence(order.inversions[0]!, (id) => id)).toMatch(firstLine)
    const { earlier, later } = order.inversions[0]!
    expect(earlier).toBeLessThan(later)
  })

  test('FIFO.07 FIFO.08 three workers on a FIFO queue: none', () => {
    const of = scene(
      [
        often(),
        node('fifoQueue' satisfies NodeKind),
        pool({ workers: 3, serviceMs: 100, serviceSpread: 'exponential' }),
      ],
      ['producer>fifoQueue', 'fifoQueue>pool'],
    )
    const order = answerTo(of, { kind: 'order', key: null, untilMicros: 20e6 })
    expect(order).toMatchObject({ kind: 'order', total: 0 })
  })
})
