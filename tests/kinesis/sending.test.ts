import { describe, expect, it } from 'vitest'
import { play, sendSizes, storedIn } from '../engine/play.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'

const silent = { ratePerSecond: 0 }

describe('KIN1.07 and W11: partial failure of PutRecords', () => {
  it('[a, b, c] with b throttled is stored as a, c, b, and the response says one failure', () => {
    // 1,048,576 B are there: a and c fit, b does not before 0.6 s have been saved up.
    const engine = play(
      plan({
        producers: [producer({ turnable: { ...silent, batchRecords: 3, lingerMicros: 5_000_000 } })],
        streams: [stream()],
        interventions: sendSizes(1, [600_000, 600_000, 400_000]),
      }),
    )
    expect(storedIn(engine).map(({ record }) => record)).toEqual([0, 2, 1])
    const link = engine.producers[0]!.links[0]!
    // What comes back does not linger for its batch to fill up: b is tried at 1.1, 1.3 and 1.7 s.
    expect(storedIn(engine).map(({ seconds }) => seconds)).toEqual([1, 1, 1.7])
    expect({ attempts: link.attemptsTotal, refused: link.refusedTotal, calls: link.callsTotal }).toEqual({
      attempts: 6,
      refused: 3,
      calls: 4,
    })
  })

  it('with single puts the refused record comes back after its back-off, doubled each time', () => {
    const engine = play(
      plan({
        producers: [producer({ turnable: silent })],
        streams: [stream()],
        interventions: sendSizes(1, [1_048_570, 500_000]),
      }),
    )
    // 500,006 B are there 0.477 s later; attempts at 1, 1.1, 1.3 and 1.7 s.
    expect(storedIn(engine).map(({ seconds }) => seconds)).toEqual([1, 1.7])
  })

  it('KIN1.08, attempts come to an end: the record is given up', () => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ...silent, attemptsMax: 3 } })],
        streams: [stream({ turnable: { writeBytesPerSecond: 1000, recordBytesLimit: 1_048_576 } })],
        interventions: sendSizes(1, [1_048_000, 1000]),
      }),
    )
    const link = engine.producers[0]!.links[0]!
    expect([link.storedTotal, link.givenUpTotal, link.attemptsTotal, link.notYetStored]).toEqual([1, 1, 4, 0])
  })

  it('KIN1.04, a record that is too large is given up after one attempt', () => {
    const engine = play(
      plan({
        producers: [producer({ turnable: silent })],
        streams: [stream()],
        interventions: sendSizes(1, [1_048_576]),
      }),
    )
    const link = engine.producers[0]!.links[0]!
    expect([link.givenUpTotal, link.attemptsTotal]).toEqual([1, 1])
  })
})

describe('KIN1.06: a PutRecords call holds at most 500 records and 10 MiB', () => {
  const calls = (turnable: object, limits: object, sizes: readonly number[]) => {
    const engine = play(
      plan({
        producers: [producer({ turnable: { ...silent, callLatencyMicros: 1000, ...turnable } })],
        streams: [stream({ turnable: { writeRecordsPerSecond: 1e6, writeBytesPerSecond: 1e9, ...limits } })],
        interventions: sendSizes(1, sizes),
      }),
    )
    const link = engine.producers[0]!.links[0]!
    return { calls: link.callsTotal, stored: link.storedTotal }
  }

  it('records', () => {
    const sizes = Array.from({ length: 1001 }, () => 10)
    const batch = { batchRecords: 5000, lingerMicros: 10_000 }
    expect(calls(batch, {}, sizes)).toEqual({ calls: 3, stored: 1001 })
    expect(calls(batch, { putRecordsLimit: 100 }, sizes)).toEqual({ calls: 11, stored: 1001 })
  })

  it('bytes, keys counted', () => {
    const batch = { batchRecords: 500, lingerMicros: 10_000 }
    // 10 records of 1 MiB with their key fill the call exactly; "user-0" is 6 B.
    const whole = Array.from({ length: 20 }, () => 1_048_576 - 6)
    expect(calls(batch, {}, whole)).toEqual({ calls: 2, stored: 20 })
    const more = { recordBytesLimit: 2_000_000 }
    const larger = [1_048_576 - 5, ...whole.slice(1)]
    expect(calls(batch, more, larger)).toEqual({ calls: 3, stored: 20 })
  })
})

describe('KIN1.11: routing by MD5', () => {
  const shardsOf = (keys: readonly string[], shards: number) => {
    const engine = play(
      plan({
        producers: [producer({ keys: { kind: 'cycle', keys }, turnable: { ratePerSecond: keys.length } })],
        streams: [stream({ shards })],
      }),
      1,
    )
    const home = new Map<string, number>()
    const { records, keys: table } = engine.world
    for (const { log, number } of engine.streams[0]!.shards) {
      for (let i = 0; i < log.length; i++) home.set(table.names[records.keyOf(log.get(i))]!, number)
    }
    return keys.map((key) => home.get(key))
  }

  it('W03, two shards', () => {
    expect(shardsOf(['user-1', 'user-2', 'AAPL', '123'], 2)).toEqual([1, 0, 1, 0])
  })

  it('W04, four shards', () => {
    expect(shardsOf(['user-1', 'user-2', 'AAPL', 'c'], 4)).toEqual([3, 0, 2, 1])
  })

  it('W04, 1,000 keys on four shards', () => {
    const keys = Array.from({ length: 1000 }, (_, k) => `user-${k}`)
    const homes = shardsOf(keys, 4)
    expect([0, 1, 2, 3].map((shard) => homes.filter((home) => home === shard).length)).toEqual([259, 270, 231, 240])
  })

  it('W53, three shards', () => {
    expect(shardsOf(['Rome', 'London', 'Vienna', 'Paris', 'Berlin', 'Oslo'], 3)).toEqual([0, 1, 1, 2, 2, 2])
  })

  it('W54, sub-keys of a hot key', () => {
    const keys = [0, 1, 2, 3].map((k) => `aspen-${k}`)
    expect(shardsOf(keys, 3)).toEqual([2, 2, 0, 0])
    expect(shardsOf(keys, 4)).toEqual([2, 3, 0, 1])
  })

  it('W50, 10,000 keys: the hottest of 17 shards takes 249 of 4,000 records/s, of 16 shards 264', () => {
    const keys = Array.from({ length: 10_000 }, (_, k) => `user-${k}`)
    const hottest = (shards: number) => {
      const homes = shardsOf(keys, shards)
      const counts = Array.from({ length: shards }, (_, shard) => homes.filter((home) => home === shard).length)
      return Math.round(Math.max(...counts) * 0.4)
    }
    expect([hottest(17), hottest(16)]).toEqual([249, 264])
  })
})

describe('KIN1.15: order in a shard', () => {
  it('is the order of storing; moments never go back, however records were retried', () => {
    const engine = play(
      plan({
        producers: [
          producer({
            spacing: 1,
            keys: { kind: 'even', count: 50 },
            callLatencySpread: 1,
            turnable: {
              ratePerSecond: 2500,
              batchRecords: 10,
              lingerMicros: 5000,
              callLatencyMicros: 20_000,
              jitter: 2,
            },
          }),
        ],
        streams: [stream({ shards: 2 })],
      }),
      20,
    )
    for (const shard of [0, 1]) {
      const stored = storedIn(engine, 0, shard)
      expect(stored.length).toBeGreaterThan(10_000)
      expect(stored.every(({ seconds }, i) => i === 0 || seconds >= stored[i - 1]!.seconds)).toBe(true)
    }
  })

  it('KIN1.09 (A7): retries and calls side by side put records out of the order in which they were made', () => {
    const made = (latencySpread: number) => {
      const engine = play(
        plan({
          producers: [
            producer({ callLatencySpread: latencySpread, turnable: { ratePerSecond: 100, callLatencyMicros: 50_000 } }),
          ],
          streams: [stream()],
        }),
        20,
      )
      const stored = storedIn(engine).map(({ record }) => record)
      return stored.every((record, i) => record === i)
    }
    expect(made(0)).toBe(true)
    expect(made(1)).toBe(false)
  })
})
