import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type NodePlan, type Plan } from '../../src/engine/index.ts'
import { plan, producer, queue, stream } from '../engine/testPlan.ts'

type AggregatorPlan = Extract<NodePlan, { kind: 'aggregator' }>

const NO_END = Number.POSITIVE_INFINITY
const MEMORY = 0
const SAVED = 1
const OUTSIDE = 2

function aggregator(
  turnable: Partial<AggregatorPlan['turnable']>,
  changes: Partial<Omit<AggregatorPlan, 'turnable'>> = {},
): AggregatorPlan {
  const isQueue = changes.queue === 0
  return {
    ...{ id: 'counter', kind: 'aggregator', recordsPerDot: 1, stream: isQueue ? -1 : 0, queue: -1 },
    ...{ recordsPerCall: 10_000, messagesPerCall: 10, longPollMicros: 20_000_000, firstWorker: 0 },
    ...{ workers: isQueue ? 1 : 0, tracks: isQueue ? 1 : 3 },
    ...changes,
    turnable: {
      ...{ serviceMicros: 1000, pollMicros: 1_000_000, checkpointMicros: 10_000_000, restartMicros: 5_000_000 },
      ...{ counts: MEMORY, knowsRecords: 0, deletesFirst: 0 },
      ...turnable,
    },
  }
}

/** 100 records/s of 40 keys for a minute, then nothing. */
function scene(parts: Partial<Plan>): Engine {
  return createEngine(
    plan({
      durationMicros: 300e6,
      binMicros: 300e6,
      producers: [producer({ spacing: 1, keys: { kind: 'even', count: 40 }, turnable: { ratePerSecond: 100 } })],
      interventions: [{ at: 60e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 }],
      ...parts,
    }),
    3,
  )
}

const onStream = (turnable: Partial<AggregatorPlan['turnable']>) =>
  scene({ streams: [stream({ shards: 3, shardsAtMost: 3 })], nodes: [aggregator(turnable)] })
const onQueue = (turnable: Partial<AggregatorPlan['turnable']>) =>
  scene({ queues: [queue()], nodes: [aggregator(turnable, { queue: 0 })] })

function crashAt(engine: Engine, seconds: number): Engine {
  engine.run(seconds * 1e6, NO_END)
  engine.nodes[0]!.act('crash', 0, engine.now)
  return engine
}

function look(engine: Engine, seconds: number): Record<string, number> {
  engine.run(seconds * 1e6, NO_END)
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[0]!.writeGauges(engine.now, out, 0)
  return Object.fromEntries(NODE_GAUGES.aggregator.map((name, i) => [name, out[i]!]))
}

const stored = (engine: Engine) => engine.world.records.countOf(0)

describe('an aggregator that reads a stream', () => {
  test('without a crash its answer is the truth: what was stored', () => {
    const engine = onStream({})
    const end = look(engine, 70)
    expect(end).toMatchObject({ wrongKeys: 0, difference: 0, duplicatesTotal: 0, lostTotal: 0, backlog: 0 })
    expect([end['answer'], end['truth']]).toEqual([stored(engine), stored(engine)])
  })

  test('A18 counts in memory die with the program: its place was kept, so they never come back', () => {
    const engine = crashAt(onStream({}), 25)
    const end = look(engine, 90)
    // The last checkpoint was at 20 s: about 2,000 records before it are forgotten, for every key.
    expect(end).toMatchObject({ deathsTotal: 1, wrongKeys: 40 })
    expect(end['difference']).toBeGreaterThan(1800)
    expect(end['difference']).toBeLessThan(2100)
    expect(end['lostTotal']).toBe(end['difference'])
    expect(end['truth']! - end['answer']!).toBe(end['difference'])
  })

  test('A18 saved together with the place they are right again when it has caught up', () => {
    const engine = crashAt(onStream({ counts: SAVED }), 25)
    expect(look(engine, 25)['difference']).toBeGreaterThan(300)
    const end = look(engine, 90)
    expect(end).toMatchObject({ wrongKeys: 0, difference: 0, lostTotal: 0 })
    expect(end['answer']).toBe(stored(engine))
    expect(end['duplicatesTotal']).toBeGreaterThan(300)
  })

  test('KCL.10 in a store outside, what is read again counts again, unless the store knows the records', () => {
    const twice = look(crashAt(onStream({ counts: OUTSIDE }), 25), 90)
    expect(twice['difference']).toBeGreaterThan(300)
    expect(twice['answer']! - twice['truth']!).toBe(twice['difference'])
    expect(twice['difference']).toBe(twice['duplicatesTotal'])
    const once = look(crashAt(onStream({ counts: OUTSIDE, knowsRecords: 1 }), 25), 90)
    expect(once).toMatchObject({ wrongKeys: 0, difference: 0 })
    expect(once['duplicatesTotal']).toBeGreaterThan(300)
  })

  test('KIN6.01 what expires unread is missing in the answer', () => {
    const engine = scene({
      streams: [stream({ turnable: { retentionMicros: 10e6 } })],
      nodes: [aggregator({ serviceMicros: 20_000 })],
    })
    const end = look(engine, 200)
    expect(end['lostTotal']).toBeGreaterThan(1000)
    expect(end['difference']).toBe(end['lostTotal'])
    expect(end['truth']).toBe(stored(engine))
  })

  test('a key whose records lie in two shards after a split is counted whole', () => {
    const engine = scene({
      streams: [stream({ shards: 1, shardsAtMost: 3 })],
      nodes: [aggregator({})],
    })
    engine.run(20e6, NO_END)
    engine.streams[0]!.splitShard(0, 2n ** 127n, engine.now)
    const end = look(engine, 90)
    expect(engine.streams[0]!.shards).toHaveLength(3)
    expect(end).toMatchObject({ difference: 0, backlog: 0, answer: stored(engine) })
  })
})

describe('an aggregator that reads a queue', () => {
  test('without a crash its answer is the truth', () => {
    const engine = onQueue({})
    expect(look(engine, 70)).toMatchObject({ difference: 0, duplicatesTotal: 0, answer: stored(engine), backlog: 0 })
  })

  test('SQS.17 counts in memory are lost, and so are those since the last save: there is no replay', () => {
    const memory = look(crashAt(onQueue({}), 25), 120)
    expect(memory['difference']).toBeGreaterThan(2300)
    expect(memory['difference']).toBe(memory['lostTotal'])
    const saved = look(crashAt(onQueue({ counts: SAVED }), 25), 120)
    expect(saved['difference']).toBeGreaterThan(300)
    expect(saved['difference']).toBeLessThan(700)
    expect(saved['difference']).toBe(saved['lostTotal'])
  })

  test('messages deleted before they are counted are missing after a crash', () => {
    const engine = onQueue({ counts: OUTSIDE, deletesFirst: 1, serviceMicros: 20_000 })
    const end = look(crashAt(engine, 25), 200)
    expect(end['lostTotal']).toBeGreaterThan(0)
    expect(end['difference']).toBe(end['lostTotal'])
    expect(end['truth']).toBe(stored(engine))
  })

  test('SQS.02 a message that comes back after its delete counts twice, unless the store knows its records', () => {
    const faulty = (turnable: Partial<AggregatorPlan['turnable']>) =>
      scene({
        queues: [queue({ turnable: { deleteLostShare: 0.05, visibilityTimeoutMicros: 5e6 } })],
        nodes: [aggregator({ counts: OUTSIDE, ...turnable }, { queue: 0 })],
      })
    const twice = look(faulty({}), 300)
    expect(twice['duplicatesTotal']).toBeGreaterThan(100)
    expect(twice['difference']).toBe(twice['duplicatesTotal'])
    expect(look(faulty({ knowsRecords: 1 }), 300)['difference']).toBe(0)
  })
})

test('a run that was taken back to a moment goes on bit for bit as it did', () => {
  for (const make of [() => onStream({ counts: SAVED }), () => onQueue({ counts: SAVED })]) {
    const engine = crashAt(make(), 22)
    engine.run(31e6, NO_END)
    const snapshot = engine.snapshot()
    engine.run(80e6, NO_END)
    const digest = engine.digest()
    engine.restore(snapshot)
    engine.run(80e6, NO_END)
    expect(engine.digest()).toBe(digest)
  }
})
