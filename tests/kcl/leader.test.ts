import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { SECOND } from '../engine/play.ts'
import { appOf, expectLibrary, library, tableOf } from './library.ts'

// KCL 3: an elected leader looks at the lease table every 20 s and assigns leases; workers find them every 9.975 s.

test('KCL.04 the leader assigns what expired between two of its looks, the new owner finds it within 9.975 s', () => {
  // Worker 1 leads: looks at 10 s + n x 20 s, and finds leases at 10 s + n x 9.975 s; worker 2 at 15 s + n x 9.975 s.
  // Worker 2 dies at 100 s; its last renewal was at 97.7 s, after the look at 90 s, so the look at 130 s is the first to miss one.
  expectLibrary(
    library({ shards: 4, workers: 3 }),
    `
      0        crash 0 1 2     - - - -
      10       start 1         - - - -
      10.01    leader          1
      15       start 2         - - - -
      29.99    owners          x0 x1 x2 x0
      30.01    owners          1 2 1 2
      34.94    readers         - - - -
      34.96    readers         - 2 - 2
      39.92    readers         - 2 - 2
      39.93    readers         1 2 1 2
      100      crash 2         1 - 1 -
      129.99   owners          1 x2 1 x2
      130.01   owners          1 1 1 1
      139.67   readers         1 - 1 -
      139.68   readers         1 1 1 1
    `,
  )
})

test('KCL.04b when the leader dies another one must see the same heartbeat for 120 s, and then look twice', () => {
  // Worker 1 beats at 40, 70, 100 s. Worker 2 looks at the lock every second pass, at 15 s + n x 40 s: it sees the last beat at
  // 135 s and takes the lock at 255 s, begins without memory, and assigns at 275 s.
  expectLibrary(
    library({ shards: 2, workers: 3 }),
    `
      0        crash 0 1 2     - -
      10       start 1         - -
      15       start 2         - -
      60       readers         1 2
      110      crash 1         - 2
      254.99   leader          1
      255.01   leader          2
      274.99   owners          x1 2
      275.01   owners          2 2
      284.32   readers         - 2
      284.33   readers         2 2
    `,
  )
})

test('KCL.04b a leader that stands still for less than that stays leader', () => {
  expectLibrary(
    library({ shards: 2, workers: 3 }),
    `
      0        crash 0 1 2     - -
      10       start 1         - -
      15       start 2         - -
      60       leader          1
      60       pause 1         1 2
      150      resume 1        1 2
      400      leader          1
    `,
  )
})

/** Two workers on two shards with about `perShard` records/s each; one of them dies at a moment of its own. */
function crash(seed: number, diesLeader: boolean, perShard: number) {
  const seconds = 130 + 7.37 * seed
  const of = library({
    shards: 2,
    keys: 1000,
    ratePerSecond: 2 * perShard,
    turnable: { serviceMicros: 10, checkpointMicros: 5 * SECOND },
    seconds: 500,
  })
  const engine = createEngine(of, seed)
  const run = (until: number) => engine.run(Math.round(until * SECOND), Number.POSITIVE_INFINITY)
  run(seconds)
  const { leases } = appOf(engine)
  const victim = diesLeader ? leases.leader : 1 - leases.leader
  const shard = [0, 1].find((h) => leases.readerOf(h) === victim)!
  const lastSign = tableOf(engine).movedAt(shard) / SECOND
  appOf(engine).crash(victim, engine.now)
  const firstWith = (is: () => boolean) => {
    while (!is()) run(engine.now / SECOND + 0.1)
    return engine.now / SECOND
  }
  const noticed = firstWith(() => leases.ownerOf(shard) !== victim)
  const read = firstWith(() => leases.readerOf(shard) !== -1)
  return {
    afterSign: noticed - lastSign,
    noticed: noticed - seconds,
    unread: read - seconds,
    backlog: backlogAt(engine, shard, seconds, read),
  }
}

/** Records that came to a shard between two moments. */
function backlogAt(engine: Engine, shard: number, from: number, to: number): number {
  const { storedAt } = engine.streams[0]!.shards[shard]!
  return storedAt.firstAtOrAfter(to * SECOND, 0) - storedAt.firstAtOrAfter(from * SECOND, 0)
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
/** One run at 500 records/s, the others at a tenth of it. */
const runs = (diesLeader: boolean) => {
  const scaled = [2, 3, 4, 5, 6, 7, 8, 9].map((seed) => crash(seed, diesLeader, 50))
  const backlogs = scaled.map(({ backlog }) => 10 * backlog)
  const whole = crash(1, diesLeader, 500)
  return { all: [whole, ...scaled], backlogs: [whole.backlog, ...backlogs] }
}

describe('W27', () => {
  test('W27 a non-leader dies: noticed 20 to 40 s after its last sign of life, unread up to 10 s more, 10,000 to 25,000 records', () => {
    const { all, backlogs } = runs(false)
    for (const { afterSign, noticed, unread } of all) {
      expect(afterSign).toBeGreaterThanOrEqual(20 - 0.1)
      expect(afterSign).toBeLessThanOrEqual(40 + 0.1)
      // The last sign of life is at most one renewal older than the death.
      expect(noticed).toBeGreaterThan(afterSign - 3.4)
      expect(unread - noticed).toBeLessThanOrEqual(9.975 + 0.1)
    }
    expect(mean(backlogs)).toBeGreaterThan(10_000)
    expect(mean(backlogs)).toBeLessThan(25_000)
    expect(mean(all.map(({ noticed }) => noticed))).toBeGreaterThan(20)
    expect(mean(all.map(({ noticed }) => noticed))).toBeLessThan(40)
  })

  test('W27 the leader dies: 2 to 3 minutes, 60,000 to 90,000 records', () => {
    const { all, backlogs } = runs(true)
    // From the last heartbeat: up to 40 s until it is seen, 120 s of lock, 20 s to the second look; a heartbeat is up to 30 s old.
    for (const { noticed, unread } of all) {
      expect(noticed).toBeGreaterThan(140 - 30 - 0.1)
      expect(noticed).toBeLessThanOrEqual(180 + 0.1)
      expect(unread).toBeLessThanOrEqual(190 + 0.1)
    }
    expect(mean(all.map(({ unread }) => unread))).toBeGreaterThan(120)
    expect(mean(all.map(({ unread }) => unread))).toBeLessThan(180)
    expect(mean(backlogs)).toBeGreaterThan(60_000)
    expect(mean(backlogs)).toBeLessThan(90_000)
  })
})
