import { answerNumber } from './interventionAnswer.ts'
import type { Micros } from './kernel/time.ts'
import type { Models } from './nodes/nodeModel.ts'
import type { PlanIntervention, TurnableApplication, TurnablePool, TurnableProducer, TurnableQueue } from './plan.ts'
import { changeStream } from './streamSteps.ts'

/**
 * What a person does at a moment of the run, done, or refused as AWS refuses it. Indices and fields were checked when the plan was
 * compiled. Returns the number of an `InterventionAnswer`.
 */
export function intervene(models: Models, intervention: PlanIntervention, now: Micros): number {
  if (intervention.kind === 'stream')
    return answerNumber(changeStream(models.streams[intervention.node]!, intervention, now))
  if (intervention.action.startsWith('goTo') && models.applications[intervention.node]!.isAwaited(now))
    return answerNumber('notCome')
  const answer = models.byHand?.act(models, intervention, now) ?? null
  if (answer !== null) return answerNumber(answer)
  act(models, intervention, now)
  return answerNumber('done')
}

function act(models: Models, intervention: PlanIntervention, now: Micros): void {
  const { node } = intervention
  switch (intervention.action) {
    case 'set':
      setField(models, intervention.kind, node, intervention.field, intervention.value, now)
      return
    case 'goTo':
      models.applications[node]!.goTo(intervention.to, now)
      return
    case 'crash':
    case 'start':
    case 'pause':
    case 'resume':
    case 'cutOff':
    case 'reconnect': {
      const { action, kind, worker } = intervention
      if (kind === 'application') models.applications[node]![action](worker, now)
      else if (kind === 'pool' && action !== 'cutOff' && action !== 'reconnect')
        models.pools[node]![action](worker, now)
      else models.nodes[node]!.act(action, worker, now)
      return
    }
    case 'sendOne':
      models.producers[node]!.make(now)
      return
    case 'purge':
      if (intervention.kind === 'queue') models.queues[node]!.purge(now)
      else models.nodes[node]!.act('purge', 0, now)
      return
    case 'redrive': {
      if (intervention.kind !== 'queue') {
        models.nodes[node]!.act('redrive', 0, now)
        return
      }
      const { redrivePerSecond: perSecond } = models.queues[node]!.settings
      const longestMicros = models.queues[node]!.plan.redriveMicrosMax
      models.redrives[node]?.start({ perSecond, destination: -1, longestMicros }, now)
      return
    }
    case 'act':
      models.nodes[node]!.act(intervention.name, intervention.argument, now)
      return
  }
}

function setField(
  models: Models,
  kind: PlanIntervention['kind'],
  node: number,
  field: string,
  value: number,
  now: Micros,
): void {
  switch (kind) {
    case 'producer':
      models.producers[node]!.set(field as keyof TurnableProducer, value, now)
      return
    case 'queue':
      models.queues[node]!.set(field as keyof TurnableQueue, value, now)
      return
    case 'application':
      models.applications[node]!.set(field as keyof TurnableApplication, value, now)
      return
    case 'pool':
      models.pools[node]!.set(field as keyof TurnablePool, value, now)
      return
    default:
      models.nodes[node]!.set(field, value, now)
  }
}
