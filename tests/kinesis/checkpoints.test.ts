import { describe, expect, it } from 'vitest'
import type { Engine, PlanIntervention } from '../../src/engine/index.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import { placeOf } from '../../src/engine/metrics/applicationCounts.ts'
import { play, runTo, SECOND, sum } from '../engine/play.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'
import { come, die, gauge, goTo, LATEST, reader, tens } from './readers.ts'

describe('KIN6.01: what expires unread is lost', () => {
  const keep = (seconds: number) => [stream({ turnable: { retentionMicros: seconds * SECOND } })]

  it('W20, scaled: 80 % of the input, retention 60 s: age grows 0.2 s a second, the alarm at half after 150 s, the first loss after 300 s', () => {
    const p = tens({
      durationMicros: 600 * SECOND,
      streams: keep(60),
      applications: [
        application({
          prefetchBatches: 0,
          turnable: { serviceMicros: 125_000, recordsPerCall: 1, pollIntervalMicros: 10_000 },
        }),
      ],
    })
    p.streams[0]!.turnable.readCallsPerSecond = 0
    const engine = play(p, 100)
    const age = (seconds: number) => {
      runTo(engine, seconds)
      return gauge(engine, 'ageMicros') / SECOND
    }
    expect(age(100)).toBeCloseTo(20, 0)
    expect(age(150)).toBeCloseTo(30, 0)
    expect(age(299)).toBeCloseTo(60, 0)
    expect(gauge(engine, 'lostUnreadTotal')).toBe(0)
    runTo(engine, 302)
    expect(gauge(engine, 'lostUnreadTotal')).toBeGreaterThan(0)
    const lost = gauge(engine, 'lostUnreadTotal')
    runTo(engine, 402)
    expect(gauge(engine, 'lostUnreadTotal') - lost).toBe(200)
  })

  it('every record since the application came is processed, lost or still to come', () => {
    const engine = play(tens({ streams: keep(5), applications: [application({ startAtMicros: 20 * SECOND })] }), 40)
    const place = placeOf(reader(engine), engine.streams[0]!, 0, engine.now)
    // 150 had expired when it came at 20 s; those stored up to 16 s did until its first poll at 21 s.
    expect(place.lostUnread).toBe(10)
    expect(gauge(engine, 'processedTotal') + place.lostUnread + gauge(engine, 'backlog')).toBe(400 - 150)
  })

  /** From a moment on the application asks for one record every ten seconds. */
  const creeps = (seconds: number): PlanIntervention[] => {
    const base = { at: seconds * SECOND, kind: 'application', node: 0, action: 'set' } as const
    return [
      { ...base, field: 'recordsPerCall', value: 1 },
      { ...base, field: 'pollIntervalMicros', value: 10 * SECOND },
    ]
  }

  it('records that were read before are not lost when they expire on the second reading', () => {
    const engine = play(tens({ streams: keep(20), interventions: [...creeps(30), goTo(30, 15 * SECOND)] }), 49.9)
    // It stands at the records of 15 s, which have expired; those stored up to 29 s were all done.
    expect(reader(engine).fetched).toBeLessThan(engine.streams[0]!.shards[0]!.trim)
    expect(gauge(engine, 'lostUnreadTotal')).toBeLessThanOrEqual(10)
    runTo(engine, 55)
    const lost = gauge(engine, 'lostUnreadTotal')
    expect(lost).toBeGreaterThan(40)
    expect(lost).toBeLessThanOrEqual(60)
  })

  it('what is lost is lost once, also when another worker begins before it again', () => {
    // What the first worker asked for at 15 s would be there at 75 s, but it dies; the second one begins at record 0.
    const p = tens({
      streams: keep(10),
      applications: [
        application({
          workers: 2,
          turnable: { pollIntervalMicros: 15 * SECOND, callLatencyMicros: 60 * SECOND, failoverMicros: SECOND },
        }),
      ],
      interventions: [die(20)],
    })
    const engine = play(p, 16)
    expect(gauge(engine, 'lostUnreadTotal')).toBe(50)
    runTo(engine, 21)
    expect(engine.streams[0]!.shards[0]!.trim).toBe(110)
    expect(gauge(engine, 'lostUnreadTotal')).toBe(110)
  })
})

describe('KCL.09, KCL.10: checkpoints and crashes', () => {
  it('work goes on at the last checkpoint, after the failover time (W25: what came after it is done twice)', () => {
    const p = tens({
      applications: [
        application({ workers: 2, turnable: { checkpointMicros: 7 * SECOND, failoverMicros: 10 * SECOND } }),
      ],
      interventions: [die(20.5)],
    })
    const engine = play(p, 20.4)
    const { checkpoint, caret } = reader(engine).processor
    expect(caret).toBe(200)
    expect(checkpoint).toBeLessThan(200)
    runTo(engine, 30.4)
    expect(reader(engine).deliveries).toBe(200)
    runTo(engine, 31.4)
    expect(reader(engine).processor.caret).toBe(305)
    expect(gauge(engine, 'processedAgainTotal')).toBe(200 - checkpoint)
  })

  it('a worker that dies before its first checkpoint is followed where it began, not at the oldest record', () => {
    const p = tens({
      applications: [
        application({
          workers: 2,
          startPosition: LATEST,
          startAtMicros: 20.05 * SECOND,
          turnable: { checkpointMicros: 3600 * SECOND, failoverMicros: SECOND },
        }),
      ],
      interventions: [die(25)],
    })
    const engine = play(p, 40.02)
    expect(gauge(engine, 'processedAgainTotal')).toBeLessThanOrEqual(50)
    expect(reader(engine).processor.caret).toBe(400)
    expect(gauge(engine, 'processedTotal') - gauge(engine, 'processedAgainTotal')).toBe(200)
  })

  it('without a living worker nothing is read; the first that comes takes all', () => {
    const p = plan({
      producers: [producer({ keys: { kind: 'even', count: 100 }, turnable: { ratePerSecond: 100 } })],
      streams: [stream({ shards: 3 })],
      applications: [application({ workers: 2, turnable: { failoverMicros: SECOND } })],
      interventions: [die(10, 0), die(10, 1), come(30, 1)],
    })
    const engine = play(p, 29)
    expect([0, 1, 2].map((h) => engine.applications[0]!.leases.ownerOf(h))).toEqual([-1, -1, -1])
    const stopped = engine.applications[0]!.deliveries
    expect(stopped).toBeLessThan(1000)
    runTo(engine, 35)
    expect([0, 1, 2].map((h) => engine.applications[0]!.leases.ownerOf(h))).toEqual([1, 1, 1])
    expect(gauge(engine, 'backlog')).toBeLessThan(150)
  })

  it('KCL.01, KCL.20: one reader a shard; a worker that comes takes leases until they are even; more than shards stand idle', () => {
    const owners = (workers: number, interventions: PlanIntervention[], seconds: number) => {
      const { leases } = play(
        plan({
          streams: [stream({ shards: 4 })],
          applications: [application({ workers, turnable: { failoverMicros: SECOND } })],
          interventions,
        }),
        seconds,
      ).applications[0]!
      return [0, 1, 2, 3].map((shard) => leases.ownerOf(shard))
    }
    expect(owners(2, [], 1)).toEqual([0, 1, 0, 1])
    expect(owners(6, [], 1)).toEqual([0, 1, 2, 3])
    expect(owners(2, [die(5, 1)], 8)).toEqual([0, 0, 0, 0])
    const back = owners(2, [die(5, 1), come(10, 1)], 11)
    expect(back.filter((owner) => owner === 1).length).toBe(2)
  })
})

describe('limits shared by applications (KIN2.01)', () => {
  const apps = (count: number, turnable: object, prefetchBatches = 4) =>
    Array.from({ length: count }, (_, i) =>
      application({ id: `app-${i}`, pollPhaseMicros: i * 13_000, prefetchBatches, turnable }),
    )
  const shardNumber = (engine: Engine, field: number) => engine.streams[0]!.shards[0]!.c[field]!
  const refused = (engine: Engine) =>
    shardNumber(engine, Shard.READS_REFUSED_BY_CALLS) / shardNumber(engine, Shard.READ_CALLS_TOTAL)

  it('W14 five applications at one call a second are never throttled, of six one call in six is', () => {
    expect(refused(play(tens({ applications: apps(5, {}) })))).toBe(0)
    const six = play(tens({ durationMicros: 600 * SECOND, applications: apps(6, {}) }))
    expect(refused(six)).toBeCloseTo(1 / 6, 2)
  })

  it('W14 all five at the same moment: five calls are saved up, so all go', () => {
    const together = Array.from({ length: 5 }, (_, i) => application({ id: `app-${i}` }))
    expect(refused(play(tens({ applications: together })))).toBe(0)
  })

  it('W16 every 250 ms one application makes 4 calls/s; two are throttled', () => {
    const one = play(tens({ applications: apps(1, { pollIntervalMicros: 250_000 }) }), 60)
    expect(shardNumber(one, Shard.READ_CALLS_TOTAL) / 60).toBeCloseTo(4, 1)
    expect(refused(one)).toBe(0)
    const two = play(tens({ applications: apps(2, { pollIntervalMicros: 250_000 }) }), 60)
    expect(refused(two)).toBeGreaterThan(0.3)
    expect(refused(two)).toBeLessThan(0.4)
  })

  it('refused calls bring no data and no harm: the next one brings it all', () => {
    const six = play(tens({ applications: apps(6, {}) }), 60)
    expect(sum(six.applications.map(({ deliveries }) => deliveries))).toBeGreaterThan(4 * 590)
    for (const { readers } of six.applications) expect(readers[0]!.fetched).toBe(readers[0]!.deliveries)
  })
})
