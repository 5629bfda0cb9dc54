import { expect, test } from 'vitest'
import type { Plan, QueuePlan } from '../../src/engine/index.ts'
import { DEAD_LETTERED, DELIVERIES, MOVED_IN } from '../../src/engine/sqs/queueCounters.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { wiringRefusal } from '../../src/scenario/wiring.ts'
import { compile } from '../../src/worker/compile.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'

const source = (turnable: Partial<QueuePlan['turnable']>) =>
  queue({ id: 'source', deadLetterQueue: 1, turnable: { visibilityTimeoutMicros: 30 * SECOND, ...turnable } })

const failing = (parts: Partial<Plan> = {}) =>
  plan({
    durationMicros: 200 * SECOND,
    producers: [producer({ turnable: { ratePerSecond: 0 } })],
    queues: [source({ maxReceiveCount: 3 }), queue({ id: 'dead' })],
    pools: [pool({ turnable: { failureShare: 1, serviceMicros: 0 } })],
    interventions: [{ at: 0, kind: 'producer', node: 0, action: 'sendOne' }],
    ...parts,
  })

test('W30 as a run: a consumer that always fails gets the message at 0, 30 and 60 s; at 90 s it is a dead letter', () => {
  const engine = play(failing(), 0)
  const deliveries = () => engine.queues[0]!.c[DELIVERIES]
  const seen = [0, 29.999999, 30, 59.999999, 60, 89.999999, 90, 150].map((seconds) => {
    runTo(engine, seconds)
    return [deliveries(), engine.queues[1]!.visible]
  })
  expect(seen).toEqual([
    [1, 0],
    [1, 0],
    [2, 0],
    [2, 0],
    [3, 0],
    [3, 0],
    [3, 1],
    [3, 1],
  ])
})

test('SQS.14 the workers of a dead-letter queue get what comes in the same microsecond', () => {
  const engine = play(
    failing({
      pools: [
        pool({ turnable: { failureShare: 1, serviceMicros: 0 } }),
        pool({ id: 'mourners', queue: 1, firstWorker: 1 }),
      ],
    }),
    90,
  )
  expect(engine.queues[1]!.c[DELIVERIES]).toBe(1)
  expect([engine.queues[0]!.c[DEAD_LETTERED], engine.queues[1]!.c[MOVED_IN]]).toEqual([1, 1])
  runTo(engine, 100)
  expect(engine.pools[1]!.processedTotal).toBe(1)
})

test('SQS.14 a poll that waits goes on waiting when all that came was a dead letter', () => {
  const engine = play(
    failing({
      interventions: [0, 95].map((at) => ({ at: at * SECOND, kind: 'producer', node: 0, action: 'sendOne' })),
    }),
    95,
  )
  // The one worker asked at 60 s, waits, and gives the first message up at 90 s; the second one reaches it at once.
  expect(engine.queues[0]!.c[DELIVERIES]).toBe(4)
})

const nodes = [
  { kind: 'producer', id: 'shop' },
  { kind: 'queue', id: 'orders', maxReceiveCount: 2, delaySeconds: 1.5, tenants: 'byKey', servers: 0 },
  { kind: 'queue', id: 'dead' },
  { kind: 'queue', id: 'graves' },
  { kind: 'pool', id: 'workers' },
]
const links = [
  { from: 'shop', to: 'orders' },
  { from: 'orders', to: 'dead' },
  { from: 'dead', to: 'graves' },
  { from: 'orders', to: 'workers' },
]

test('SQS.14 a link from a queue to a queue names its dead-letter queue', () => {
  const read = parseScenario({ version: 1, nodes, links })
  expect(read).toMatchObject({ ok: true, dropped: [] })
  if (!read.ok) return
  const { queues } = compile(read.scenario)
  expect(queues.map(({ id, deadLetterQueue }) => [id, deadLetterQueue])).toEqual([
    ['orders', 1],
    ['dead', 2],
    ['graves', -1],
  ])
  expect(queues[0]).toMatchObject({ servers: 0, turnable: { maxReceiveCount: 2, delayMicros: 1_500_000 } })
  expect(queues[0]!.fair).toEqual({
    noisyInFlightShare: 0.1,
    noisyInFlightLeast: 30,
    noisyTimeShare: 0.1,
    recentMicros: 60 * SECOND,
    quietAfterMicros: 300 * SECOND,
  })
  expect(queues[1]!.fair).toBeNull()
})

test('SQS.14 one dead-letter queue for each, and none that leads back', () => {
  const read = parseScenario({ version: 1, nodes, links })
  if (!read.ok) throw new Error(read.message)
  expect(wiringRefusal(read.scenario, 'orders', 'graves')).toContain('has a dead-letter queue already')
  expect(wiringRefusal(read.scenario, 'graves', 'orders')).toContain('in a circle')
  expect(wiringRefusal(read.scenario, 'graves', 'graves')).toContain('in a circle')
  const dropped = parseScenario({ version: 1, nodes, links: [...links, { from: 'graves', to: 'dead' }] })
  expect(dropped).toMatchObject({
    ok: true,
    dropped: ['Link from graves to dead: Dead letters would go round in a circle.'],
  })
})

test('SQS.10 SQS.11 as runs: a delayed message waits, a short poll misses', () => {
  const delayed = play(
    failing({
      queues: [source({ delayMicros: 7 * SECOND }), queue({ id: 'dead' })],
      pools: [pool({ turnable: { serviceMicros: 0 } })],
    }),
    6.999999,
  )
  expect([delayed.queues[0]!.delayed, delayed.queues[0]!.visible]).toEqual([1, 0])
  runTo(delayed, 7)
  expect([delayed.queues[0]!.delayed, delayed.pools[0]!.processedTotal]).toEqual([0, 1])

  const polls = (servers: number) => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 1 } })],
        queues: [queue({ servers })],
        pools: [pool({ turnable: { waitMicros: 0, idleMicros: 1_000_000, serviceMicros: 0 } })],
      }),
      59.5,
    )
    return engine.pools[0]!.processedTotal
  }
  // One message a second, asked for half a second apart on average: some polls miss theirs, the next one gets both.
  expect(polls(0)).toBeGreaterThanOrEqual(polls(8))
})

test('SQS.16 a redrive moves dead letters back where they came from, so many a second, to be received anew', () => {
  const engine = play(
    failing({
      queues: [
        source({ maxReceiveCount: 1, visibilityTimeoutMicros: SECOND }),
        queue({ id: 'dead', turnable: { redrivePerSecond: 2 } }),
      ],
      interventions: [
        ...Array.from({ length: 3 }, () => ({ at: 0, kind: 'producer' as const, node: 0, action: 'sendOne' as const })),
        { at: 5 * SECOND, kind: 'pool', node: 0, action: 'crash', worker: 0 },
        { at: 10 * SECOND, kind: 'queue', node: 1, action: 'redrive' },
      ],
    }),
    9,
  )
  const visible = () => engine.queues.map((one) => one.visible)
  expect(visible()).toEqual([0, 3])
  const seen = [10, 10.499999, 10.5, 11].map((seconds) => {
    runTo(engine, seconds)
    return visible()
  })
  expect(seen).toEqual([
    [1, 2],
    [1, 2],
    [2, 1],
    [3, 0],
  ])
  expect(engine.queues[0]!.oldestAgeMicros(11 * SECOND)).toBe(SECOND)
})
