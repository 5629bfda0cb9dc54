import type { Engine } from './engine.ts'
import type { Micros } from './kernel/time.ts'
import type { PlanIntervention, TurnableApplication, TurnablePool, TurnableProducer, TurnableQueue } from './plan.ts'

/** What a person does at a moment of the run, done. Indices and fields were checked when the plan was compiled. */
export function intervene(engine: Engine, intervention: PlanIntervention, now: Micros): void {
  const { node } = intervention
  switch (intervention.action) {
    case 'set':
      setField(engine, intervention.kind, node, intervention.field, intervention.value, now)
      return
    case 'goTo':
      engine.applications[node]!.goTo(intervention.to, now)
      return
    case 'crash':
      if (intervention.kind === 'application') engine.applications[node]!.crash(intervention.worker, now)
      else engine.pools[node]!.crash(intervention.worker)
      return
    case 'start':
      if (intervention.kind === 'application') engine.applications[node]!.start(intervention.worker, now)
      else engine.pools[node]!.start(intervention.worker, now)
      return
    case 'sendOne':
      engine.producers[node]!.make(now)
      return
    case 'purge':
      engine.queues[node]!.purge(now)
      return
  }
}

function setField(engine: Engine, kind: PlanIntervention['kind'], node: number, field: string, value: number, now: Micros): void {
  switch (kind) {
    case 'producer':
      engine.producers[node]!.set(field as keyof TurnableProducer, value, now)
      return
    case 'stream':
      engine.streams[node]!.set(field, value, now)
      return
    case 'queue':
      engine.queues[node]!.set(field as keyof TurnableQueue, value, now)
      return
    case 'application':
      engine.applications[node]!.set(field as keyof TurnableApplication, value, now)
      return
    case 'pool':
      engine.pools[node]!.set(field as keyof TurnablePool, value)
      return
  }
}
