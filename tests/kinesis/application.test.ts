import { describe, expect, it } from 'vitest'
import { CALLS } from '../../src/engine/clients/shardReader.ts'
import { PROCESSED } from '../../src/engine/clients/shardTally.ts'
import type { PlanIntervention } from '../../src/engine/index.ts'
import { play, SECOND } from '../engine/play.ts'
import { application, plan, stream } from '../engine/testPlan.ts'
import { die, gauge, goTo, LATEST, reader, TRIM_HORIZON, tens } from './readers.ts'

describe('polling', () => {
  it('each poll fetches what was stored since the last one', () => {
    const engine = play(tens(), 3.95)
    // First poll after one interval: with one shard at 1 s.
    expect(reader(engine).deliveries).toBe(30)
    expect(reader(engine).fetched).toBe(30)
    expect(gauge(engine, 'processedTotal')).toBe(30)
    expect(gauge(engine, 'backlog')).toBe(9)
    expect(gauge(engine, 'ageMicros')).toBe(850_000)
  })

  it('the polls of the shards are spread over one interval', () => {
    const engine = play(plan({ streams: [stream({ shards: 4 })], applications: [application()] }), 0.75)
    expect(engine.applications[0]!.readers.map(({ s }) => s[CALLS])).toEqual([1, 1, 1, 0])
  })

  it('KCL.08: polling pauses while more batches wait than may; the producer feels nothing', () => {
    const engine = play(
      tens({
        applications: [application({ prefetchBatches: 2, turnable: { serviceMicros: 200_000, recordsPerCall: 5 } })],
      }),
      60,
    )
    const { processor } = reader(engine)
    // 5 records/s worked, at most three batches of five fetched and not done.
    expect(processor.tally.t[PROCESSED]).toBe(295)
    expect(reader(engine).fetched - processor.caret).toBeLessThanOrEqual(15)
    expect(reader(engine).fetched - processor.caret).toBeGreaterThanOrEqual(5)
    expect(engine.producers[0]!.links[0]!).toMatchObject({ storedTotal: 600, refusedTotal: 0 })
  })

  it('work that fails for ever and is tried again stops the shard, not the clock', () => {
    for (const serviceMicros of [0, 10, 100_000]) {
      const engine = play(
        tens({
          durationMicros: 5 * SECOND,
          applications: [application({ prefetchBatches: 0, turnable: { serviceMicros, failureShare: 1 } })],
        }),
      )
      expect(reader(engine).processor.tally.t[PROCESSED]).toBe(0)
      expect(gauge(engine, 'backlog')).toBe(50)
      expect(gauge(engine, 'failedTotal')).toBeGreaterThan(30)
    }
  })

  it('KCL.12: on failure the rest of the batch is left out, and work goes on', () => {
    const engine = play(tens({ applications: [application({ turnable: { failureShare: 0.2, onFailure: 1 } })] }), 60)
    const [processed, skipped] = [gauge(engine, 'processedTotal'), gauge(engine, 'skippedTotal')]
    expect(processed + skipped).toBe(590)
    expect(skipped).toBeGreaterThan(200)
    expect(gauge(engine, 'backlog')).toBe(10)
  })
})

describe('KIN2.08: where reading begins', () => {
  const begins = (startPosition: number, startAtMicros: number) => {
    const engine = play(tens({ applications: [application({ startPosition, startAtMicros })] }), 19.5)
    return {
      deliveries: reader(engine).deliveries,
      caret: reader(engine).processor.caret,
      checkpoint: reader(engine).processor.checkpoint,
    }
  }

  it('TRIM_HORIZON: everything that is kept; LATEST: what comes from then on', () => {
    expect(begins(TRIM_HORIZON, 10 * SECOND)).toEqual({ deliveries: 190, caret: 190, checkpoint: 190 })
    expect(begins(LATEST, 10.05 * SECOND)).toEqual({ deliveries: 90, caret: 190, checkpoint: 190 })
    expect(begins(LATEST, 0)).toEqual({ deliveries: 190, caret: 190, checkpoint: 190 })
  })

  it('nothing is read before the application comes; to move it before changes nothing, nor that it lost a worker', () => {
    for (const intervention of [goTo(5, LATEST), goTo(5, TRIM_HORIZON), die(5)]) {
      const p = tens({
        applications: [application({ startAtMicros: 30 * SECOND, workers: 2 })],
        interventions: [intervention],
      })
      expect(reader(play(p, 29.99)).deliveries).toBe(0)
      expect(reader(play(p, 40.05)).deliveries).toBe(400)
    }
  })

  it('goTo: the oldest, the newest, or so far back (AT_TIMESTAMP: the first record at or after it)', () => {
    const placesAfter = (to: number) => {
      const engine = play(tens({ interventions: [goTo(20.05, to)] }), 20.05)
      return {
        caret: reader(engine).processor.caret - reader(engine).fetched,
        fetched: reader(engine).fetched,
        checkpoint: reader(engine).processor.checkpoint,
      }
    }
    // Going back reads at once: 200 records are there, numbered from 0, stored at 0.1 s x (number + 1).
    expect(placesAfter(TRIM_HORIZON)).toMatchObject({ fetched: 200, checkpoint: 0 })
    expect(placesAfter(LATEST)).toEqual({ caret: 0, fetched: 200, checkpoint: 200 })
    expect(placesAfter(5 * SECOND)).toMatchObject({ fetched: 200, checkpoint: 150 })
    expect(placesAfter(5.05 * SECOND)).toMatchObject({ checkpoint: 149 })
    expect(placesAfter(4.95 * SECOND)).toMatchObject({ checkpoint: 150 })
    expect(placesAfter(3600 * SECOND)).toMatchObject({ checkpoint: 0 })
  })

  it('reads again what was read before, and counts it as again', () => {
    const engine = play(tens({ interventions: [goTo(20.05, TRIM_HORIZON)] }), 40.09)
    expect(gauge(engine, 'processedAgainTotal')).toBe(200)
    expect(gauge(engine, 'processedTotal')).toBe(600)
    expect(engine.streams[0]!.shards[0]!.tip).toBe(400)
  })

  it('KIN2.11: other applications are not touched by it', () => {
    const two = (interventions: PlanIntervention[]) =>
      play(
        tens({ applications: [application(), application({ id: 'other', pollPhaseMicros: 500_000 })], interventions }),
        40.05,
      )
    const [calm, moved] = [two([]), two([goTo(20.05, TRIM_HORIZON)])]
    expect([...reader(moved, 0, 1).processor.s]).toEqual([...reader(calm, 0, 1).processor.s])
  })
})
