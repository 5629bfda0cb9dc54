import { describe, expect, it } from 'vitest'
import * as Pool from '../../src/engine/clients/poolCounters.ts'
import type { Engine, Plan, PlanIntervention } from '../../src/engine/index.ts'
import { DELIVERIES, EMPTY, OVER_LIMIT, RETURNED_COUNT } from '../../src/engine/sqs/queueCounters.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'

const silent = producer({ turnable: { ratePerSecond: 0 } })
const sendOne = (seconds: number, times = 1): PlanIntervention[] =>
  Array.from({ length: times }, () => ({
    at: Math.round(seconds * SECOND),
    kind: 'producer',
    node: 0,
    action: 'sendOne',
  }))
const onPool = (seconds: number, action: 'crash' | 'start', worker: number): PlanIntervention => ({
  at: Math.round(seconds * SECOND),
  kind: 'pool',
  node: 0,
  action,
  worker,
})
const turnPool = (seconds: number, field: string, value: number): PlanIntervention => ({
  at: Math.round(seconds * SECOND),
  kind: 'pool',
  node: 0,
  action: 'set',
  field,
  value,
})

const some = (parts: Partial<Plan>) => plan({ producers: [silent], queues: [queue()], pools: [pool()], ...parts })
const count = (engine: Engine, field: number, p = 0) => engine.pools[p]!.c[field]!
const states = (engine: Engine) =>
  Array.from({ length: engine.pools[0]!.plan.workers }, (_, w) => engine.pools[0]!.stateOf(w))

describe('SQS.12: long poll', () => {
  it('a message that comes is handed over in the same microsecond', () => {
    const engine = play(some({ interventions: sendOne(7.123456) }), 7.123456)
    expect(states(engine)).toEqual([1])
    runTo(engine, 7.124456)
    expect(count(engine, Pool.PROCESSED)).toBe(1)
    expect(engine.pools[0]!.c[Pool.LATENCY_SUM]).toBe(1000)
  })

  it('ends empty after its time and is asked again; a poll that was answered was not empty', () => {
    const engine = play(some({}), 59.9)
    expect(engine.queues[0]!.c[EMPTY]).toBe(2)
    const answered = play(some({ interventions: [10, 20, 30, 40, 50].flatMap((seconds) => sendOne(seconds)) }), 59.9)
    expect(answered.queues[0]!.c[EMPTY]).toBe(0)
    expect(count(answered, Pool.PROCESSED)).toBe(5)
  })

  it('waiting workers are served in the order in which they asked', () => {
    const engine = play(
      some({
        pools: [pool({ workers: 3, turnable: { serviceMicros: 100 * SECOND } })],
        interventions: [...sendOne(5), ...sendOne(6)],
      }),
      6,
    )
    expect(states(engine)).toEqual([1, 1, 0])
  })

  it('a message whose timeout ends goes to a waiting worker at that moment', () => {
    const engine = play(
      some({
        queues: [queue({ turnable: { visibilityTimeoutMicros: 8 * SECOND } })],
        pools: [pool({ workers: 2, turnable: { serviceMicros: 10 * SECOND } })],
        interventions: sendOne(1),
      }),
      9,
    )
    expect(states(engine)).toEqual([1, 1])
    runTo(engine, 20)
    expect([count(engine, Pool.PROCESSED), count(engine, Pool.AGAIN)]).toEqual([2, 1])
  })
})

describe('SQS.11: short poll', () => {
  it('answers at once, and is repeated after its pause', () => {
    const engine = play(
      some({ pools: [pool({ turnable: { waitMicros: 0, idleMicros: 180_000, callLatencyMicros: 20_000 } })] }),
      9.9,
    )
    expect(engine.queues[0]!.c[EMPTY]).toBe(50)
  })
})

describe('SQS.04: SendMessageBatch', () => {
  it('ten messages at most, 1 MiB together at most (SQS.03)', () => {
    const calls = (recordBytes: number, batchRecords: number) => {
      const engine = play(
        some({
          producers: [
            producer({
              turnable: { ratePerSecond: 0, recordBytes, batchRecords, lingerMicros: 1000, callLatencyMicros: 1000 },
            }),
          ],
          pools: [],
          interventions: sendOne(1, 25),
        }),
        2,
      )
      expect(engine.queues[0]!.visible).toBe(25)
      return engine.producers[0]!.links[0]!.callsTotal
    }
    expect(calls(100, 500)).toBe(3)
    expect(calls(100, 5)).toBe(5)
    expect(calls(104_857, 10)).toBe(3)
    expect(calls(104_858, 10)).toBe(3)
    expect(calls(349_525, 10)).toBe(9)
    expect(calls(349_526, 10)).toBe(13)
  })
})

describe('SQS.20 and W32: 20 ms a call, one thread', () => {
  const sent = (batchRecords: number) => {
    const engine = play(
      some({
        producers: [
          producer({
            callsAtOnce: 1,
            turnable: { ratePerSecond: 2000, bufferRecords: 100, batchRecords, callLatencyMicros: 20_000 },
          }),
        ],
        pools: [],
      }),
      10,
    )
    return engine.producers[0]!.links[0]!.storedTotal / 10
  }

  it('W32 50 calls a second; batches of ten carry 500 messages a second', () => {
    expect(sent(1)).toBeCloseTo(50, 0)
    expect(sent(10)).toBeCloseTo(500, -1)
  })

  it('SQS.20 receive and delete cost a call each: a worker without work does 25 messages a second', () => {
    const engine = play(
      some({
        producers: [producer({ turnable: { ratePerSecond: 200 } })],
        pools: [pool({ turnable: { callLatencyMicros: 20_000, serviceMicros: 0 } })],
      }),
      10,
    )
    expect(count(engine, Pool.PROCESSED) / 10).toBeCloseTo(25, 0)
  })
})

describe('SQS.08 with long polls', () => {
  it('nothing is said and nothing received while too many are in flight; a delete lets the next one in', () => {
    const engine = play(
      some({
        queues: [queue({ turnable: { inFlightLimit: 2 } })],
        pools: [pool({ workers: 5, turnable: { serviceMicros: SECOND } })],
        interventions: sendOne(1, 10),
      }),
      1.5,
    )
    expect(engine.queues[0]!.inFlight).toBe(2)
    expect(states(engine).filter((state) => state === 1).length).toBe(2)
    runTo(engine, 6)
    expect(count(engine, Pool.PROCESSED)).toBe(10)
    expect(engine.queues[0]!.c[OVER_LIMIT]).toBeGreaterThan(0)
  })
})

describe('W56: a batch that takes longer than the visibility timeout', () => {
  it('W56 ten messages of 5 s each, timeout 28 s, a second worker polling: 6 to 10 are processed twice', () => {
    const engine = play(
      some({
        durationMicros: 120 * SECOND,
        queues: [queue({ turnable: { visibilityTimeoutMicros: 28 * SECOND } })],
        pools: [
          pool({ id: 'first', turnable: { messagesPerCall: 10, serviceMicros: 5 * SECOND } }),
          pool({ id: 'second', firstWorker: 1, turnable: { messagesPerCall: 10, serviceMicros: 0 } }),
        ],
        // All ten are there before the first worker asks: it comes at 2 s.
        interventions: [
          { at: 0, kind: 'pool', node: 0, action: 'crash', worker: 0 },
          { at: 0, kind: 'pool', node: 1, action: 'crash', worker: 0 },
          ...sendOne(1, 10),
          onPool(2, 'start', 0),
          { at: 3 * SECOND, kind: 'pool', node: 1, action: 'start', worker: 0 },
        ],
      }),
      120,
    )
    // Done and deleted at 7, 12, 17, 22, 27 s; the timeouts end at 30 s, when five are left.
    expect(engine.queues[0]!.c[RETURNED_COUNT]).toBe(5)
    expect([count(engine, Pool.PROCESSED, 0), count(engine, Pool.PROCESSED, 1)]).toEqual([10, 5])
    expect(count(engine, Pool.AGAIN, 0) + count(engine, Pool.AGAIN, 1)).toBe(5)
    expect(engine.queues[0]!).toMatchObject({ visible: 0, inFlight: 0 })
  })
})

describe('workers', () => {
  it('SQS.02, competing: each message goes to one of them', () => {
    const engine = play(
      some({
        producers: [producer({ turnable: { ratePerSecond: 30 } })],
        pools: [pool({ workers: 4, turnable: { serviceMicros: 100_000 } })],
      }),
      30,
    )
    const done = [0, 1, 2, 3].map((worker) => engine.pools[0]!.processedBy(worker))
    expect(count(engine, Pool.AGAIN)).toBe(0)
    expect(done.reduce((a, b) => a + b)).toBe(count(engine, Pool.PROCESSED))
    expect(count(engine, Pool.PROCESSED)).toBe(897)
    for (const each of done) expect(each).toBeGreaterThan(200)
  })

  it('what a dead worker held comes back after the timeout; a started one asks at once', () => {
    const engine = play(
      some({
        queues: [queue({ turnable: { visibilityTimeoutMicros: 10 * SECOND } })],
        pools: [pool({ workers: 2, turnable: { serviceMicros: 4 * SECOND } })],
        interventions: [...sendOne(1), onPool(2, 'crash', 0), onPool(30, 'start', 0)],
      }),
      10.999999,
    )
    expect(states(engine)).toEqual([2, 0])
    expect(engine.queues[0]!.inFlight).toBe(1)
    runTo(engine, 11)
    expect(states(engine)).toEqual([2, 1])
    runTo(engine, 15)
    expect(count(engine, Pool.PROCESSED)).toBe(1)
    runTo(engine, 30)
    expect(states(engine)).toEqual([0, 0])
  })

  it('A14, deleted before the work: what a dead worker held is lost', () => {
    const engine = play(
      some({
        pools: [pool({ turnable: { serviceMicros: 4 * SECOND, deleteWhen: 1, messagesPerCall: 10 } })],
        interventions: [
          onPool(0, 'crash', 0),
          ...sendOne(1, 3),
          onPool(2, 'start', 0),
          onPool(7, 'crash', 0),
          onPool(50, 'start', 0),
        ],
      }),
      60,
    )
    expect([count(engine, Pool.PROCESSED), count(engine, Pool.LOST)]).toEqual([1, 2])
    expect(engine.queues[0]!).toMatchObject({ visible: 0, inFlight: 0 })
  })

  it('messages in hand are still deleted when deletion before the work is turned on', () => {
    const engine = play(
      some({
        pools: [pool({ turnable: { serviceMicros: 4 * SECOND } })],
        interventions: [...sendOne(1), turnPool(2, 'deleteWhen', 1)],
      }),
      60,
    )
    expect(count(engine, Pool.PROCESSED)).toBe(1)
    expect(engine.queues[0]!).toMatchObject({ visible: 0, inFlight: 0 })
  })

  it('failed work is not deleted and comes back', () => {
    const engine = play(
      some({
        queues: [queue({ turnable: { visibilityTimeoutMicros: 5 * SECOND } })],
        pools: [pool({ turnable: { failureShare: 1 } })],
        interventions: sendOne(1),
      }),
      22,
    )
    // Received at 1, 6, 11, 16 and 21 s.
    expect(engine.queues[0]!.c[DELIVERIES]).toBe(5)
    expect(count(engine, Pool.PROCESSED)).toBe(0)
  })
})
