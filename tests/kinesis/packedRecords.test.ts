import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, type KplPlan, lifeOf, type Plan } from '../../src/engine/index.ts'
import { unbalanced } from '../engine/ledger.ts'
import { play, SECOND, sendSizes } from '../engine/play.ts'
import { application, fanOut, stream } from '../engine/testPlan.ts'
import { expectTimeline, tally } from '../engine/timeline.ts'
import { library, linkOf, OVERHEAD, packing, packs } from './producerLibrary.ts'
import { gauge } from './readers.ts'

/** Sizes of the Kinesis records of a shard, in user records, in order. */
function sizesIn(engine: Engine, shard = 0): number[] {
  const { packs: in_, tip } = engine.streams[0]!.shards[shard]!
  const sizes: number[] = []
  for (let i = 0; i < tip; i = in_!.endOf(i)) sizes.push(in_!.endOf(i) - i)
  return sizes
}

/** Lines of time, `seen`, and the Kinesis records stored so far: `2 x 3` = two of three user records each. */
function expectStored(of: Plan, drawing: string): void {
  const engine = createEngine(of, 1)
  expectTimeline(drawing, (micros) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    const sizes = sizesIn(engine)
    return sizes.length === 0 ? 'nothing' : tally(sizes.map((size) => `of ${size}`))
  })
}

describe('KIN6.06 the producer library packs user records of one shard into a Kinesis record', () => {
  test('KIN6.06 up to 51,200 B; the record that does not fit begins the next', () => {
    // 51,200 / (991 + 1 + 8) = 51.2
    const sends = sendSizes(0, new Array(103).fill(991))
    expectStored(
      library(packs({}, { turnable: { ratePerSecond: 0 } }), { interventions: sends }),
      `
      0.049999  seen   nothing
      0.1       seen   2 of 51
      0.149999  seen   2 of 51
      0.15      seen   2 of 51, 1 of 1
      `,
    )
  })

  test('KIN6.06 a user record that is larger goes alone, as it is', () => {
    const of = library(packs({}, { turnable: { ratePerSecond: 0 } }), {
      interventions: sendSizes(0, [100, 60_000, 100]),
    })
    const engine = play(of, 1)
    expect(sizesIn(engine)).toEqual([1, 1, 1])
    expect(engine.streams[0]!.shards[0]!.storedBytes).toBe(60_001 + 2 * (101 + OVERHEAD))
  })

  test('KIN6.06 the record limit of a shard counts it once, the byte limit all that is in it', () => {
    const offered = (own: Partial<KplPlan>) => {
      const of = library(packs(own, { turnable: { ratePerSecond: 4000, recordBytes: 191 } }), { binMicros: SECOND })
      return play(of, 20)
    }
    const packed = offered({})
    expect(linkOf(packed).refusedTotal).toBe(0)
    expect(linkOf(packed).storedTotal).toBeGreaterThan(79_000)
    // Not packed, a thousand a second are stored, as of any producer, and those that saved up at the start.
    const alone = offered({ aggregates: false, recordsPerSecond: 4000 })
    expect(linkOf(alone).storedTotal).toBeLessThanOrEqual(21_000)
    expect(linkOf(alone).refusedTotal).toBeGreaterThan(0)
  })

  test('KIN6.06 readers take it apart: each user record is worked, after its neighbours, and none is cut', () => {
    const readers = [
      application({ turnable: { recordsPerCall: 2, serviceMicros: 0 } }),
      application({ id: 'pushed', fanOut: fanOut({ bytesPerSecond: 30_000 }), turnable: { serviceMicros: 0 } }),
    ]
    const of = library(packs({}, { turnable: { ratePerSecond: 100, recordBytes: 91 } }), { applications: readers })
    const engine = createEngine(of, 1)
    const shard = engine.streams[0]!.shards[0]!
    for (let at = 0.1; at < 30; at += 0.1) {
      engine.run(at * SECOND, Number.POSITIVE_INFINITY)
      for (const app of engine.applications) {
        const { fetched } = app.readers[0]!
        expect(shard.packs!.startOf(fetched)).toBe(fetched)
      }
    }
    engine.settle()
    // Two Kinesis records of ten in a call each second: 20 user records a second of 100.
    expect(gauge(engine, 'processedTotal', 0)).toBeGreaterThan(29 * 18)
    expect(gauge(engine, 'processedTotal', 0)).toBeLessThan(29 * 23)
    expect(gauge(engine, 'processedTotal', 1)).toBeGreaterThan(2950)
  })

  test('KIN6.06 the life of a user record tells that it was packed, and with how many', () => {
    const of = library(packs({}, { turnable: { ratePerSecond: 100 } }), { applications: [application()] })
    const engine = createEngine(of, 1)
    const life = lifeOf(engine, engine.world.records.reference(0, 12), 3 * SECOND, 100)
    const told = life.map(({ at, step, detail }) => `${(at / SECOND).toFixed(3)} ${step} ${detail}`)
    expect(told).toEqual([
      '0.130 made 100',
      '0.220 packed 11',
      '0.270 stored 1',
      '1.000 received 0',
      expect.stringMatching(/^1\.0\d\d worked 0$/),
      expect.stringMatching(/^1\.0\d\d effect 0$/),
    ])
  })
})

describe('W10 the producer library makes ten Kinesis records of a thousand', () => {
  test('W10 1,000 records/s of 512 B on one shard: about ten Kinesis records a second of about 50 KB', () => {
    const of = library(packs({}, { turnable: { ratePerSecond: 1000, recordBytes: 512 } }))
    const engine = play(of, 60)
    const stored = sizesIn(engine)
    const { shards } = engine.streams[0]!
    expect(linkOf(engine).kinesisRecordsTotal).toBe(stored.length)
    expect(stored.length / 60).toBeGreaterThan(10)
    expect(stored.length / 60).toBeLessThan(10.5)
    const kibi = shards[0]!.storedBytes / stored.length / 1024
    expect(kibi).toBeGreaterThan(48.8)
    expect(kibi).toBeLessThanOrEqual(50)
    expect(linkOf(engine).refusedTotal).toBe(0)
  })
})

describe('whatever the library does', () => {
  const resharding = { ...stream().resharding, micros: 2 * SECOND }
  const busy = (own: Partial<KplPlan> = {}, callFailureShare = 0): Plan => {
    const of = packs(own, {
      ...{ spacing: 1, recordBytesMax: 3000, callLatencySpread: 1, callsAtOnce: 3 },
      keys: { kind: 'zipf', count: 60, exponent: 1 },
      turnable: {
        ratePerSecond: 900,
        recordBytes: 50,
        callLatencyMicros: 15_000,
        bufferRecords: 700,
        callFailureShare,
      },
    })
    return library(of, {
      durationMicros: 20 * SECOND,
      binMicros: SECOND,
      streams: [
        stream({
          shards: 2,
          shardsAtMost: 4,
          resharding,
          turnable: { writeBytesPerSecond: 400_000 },
          packing: packing(of),
        }),
      ],
      applications: [
        application({ turnable: { serviceMicros: 500 } }),
        application({ id: 'pushed', fanOut: fanOut(), turnable: { serviceMicros: 500 } }),
      ],
    })
  }

  test.each<[string, Partial<KplPlan>, number?]>([
    ['packed', {}],
    ['alone', { aggregates: false }],
    ['giving up', { ttlMicros: 400_000 }],
    ['failing', { failsIfThrottled: true }],
    ['with calls that fail on their way', {}, 0.1],
  ])('KIN6.06 KIN6.08 no user record is lost or doubled: %s', (_, own, callFailureShare = 0) => {
    const engine = createEngine(busy(own, callFailureShare), 3)
    for (let at = 0.7; at <= 20; at += 0.7) {
      engine.run(at * SECOND, Number.POSITIVE_INFINITY)
      expect(unbalanced(engine)).toEqual([])
    }
    expect(linkOf(engine).refusedTotal).toBeGreaterThan(0)
  })

  test('KIN6.06 after a split every user record is in the shard of its own key', () => {
    const engine = createEngine(busy(), 3)
    const [stream_] = engine.streams
    engine.run(5.03 * SECOND, Number.POSITIVE_INFINITY)
    stream_!.splitShard(0, 2n ** 126n, 5.03 * SECOND)
    const before = stream_!.shards[0]!
    engine.run(20 * SECOND, Number.POSITIVE_INFINITY)
    expect(before.isOpen).toBe(false)
    expect(unbalanced(engine)).toEqual([])
    for (const shard of stream_!.shards.filter(({ isOpen }) => isOpen))
      for (let i = 0; i < shard.tip; i++)
        expect(stream_!.rowOf(engine.world.records.keyOf(shard.log.get(i)))).toBe(shard.number)
  })

  test('a run goes on from any snapshot as it went', () => {
    const straight = play(busy())
    const wound = createEngine(busy(), 1)
    for (const seconds of [1.111, 7.3, 15]) {
      wound.run(seconds * SECOND, Number.POSITIVE_INFINITY)
      const snapshot = wound.snapshot()
      wound.run(20 * SECOND, Number.POSITIVE_INFINITY)
      expect(wound.digest()).toBe(straight.digest())
      wound.restore(snapshot)
    }
  })
})
