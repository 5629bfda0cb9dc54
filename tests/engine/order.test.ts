import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { runs } from '../runs.ts'
import { plans } from './randomPlans.ts'

type Reader = { caret: number; fetched: number; checkpoint: number; tip: number; trim: number; epoch: number }

const readersOf = (engine: Engine) =>
  engine.applications.flatMap(({ readers, stream }) => readers.map((reader, shard) => ({ reader, stream, shard })))

/** Of a shard that a reshard may make later. */
const NOT_MADE: Reader = { caret: 0, fetched: 0, checkpoint: 0, tip: 0, trim: 0, epoch: 0 }

/** What a goTo or a death did not touch since the last look must only have gone forward. */
describe('reading', () => {
  it('is in order and never ahead of what is written; a checkpoint goes back by goTo alone', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const engine = createEngine(plan, seed)
        let before: Reader[] | null = null
        const steps = 60
        for (let step = 0; step <= steps; step++) {
          const from = engine.now
          engine.run(Math.floor((plan.durationMicros * step) / steps), Number.POSITIVE_INFINITY)
          engine.settle()
          const moved = plan.interventions.filter(
            ({ at, kind }) => kind === 'application' && at >= from && at <= engine.now,
          )
          const now = readersOf(engine).map(({ reader, stream, shard }, i): Reader => {
            const made = stream.shards[shard]
            if (made === undefined) return NOT_MADE
            const { tip, trim } = made
            const { caret, checkpoint } = reader.processor
            expect(caret).toBeLessThanOrEqual(reader.fetched)
            expect(reader.fetched).toBeLessThanOrEqual(tip)
            expect(checkpoint).toBeLessThanOrEqual(tip)
            if (before !== null) {
              expect(tip).toBeGreaterThanOrEqual(before[i]!.tip)
              expect(trim).toBeGreaterThanOrEqual(before[i]!.trim)
              if (moved.every(({ action }) => action !== 'goTo'))
                expect(checkpoint).toBeGreaterThanOrEqual(before[i]!.checkpoint)
            }
            return { caret, fetched: reader.fetched, checkpoint, tip, trim, epoch: step }
          })
          before = now
        }
      }),
      { numRuns: runs(80) },
    )
  })

  it('without interventions the place of a reader only goes forward', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (random, seed) => {
        // With the library a lease may change hands by itself, and its next owner begins at the checkpoint (KCL.10).
        const applications = random.applications.map((own) => ({ ...own, kcl: null }))
        const plan = { ...random, applications, interventions: [] }
        const engine = createEngine(plan, seed)
        const before = readersOf(engine).map(() => ({ caret: 0, fetched: 0 }))
        for (let step = 1; step <= 40; step++) {
          engine.run(Math.floor((plan.durationMicros * step) / 40), Number.POSITIVE_INFINITY)
          engine.settle()
          readersOf(engine).forEach(({ reader }, i) => {
            expect(reader.processor.caret).toBeGreaterThanOrEqual(before[i]!.caret)
            expect(reader.fetched).toBeGreaterThanOrEqual(before[i]!.fetched)
            before[i] = { caret: reader.processor.caret, fetched: reader.fetched }
          })
        }
      }),
      { numRuns: runs(40) },
    )
  })

  it('moments of storing never go back, and no record is stored before it was made', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const engine = createEngine(plan, seed)
        engine.run(plan.durationMicros, Number.POSITIVE_INFINITY)
        const { records } = engine.world
        for (const { shards } of engine.streams) {
          for (const { log, storedAt, number } of shards) {
            let last = 0
            for (let i = 0; i < log.length; i++) {
              const at = storedAt.get(i)
              if (at < last || at < records.createdAt(log.get(i)))
                throw new Error(`record ${i} of shard ${number} is stored at ${at}, after ${last}`)
              last = at
            }
          }
        }
      }),
      { numRuns: runs(40) },
    )
  })
})
