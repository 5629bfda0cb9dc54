import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine, type LifeStep, type Plan, type Watch } from '../../src/engine/index.ts'
import { middleOf } from '../../src/engine/kinesis/hashKey.ts'
import { plans } from '../engine/randomPlans.ts'
import { fanOut, kcl } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'

// Random runs in which workers die, stand still and are cut off while shards split and merge; every second application is pushed.

const STEPS = 60
type Reshard = { step: number; shard: number; merges: boolean }
const reshards = fc.array(fc.record({ step: fc.nat(STEPS), shard: fc.nat(6), merges: fc.boolean() }), { maxLength: 6 })
const ROOM = 16
const NO_END = Number.POSITIVE_INFINITY

/** Every application uses the library, with all its times as short as in the random plans, and shards change quickly. */
function withLibrary(plan: Plan, change: Partial<Plan['applications'][number]['turnable']> = {}): Plan {
  return {
    ...plan,
    streams: plan.streams.map((stream) => ({
      ...stream,
      shardsAtMost: ROOM,
      resharding: { ...stream.resharding, micros: 300_000 },
    })),
    applications: plan.applications.map((own, i) => ({
      ...own,
      workers: Math.max(2, own.workers),
      kcl:
        own.kcl ??
        kcl({ hasLeader: i % 2 === 0, lockMicros: 2_000_000, heartbeatMicros: 500_000, recheckMicros: 500_000 }),
      ...(i % 2 === 1 && {
        fanOut: fanOut({ subscriptionMicros: 3_000_000, againMicros: 200_000, retryMicros: 100_000 }),
      }),
      turnable: { ...own.turnable, ...change },
    })),
  }
}

/** Plays the run in steps, changes shards on the way, and looks after each. */
function playInSteps(plan: Plan, seed: number, acts: readonly Reshard[], look: (engine: Engine) => void): Engine {
  const engine = createEngine(plan, seed)
  for (let step = 0; step <= STEPS; step++) {
    engine.run(Math.floor((plan.durationMicros * step) / STEPS), NO_END)
    engine.settle()
    for (const { shard, merges } of acts.filter((act) => act.step === step)) {
      for (const stream of engine.streams) {
        const target = stream.shards[shard % stream.shards.length]!
        if (stream.shards.length + 2 > ROOM) continue
        if (merges) stream.mergeShards(target.number, (target.number + 1) % stream.shards.length, engine.now)
        else stream.splitShard(target.number, middleOf(target.range), engine.now)
      }
    }
    look(engine)
  }
  return engine
}

const rowsOf = (engine: Engine) =>
  engine.applications.flatMap((app, a) =>
    app.stream.shards.map((shard) => ({
      app,
      shard,
      reader: app.readers[shard.number]!,
      name: `${a}/${shard.number}`,
    })),
  )

describe('applications with the library', () => {
  it('KCL.09 KCL.13 KIN4.05 a checkpoint never goes back by itself, and children are read after their parents', () => {
    fc.assert(
      fc.property(plans, fc.nat(), reshards, (random, seed, acts) => {
        const plan = { ...random, interventions: random.interventions.filter(({ action }) => action !== 'goTo') }
        const before = new Map<string, number>()
        playInSteps(withLibrary(plan), seed, acts, (engine) => {
          for (const { app, reader, shard, name } of rowsOf(engine)) {
            const { checkpoint } = reader.processor
            expect(checkpoint).toBeGreaterThanOrEqual(before.get(name) ?? 0)
            expect(checkpoint).toBeLessThanOrEqual(shard.tip)
            before.set(name, checkpoint)
            if (reader.deliveries > 0)
              for (const parent of shard.parents) expect(app.places.hasEnded(parent)).toBe(true)
          }
        })
      }),
      { numRuns: runs(8) },
    )
  })

  it('KCL.10 what lies before a checkpoint was worked at least once: nothing is left out by crashes, pauses and moves', () => {
    fc.assert(
      fc.property(plans, fc.nat(), reshards, (random, seed, acts) => {
        const quiet = { failureShare: 0, checkpointWhen: 0, poisonRecord: 0 }
        const plan = withLibrary(random, quiet)
        plan.streams = plan.streams.map((stream) => ({
          ...stream,
          turnable: { ...stream.turnable, retentionMicros: 86_400_000_000 },
        }))
        plan.applications = plan.applications.map((own) => ({ ...own, poisonKey: '', startPosition: -1 }))
        const harmless = ['failureShare', 'checkpointWhen', 'poisonRecord', 'retentionMicros']
        plan.interventions = random.interventions.filter(
          (step) => step.action !== 'goTo' && !(step.action === 'set' && harmless.includes(step.field)),
        )
        playInSteps(plan, seed, acts, (engine) => {
          for (const { reader } of rowsOf(engine)) {
            const { checkpoint, tally } = reader.processor
            expect(tally.done.missingIn(0, checkpoint)).toBe(0)
          }
        })
      }),
      { numRuns: runs(8) },
    )
  })

  it('in one shard records are worked for the first time in their order', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (random, seed) => {
        const plan = withLibrary({
          ...random,
          interventions: random.interventions.filter(({ action }) => action !== 'goTo'),
        })
        plan.applications = plan.applications.map((own) => ({ ...own, worksInParallel: false }))
        const engine = createEngine(plan, seed)
        const first = new FirstWorks()
        engine.watch(first)
        engine.run(plan.durationMicros, NO_END)
        engine.settle()
        for (const { app, shard } of rowsOf(engine)) {
          let last = 0
          for (let i = 0; i < shard.tip; i++) {
            const at = first.at.get(`${app.plan.id} ${shard.number} ${shard.log.get(i)}`)
            if (at === undefined) continue
            if (at < last)
              throw new Error(`record ${i} of shard ${shard.number} was worked at ${at}, one before it at ${last}`)
            last = at
          }
        }
      }),
      { numRuns: runs(8) },
    )
  })
})

/** When each record was worked for the first time by each application. */
class FirstWorks implements Watch {
  readonly at = new Map<string, number>()

  note(step: LifeStep, reference: number, node: string, row: number, _detail: number, now: number): void {
    if (step !== 'worked') return
    const name = `${node} ${row} ${reference}`
    this.at.set(name, Math.min(now, this.at.get(name) ?? NO_END))
  }
}
