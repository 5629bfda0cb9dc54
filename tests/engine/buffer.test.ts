import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/engine/index.ts'
import { play, runTo, SECOND, storedIn } from './play.ts'
import { plan, producer, stream } from './testPlan.ts'

const BLOCK = 0
const DROP_OLDEST = 1
const DROP_NEWEST = 2

/** 100 records/s against a stream of 10/s: of the first 20 s 2,000 are new and 210 find a token (10 were saved up). */
const flooded = (whenFull: number, more: Partial<Plan> = {}): Plan =>
  plan({
    producers: [
      producer({
        callsAtOnce: 1,
        turnable: {
          ratePerSecond: 100,
          bufferRecords: 50,
          whenFull,
          backoffBaseMicros: 10_000,
          backoffMaxMicros: 10_000,
        },
      }),
    ],
    streams: [stream({ turnable: { writeRecordsPerSecond: 10 } })],
    ...more,
  })

const counts = (p: Plan, seconds: number) => {
  const link = play(p, seconds).producers[0]!.links[0]!
  const { newTotal, storedTotal, notYetStored, held, droppedTotal, givenUpTotal } = link
  return { newTotal, storedTotal, notYetStored, held, droppedTotal, givenUpTotal }
}

describe('what happens when the send buffer is full', () => {
  it('block: the rest is held at the source', () => {
    expect(counts(flooded(BLOCK), 20)).toEqual({
      newTotal: 2000,
      storedTotal: 209,
      notYetStored: 50,
      held: 1741,
      droppedTotal: 0,
      givenUpTotal: 0,
    })
  })

  it('drop newest and drop oldest lose the same number', () => {
    const newest = counts(flooded(DROP_NEWEST), 20)
    expect(newest).toEqual({
      newTotal: 2000,
      storedTotal: 209,
      notYetStored: 50,
      held: 0,
      droppedTotal: 1741,
      givenUpTotal: 0,
    })
    expect(counts(flooded(DROP_OLDEST), 20)).toEqual(newest)
  })

  it('blocked records keep the moment of their arrival and leave in the order in which they came', () => {
    const engine = play(flooded(BLOCK), 20)
    const stored = storedIn(engine)
    expect(stored.slice(0, 10).map(({ record }) => record)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(engine.world.records.createdAt(engine.streams[0]!.shards[0]!.log.get(9))).toBe(100_000)
  })

  it('drop oldest keeps the newest of those that wait, drop newest the oldest', () => {
    // A call takes a second, so records wait and none is refused.
    const slow = (whenFull: number) =>
      storedIn(
        play(
          plan({
            producers: [
              producer({
                callsAtOnce: 1,
                turnable: { ratePerSecond: 10, bufferRecords: 5, whenFull, callLatencyMicros: SECOND },
              }),
            ],
            streams: [stream()],
          }),
          4.05,
        ),
      ).map(({ record }) => record)
    // In the call under way is one of the five places; 0.1 s between records.
    expect(slow(DROP_NEWEST)).toEqual([0, 1, 2])
    expect(slow(DROP_OLDEST)).toEqual([0, 7, 17])
  })

  it('a limit that is turned up lets the held records flow; a buffer that drops instead lets them go at once', () => {
    const wide = flooded(BLOCK, {
      interventions: [
        { at: 20 * SECOND, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 },
        { at: 20 * SECOND, kind: 'stream', node: 0, action: 'set', field: 'writeRecordsPerSecond', value: 1000 },
      ],
    })
    expect(counts(wide, 40)).toMatchObject({ newTotal: 2000, storedTotal: 2000, held: 0, notYetStored: 0 })
    const dropping = flooded(BLOCK, {
      interventions: [
        { at: 20 * SECOND, kind: 'producer', node: 0, action: 'set', field: 'whenFull', value: DROP_NEWEST },
      ],
    })
    const engine = play(dropping, 19.999)
    expect(engine.producers[0]!.links[0]!.held).toBeGreaterThan(1700)
    runTo(engine, 20)
    expect(engine.producers[0]!.links[0]!).toMatchObject({ held: 0, newTotal: 2000 })
    expect(engine.producers[0]!.links[0]!.droppedTotal).toBe(1741)
  })
})

describe('batching', () => {
  const batches = (turnable: object, seconds: number) => {
    const engine = play(
      plan({ producers: [producer({ turnable: { ratePerSecond: 100, ...turnable } })], streams: [stream()] }),
      seconds,
    )
    const link = engine.producers[0]!.links[0]!
    return { calls: link.callsTotal, stored: link.storedTotal, first: storedIn(engine)[0]?.seconds }
  }

  it('a full batch goes at once', () => {
    expect(batches({ batchRecords: 10, lingerMicros: SECOND }, 1)).toEqual({ calls: 10, stored: 100, first: 0.1 })
  })

  it('a batch that is not full goes after its time', () => {
    // Records at 10, 20, ... ms; the first waits 25 ms for others.
    expect(batches({ batchRecords: 10, lingerMicros: 25_000 }, 0.04)).toEqual({ calls: 1, stored: 3, first: 0.035 })
  })

  it('a call takes its time until the record is stored', () => {
    expect(batches({ callLatencyMicros: 15_000 }, 0.04)).toEqual({ calls: 4, stored: 2, first: 0.025 })
  })

  it('no more calls at once than allowed', () => {
    const engine = play(
      plan({
        producers: [producer({ callsAtOnce: 2, turnable: { ratePerSecond: 100, callLatencyMicros: 100_000 } })],
        streams: [stream()],
      }),
      1,
    )
    expect(engine.producers[0]!.links[0]!.callsUnderWay).toBe(2)
    expect(engine.producers[0]!.links[0]!.storedTotal).toBe(18)
  })
})

describe('back-off', () => {
  const attempts = (turnable: object, until: number) => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ratePerSecond: 0, ...turnable } })],
        // The first record takes the one token there is for a long time.
        streams: [stream({ turnable: { writeRecordsPerSecond: 1 } })],
        interventions: [
          { at: SECOND, kind: 'producer', node: 0, action: 'sendOne' },
          { at: SECOND, kind: 'stream', node: 0, action: 'set', field: 'writeRecordsPerSecond', value: 0.001 },
          { at: SECOND, kind: 'producer', node: 0, action: 'sendOne' },
        ],
      }),
      until,
    )
    return engine.producers[0]!.links[0]!.attemptsTotal - 1
  }

  it('doubles from its base to its cap', () => {
    // Attempts 0, 0.1, 0.3, 0.7, 1.5, then every second (the cap): 2.5, 3.5 s later.
    expect([1, 1.0999, 1.1, 1.3, 1.7, 2.5, 3.4999, 3.5, 4.5].map((until) => attempts({}, until))).toEqual([
      1, 1, 2, 3, 4, 5, 5, 6, 7,
    ])
  })

  it('with jitter waits between half of it (or nothing) and all of it', () => {
    const spread = (jitter: number) => {
      const least = attempts({ jitter, backoffBaseMicros: SECOND, backoffMaxMicros: SECOND }, 1 + 10)
      return least
    }
    expect(spread(0)).toBe(11)
    expect(spread(1)).toBeGreaterThan(11)
    expect(spread(1)).toBeLessThan(21)
    expect(spread(2)).toBeGreaterThan(spread(1))
  })
})
