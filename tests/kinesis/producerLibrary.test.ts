import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, type KplPlan, type Plan } from '../../src/engine/index.ts'
import { play, SECOND, sendSizes, storedIn } from '../engine/play.ts'
import { stream } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'
import { type Changes, library, linkOf, packing, packs } from './producerLibrary.ts'

describe('KIN6.07 Kinesis records are collected for one call', () => {
  const FAST: Partial<KplPlan> = {
    aggregates: false,
    recordsPerSecond: 1e6,
    savedRecords: 1e6,
    bytesPerSecond: 1e9,
    savedBytes: 1e9,
  }
  const wide = { writeRecordsPerSecond: 1e6, writeBytesPerSecond: 1e9 }
  const sends = (sizes: number[]) => {
    const of = packs(FAST, { turnable: { ratePerSecond: 0 } })
    return library(of, {
      streams: [stream({ turnable: wide, packing: packing(of) })],
      interventions: sendSizes(1, sizes),
    })
  }
  const calls = (of: Plan, drawing: string) => {
    const engine = createEngine(of, 1)
    expectTimeline(drawing, (micros) => {
      engine.run(micros, Number.POSITIVE_INFINITY)
      return `${linkOf(engine).callsTotal} calls, ${linkOf(engine).storedTotal} stored`
    })
  }

  test('KIN6.07 500 at most: a full call goes at once, the rest when its time has come', () => {
    calls(
      sends(new Array(1203).fill(100)),
      `
      1         seen   2 calls, 1000 stored
      1.099999  seen   2 calls, 1000 stored
      1.1       seen   3 calls, 1203 stored
      `,
    )
  })

  test('KIN6.07 5 MiB at most', () => {
    calls(
      sends(new Array(7).fill(1_048_575)),
      `
      1         seen   1 calls, 5 stored
      1.1       seen   2 calls, 7 stored
      `,
    )
  })

  test('KIN6.07 packed records of several shards share a call', () => {
    const of = packs({}, { keys: { kind: 'even', count: 200 }, turnable: { ratePerSecond: 1000 } })
    const engine = play(library(of, {}, 4), 30)
    // Four shards close a record every 100 ms or a little more, and all go together.
    const { callsTotal, kinesisRecordsTotal } = linkOf(engine)
    expect(kinesisRecordsTotal / callsTotal).toBeGreaterThan(2)
  })
})

describe('KIN6.08 how long the producer library waits and what it does with a refused record', () => {
  /** One record a second is taken, each user record alone. */
  const narrow = (own: Partial<KplPlan>, sizes: number[]) => {
    const of = packs({ aggregates: false, ...own }, { turnable: { ratePerSecond: 0 } })
    return library(of, {
      streams: [stream({ turnable: { writeRecordsPerSecond: 1 }, packing: packing(of) })],
      interventions: sendSizes(1, sizes),
    })
  }
  const told = (of: Plan, drawing: string) => {
    const engine = createEngine(of, 1)
    expectTimeline(drawing, (micros) => {
      engine.run(micros, Number.POSITIVE_INFINITY)
      const { attemptsTotal, storedTotal, givenUpTotal, notYetStored } = linkOf(engine)
      return `${attemptsTotal} sent, ${storedTotal} stored, ${givenUpTotal} given up, ${notYetStored} waiting`
    })
  }

  test('KIN6.08 refused records go again without a back-off: half of the longest wait in the collection', () => {
    told(
      narrow({}, [100, 100]),
      `
      1.099999  seen   0 sent, 0 stored, 0 given up, 2 waiting
      1.1       seen   2 sent, 1 stored, 0 given up, 1 waiting
      1.15      seen   3 sent, 1 stored, 0 given up, 1 waiting
      1.2       seen   4 sent, 1 stored, 0 given up, 1 waiting
      2.1       seen   22 sent, 2 stored, 0 given up, 0 waiting
      `,
    )
  })

  test('KIN6.08 a record that is older than RecordTtl is given up when it is refused', () => {
    told(
      narrow({ ttlMicros: 300_000 }, [100, 100]),
      `
      1.25      seen   5 sent, 1 stored, 0 given up, 1 waiting
      1.3       seen   6 sent, 1 stored, 1 given up, 0 waiting
      `,
    )
  })

  test('KIN6.08 with FailIfThrottled it is given up at once', () => {
    told(
      narrow({ failsIfThrottled: true }, [100, 100, 100]),
      `
      1.1       seen   3 sent, 1 stored, 2 given up, 0 waiting
      `,
    )
  })

  test('KIN6.08 the limiter starts empty, lets a shard have 150 % of its limit and looks every 25 ms', () => {
    const of = packs({ aggregates: false, bufferedMicros: 50_000 }, { turnable: { ratePerSecond: 0 } })
    const engine = createEngine(library(of, { interventions: sendSizes(0, new Array(100).fill(100)) }), 1)
    // 37.5 records come free in 25 ms; the first ones wait 50 ms for their call, and those of the next look go with them.
    expectTimeline(
      `
      0.074999  seen   0
      0.075     seen   75
      0.124999  seen   75
      0.125     seen   100
      `,
      (micros) => {
        engine.run(micros, Number.POSITIVE_INFINITY)
        return `${linkOf(engine).attemptsTotal}`
      },
    )
  })

  test('KIN6.08 above the limit it makes refusals fewer and does not end them', () => {
    const of = packs(
      { aggregates: false },
      { callsAtOnce: 24, turnable: { ratePerSecond: 3000, bufferRecords: 100_000 } },
    )
    const engine = play(library(of, { durationMicros: 20 * SECOND, binMicros: SECOND }))
    const { attemptsTotal, storedTotal } = linkOf(engine)
    expect(attemptsTotal).toBeLessThanOrEqual(1500 * 20)
    expect(attemptsTotal).toBeGreaterThan(1500 * 19)
    expect(storedTotal).toBeLessThanOrEqual(21_000)
  })

  /** The longest that a record was made before another one that was stored before it. */
  const overtaken = (engine: Engine) => {
    let [latest, most] = [0, 0]
    for (const { record } of storedIn(engine)) {
      const made = engine.world.records.createdAt(engine.world.records.reference(0, record))
      most = Math.max(most, latest - made)
      latest = Math.max(latest, made)
    }
    return most / SECOND
  }
  const spread: Changes = {
    callLatencySpread: 1,
    turnable: { ratePerSecond: 500, recordBytes: 500, callLatencyMicros: 20_000 },
  }

  test('KIN6.08 as long as nothing fails, reordering stays within twice the longest wait', () => {
    const engine = play(library(packs({}, spread)), 60)
    expect(linkOf(engine).refusedTotal).toBe(0)
    expect(overtaken(engine)).toBeGreaterThan(0)
    // A record that comes when the wait of its pack has ended opens the next one: hence one gap between two records more.
    expect(overtaken(engine)).toBeLessThanOrEqual(0.2 + 1 / 500)
  })

  test('KIN6.08 with refusals a record comes after ones that were made much later', () => {
    const of = packs({}, spread)
    const limits = { writeBytesPerSecond: 200_000, recordBytesLimit: 60_000 }
    const engine = play(library(of, { streams: [stream({ turnable: limits, packing: packing(of) })] }), 60)
    expect(linkOf(engine).refusedTotal).toBeGreaterThan(0)
    expect(overtaken(engine)).toBeGreaterThan(0.2)
  })
})
