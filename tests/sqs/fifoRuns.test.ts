import { describe, expect, test } from 'vitest'
import { AGAIN, FAILED, PROCESSED } from '../../src/engine/clients/poolCounters.ts'
import { createEngine, type Engine, NODE_GAUGES, type Plan } from '../../src/engine/index.ts'
import type { LifeStep } from '../../src/engine/life/watch.ts'
import { DUPLICATES } from '../../src/engine/sqs/fifoCounters.ts'
import { DEAD_LETTERED, MOVED_IN, STORED } from '../../src/engine/sqs/queueCounters.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { pool, producer } from '../engine/testPlan.ts'
import { fifoNode, fifoRun, queueOf } from './fifoNode.ts'

const HIGH = { deduplicationScope: 1, throughputLimit: 1, callsPerSecond: 300 }
const even = (count: number) => ({ kind: 'even', count }) as const

/** Which records were worked, in the order of the work, by key. */
function workedByKey(plan: Plan, seconds: number): Map<number, number[]> {
  const engine = createEngine(plan, 1)
  const worked = new Map<number, number[]>()
  const { records } = engine.world
  engine.watch({
    note(step: LifeStep, reference: number) {
      if (step !== 'worked') return
      const key = records.keyOf(reference)
      worked.set(key, [...(worked.get(key) ?? []), reference])
    },
  })
  runTo(engine, seconds)
  return worked
}

const gauges = (engine: Engine) => {
  const out = new Float64Array(NODE_GAUGES.fifoQueue.length)
  engine.nodes[0]!.writeGauges(engine.now, out, 0)
  return Object.fromEntries(NODE_GAUGES.fifoQueue.map((name, i) => [name, out[i]!]))
}

describe('a FIFO queue in a run', () => {
  test('FIFO.07 eight workers work each group in the order of sending, whatever fails', () => {
    const worked = workedByKey(
      fifoRun({
        producers: [producer({ keys: even(20), turnable: { ratePerSecond: 200 } })],
        nodes: [fifoNode({ turnable: { visibilityTimeoutMicros: 2 * SECOND } })],
        pools: [pool({ workers: 8, turnable: { messagesPerCall: 10, serviceMicros: 20_000, failureShare: 0.05 } })],
      }),
      55,
    )
    expect(worked.size).toBe(20)
    for (const references of worked.values()) {
      expect(references.length).toBeGreaterThan(50)
      expect(references).toEqual([...references].sort((a, b) => a - b))
    }
  })

  test('FIFO.15 a worker that overruns the timeout has its messages worked again', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ turnable: { ratePerSecond: 1 } })],
        nodes: [fifoNode({ turnable: { visibilityTimeoutMicros: SECOND } })],
        pools: [pool({ workers: 2, turnable: { serviceMicros: 3 * SECOND } })],
      }),
      20,
    )
    expect(engine.pools[0]!.c[AGAIN]!).toBeGreaterThan(0)
  })

  test('FIFO.01 W35 a producer of 400 single records a second is refused 100 calls a second and tries again', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ turnable: { ratePerSecond: 400, bufferRecords: 100_000, attemptsMax: 1 } })],
        nodes: [fifoNode({ turnable: { callsPerSecond: 300 } })],
      }),
      20,
    )
    const [link] = engine.producers[0]!.links
    const [before, refusedBefore] = [link!.storedTotal, link!.refusedTotal]
    runTo(engine, 30)
    expect([link!.storedTotal - before, link!.refusedTotal - refusedBefore]).toEqual([3000, 1000])
    expect(Object.fromEntries(link!.refusals.filter(([, count]) => count > 0))).toEqual({
      'FIFO.02': link!.refusedTotal,
    })
    expect(gauges(engine)['throttledCallsTotal']).toBe(link!.refusedTotal)
    expect(link!.store.bucketOf!(5, 0, 100, engine.now)).toMatchObject({ capacity: 300, needed: 1, unit: 'calls' })
  })

  test('W35 in batches of ten nothing is refused: 40 calls a second', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ turnable: { ratePerSecond: 400, batchRecords: 500, lingerMicros: 100_000 } })],
        nodes: [fifoNode({ turnable: { callsPerSecond: 300 } })],
      }),
      20,
    )
    const [link] = engine.producers[0]!.links
    expect(link!.refusedTotal).toBe(0)
    expect(link!.callsTotal / 20).toBeCloseTo(40, 0)
  })

  test('FIFO.02 a refused batch is refused as a whole, and its records are tried again', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ turnable: { ratePerSecond: 100, batchRecords: 10, lingerMicros: 200_000 } })],
        nodes: [fifoNode({ turnable: { callsPerSecond: 5 } })],
      }),
      30,
    )
    const [link] = engine.producers[0]!.links
    expect(link!.refusedTotal % 10).toBe(0)
    expect(link!.refusedTotal).toBeGreaterThan(0)
    expect(link!.storedTotal / 30).toBeCloseTo(50, -1)
  })

  test('FIFO.02 workers are throttled too: 300 receives and deletes a second', () => {
    const engine = play(
      fifoRun({
        producers: [
          producer({ keys: even(100), turnable: { ratePerSecond: 1000, batchRecords: 10, lingerMicros: 10_000 } }),
        ],
        nodes: [fifoNode({ turnable: { callsPerSecond: 300 } })],
        pools: [pool({ workers: 50, turnable: { serviceMicros: 1000, idleMicros: 10_000 } })],
      }),
      30,
    )
    const before = engine.pools[0]!.c[PROCESSED]!
    runTo(engine, 40)
    expect((engine.pools[0]!.c[PROCESSED]! - before) / 10).toBeCloseTo(300, -1)
  })

  test('FIFO.04 in high throughput partitions are added for the same traffic', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ keys: even(500), turnable: { ratePerSecond: 2000 } })],
        nodes: [fifoNode({ turnable: HIGH })],
      }),
      10,
    )
    const [link] = engine.producers[0]!.links
    expect(link!.refusedTotal).toBe(0)
    expect(gauges(engine)['partitions']).toBeGreaterThan(6)
  })

  test('FIFO.13 records of one key are one message for five minutes', () => {
    const engine = play(
      fifoRun({
        durationMicros: 700 * SECOND,
        producers: [producer({ keys: even(7), turnable: { ratePerSecond: 10 } })],
        nodes: [fifoNode({ recordsAreIds: false })],
      }),
      650,
    )
    const { c } = queueOf(engine.nodes)
    expect(c[STORED]).toBe(3 * 7)
    expect(c[STORED]! + c[DUPLICATES]!).toBe(engine.producers[0]!.links[0]!.storedTotal)
  })

  test('FIFO.21 what always fails goes to the dead-letter queue, and its group goes on', () => {
    const engine = play(
      fifoRun({
        producers: [producer({ keys: even(5), turnable: { ratePerSecond: 5 } })],
        nodes: [
          fifoNode({ deadLetterQueue: 1, turnable: { maxReceiveCount: 3, visibilityTimeoutMicros: SECOND } }),
          fifoNode({ id: 'dead.fifo', number: 1 }),
        ],
        pools: [pool({ workers: 3, turnable: { failureShare: 0.5 } })],
      }),
      55,
    )
    const [source, dead] = [queueOf(engine.nodes), queueOf(engine.nodes, 1)]
    expect(source.c[DEAD_LETTERED]).toBeGreaterThan(10)
    expect(dead.c[MOVED_IN]).toBe(source.c[DEAD_LETTERED])
    expect(dead.visible).toBe(dead.c[MOVED_IN])
    expect(engine.pools[0]!.c[FAILED]).toBeGreaterThan(30)
  })

  test('FIFO.22 poison without a dead-letter queue blocks its group alone', () => {
    const worked = workedByKey(
      fifoRun({
        producers: [producer({ keys: { kind: 'list', keys: ['a', 'b'] }, turnable: { ratePerSecond: 10 } })],
        nodes: [fifoNode({ turnable: { visibilityTimeoutMicros: 60 * SECOND } })],
        pools: [
          pool({ id: 'dies', turnable: { serviceMicros: 60 * SECOND } }),
          pool({ id: 'works', firstWorker: 1, turnable: { serviceMicros: 1000 } }),
        ],
      }),
      40,
    )
    expect([...worked.values()].map(({ length }) => length > 100)).toEqual([true])
  })
})
