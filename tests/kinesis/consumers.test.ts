import { describe, expect, it, test } from 'vitest'
import type { ApplicationPlan, Engine, TurnableApplication } from '../../src/engine/index.ts'
import { play, SECOND } from '../engine/play.ts'
import { application, producer } from '../engine/testPlan.ts'
import { die, gauge, reader, tens } from './readers.ts'

type Changes = Partial<Omit<ApplicationPlan, 'turnable'>> & { turnable?: Partial<TurnableApplication> }

/** 10 records/s, a batch of ten a second, each record worked for 50 ms: always half a batch behind. */
const works = (changes: Changes, seconds: number, more: object = {}): Engine =>
  play(
    tens({
      applications: [application({ ...changes, turnable: { serviceMicros: 50_000, ...changes.turnable } })],
      ...more,
    }),
    seconds,
  )
const SKIP = 1
const RETRY = 0
const BEFORE = 1

describe('poison: work that always fails', () => {
  test('KCL.12 with leaving out, the rest of its batch goes with it', () => {
    // The batch of records 11 to 20 is fetched at 2 s; number 15 fails, so 15 to 20 are left out.
    const engine = works({ turnable: { poisonRecord: 15, onFailure: SKIP } }, 4.9)
    expect(gauge(engine, 'skippedTotal')).toBe(6)
    expect(gauge(engine, 'failedTotal')).toBe(1)
    expect(gauge(engine, 'processedTotal')).toBe(40 - 6)
  })

  it('with trying again, its shard stands still and the others go on', () => {
    const engine = works({ turnable: { poisonRecord: 15, onFailure: RETRY } }, 30)
    expect(reader(engine).processor.caret).toBe(14)
    expect(gauge(engine, 'failedTotal')).toBeGreaterThan(500)
  })

  it('all records of a key can be poison', () => {
    const producers = [producer({ keys: { kind: 'list', keys: ['Rome', 'Oslo'] }, turnable: { ratePerSecond: 10 } })]
    const engine = works(
      { poisonKey: 'Rome', turnable: { onFailure: SKIP, recordsPerCall: 1, pollIntervalMicros: 60_000 } },
      30,
      {
        producers,
      },
    )
    const { records, keys } = engine.world
    const names = Array.from({ length: reader(engine).processor.caret }, (_, i) => {
      return keys.names[records.keyOf(engine.streams[0]!.shards[0]!.log.get(i))]
    })
    expect(gauge(engine, 'skippedTotal')).toBe(names.filter((name) => name === 'Rome').length)
    expect(gauge(engine, 'processedTotal')).toBe(names.filter((name) => name === 'Oslo').length)
  })
})

describe('work in a batch all at once', () => {
  it('takes as long as its slowest record', () => {
    // Ten records of 50 ms: one after another 500 ms, at once 50 ms.
    for (const worksInParallel of [false, true]) {
      const engine = works({ worksInParallel }, 2.04)
      expect(reader(engine).processor.caret).toBe(10)
      engine.run(2.06 * SECOND, Number.POSITIVE_INFINITY)
      engine.settle()
      expect(gauge(engine, 'processedTotal')).toBe(worksInParallel ? 20 : 11)
    }
  })

  it('a record that fails is left out alone: the others are done already', () => {
    const engine = works({ worksInParallel: true, turnable: { poisonRecord: 15, onFailure: SKIP } }, 4.9)
    expect(gauge(engine, 'skippedTotal')).toBe(1)
    expect(gauge(engine, 'processedTotal')).toBe(39)
  })

  it('one that is tried again for ever keeps the batch, and what comes behind it', () => {
    const engine = works({ worksInParallel: true, turnable: { poisonRecord: 15, onFailure: RETRY } }, 30)
    expect(gauge(engine, 'processedTotal')).toBe(19)
    expect(gauge(engine, 'backlog')).toBe(300 - 10)
  })

  it('a worker that dies in the middle has done those whose time was up', () => {
    const engine = works(
      { workers: 2, worksInParallel: true, turnable: { serviceMicros: 300_000, serviceSpread: 1 } },
      2.2,
      {
        interventions: [die(2.2)],
      },
    )
    const done = gauge(engine, 'processedTotal')
    expect(done).toBeGreaterThan(10)
    expect(done).toBeLessThan(20)
    engine.run(20 * SECOND, Number.POSITIVE_INFINITY)
    engine.settle()
    expect(gauge(engine, 'processedAgainTotal')).toBe(done - 10)
  })
})

describe('duplicates and losses show in the totals', () => {
  /** A crash at 20.3 s, in the middle of the batch of 191 to 200. The other worker goes on at 30.3 s. */
  const crash = (turnable: Partial<TurnableApplication>) =>
    works({ workers: 2, turnable: { checkpointMicros: 0, ...turnable } }, 60, { interventions: [die(20.3)] })

  test('KCL.10 checkpoint after the work: what was done of the batch is done again, at least once', () => {
    const engine = crash({})
    expect(gauge(engine, 'processedAgainTotal')).toBe(6)
    expect(gauge(engine, 'sideEffectsTotal') - gauge(engine, 'duplicateEffectsTotal')).toBe(
      gauge(engine, 'processedTotal') - 6,
    )
    expect(gauge(engine, 'duplicateEffectsTotal')).toBe(6)
    expect(gauge(engine, 'lostTotal')).toBe(0)
  })

  it('idempotent work repeats the records but not the effects: the total is right', () => {
    const engine = crash({ isIdempotent: 1 })
    expect(gauge(engine, 'processedAgainTotal')).toBe(6)
    expect(gauge(engine, 'duplicateEffectsTotal')).toBe(0)
    expect(gauge(engine, 'sideEffectsTotal')).toBe(reader(engine).processor.caret)
  })

  test('KCL.09 checkpoint before the work: what was not done of the batch is never done, at most once', () => {
    const engine = crash({ checkpointWhen: BEFORE })
    expect(gauge(engine, 'processedAgainTotal')).toBe(0)
    expect(gauge(engine, 'lostTotal')).toBe(4)
    expect(gauge(engine, 'sideEffectsTotal')).toBe(reader(engine).processor.caret - 4)
  })
})

describe('KCL.08 prefetch', () => {
  test('KCL.08 polling pauses by records and by bytes too; what is in work does not count as waiting', () => {
    const waiting = (changes: Changes) => {
      const engine = works(
        { prefetchBatches: 40, ...changes, turnable: { serviceMicros: SECOND, recordsPerCall: 10 } },
        60,
      )
      const { batches } = reader(engine).processor
      return { batches: batches.count - 1, records: batches.recordsFrom(1) }
    }
    // A poll goes ahead below the limit, so its batch may pass it.
    expect(waiting({ prefetchRecords: 25 })).toEqual({ batches: 3, records: 30 })
    expect(waiting({ prefetchBytes: 2500 })).toEqual({ batches: 3, records: 30 })
    expect(waiting({ prefetchBatches: 2 })).toEqual({ batches: 2, records: 20 })
  })
})
