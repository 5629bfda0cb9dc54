import { createEngine, type Engine, type Plan, type PlanIntervention } from '../../src/engine/index.ts'

export const SECOND = 1_000_000
const NO_END = Number.POSITIVE_INFINITY

/** A run of the plan up to `untilSeconds`, settled. */
export function play(plan: Plan, untilSeconds = plan.durationMicros / SECOND, seed = 1): Engine {
  const engine = createEngine(plan, seed)
  runTo(engine, untilSeconds)
  return engine
}

export function runTo(engine: Engine, seconds: number): void {
  engine.run(Math.round(seconds * SECOND), NO_END)
  engine.settle()
}

/** Moments of storing of one shard, in seconds, with the producer's record number. */
export function storedIn(engine: Engine, stream = 0, shard = 0): { seconds: number; record: number }[] {
  const { log, storedAt } = engine.streams[stream]!.shards[shard]!
  const { producerBits } = engine.world.records
  return Array.from({ length: log.length }, (_, i) => ({
    seconds: storedAt.get(i) / SECOND,
    record: log.get(i) >>> producerBits,
  }))
}

/** Interventions on a producer that send records of these sizes one after the other at one moment. */
export function sendSizes(seconds: number, sizes: readonly number[], node = 0): PlanIntervention[] {
  const base = { at: Math.round(seconds * SECOND), kind: 'producer', node } as const
  return sizes.flatMap((value): PlanIntervention[] => [
    { ...base, action: 'set', field: 'recordBytes', value },
    { ...base, action: 'sendOne' },
  ])
}

export const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)
