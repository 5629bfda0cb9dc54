import { type Engine, NODE_GAUGES, type Plan, type PlanIntervention, ROW_GAUGES } from '../../src/engine/index.ts'
import { SECOND } from '../engine/play.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'

// Runs with one producer and applications, what is done to them, and what is seen of them.

export const TRIM_HORIZON = -1
export const LATEST = -2

/** 10 records/s, read every second, worked in no time worth speaking of. */
export const tens = (parts: Partial<Plan> = {}): Plan =>
  plan({
    producers: [producer({ turnable: { ratePerSecond: 10 } })],
    streams: [stream()],
    applications: [application()],
    ...parts,
  })

export const goTo = (seconds: number, to: number): PlanIntervention => ({
  at: seconds * SECOND,
  kind: 'application',
  node: 0,
  action: 'goTo',
  to,
})
export const die = (seconds: number, worker = 0): PlanIntervention => ({
  at: seconds * SECOND,
  kind: 'application',
  node: 0,
  action: 'crash',
  worker,
})
export const come = (seconds: number, worker = 0): PlanIntervention => ({
  at: seconds * SECOND,
  kind: 'application',
  node: 0,
  action: 'start',
  worker,
})

export const reader = (engine: Engine, shard = 0, app = 0) => engine.applications[app]!.readers[shard]!
export const gauge = (engine: Engine, name: string, app = 0): number => {
  const out = new Float64Array(engine.gaugeCount)
  engine.readGauges(out)
  let at = engine.gaugeCount - engine.answers.length
  for (let a = engine.applications.length - 1; a >= app; a--) {
    at -= NODE_GAUGES.application.length + engine.applications[a]!.readers.length * ROW_GAUGES.application.length
  }
  return out[at + NODE_GAUGES.application.indexOf(name)]!
}
