import type { InterventionAnswer } from './interventionAnswer.ts'
import type { Micros } from './kernel/time.ts'
import type { Stream } from './kinesis/stream.ts'
import type { PlanIntervention } from './plan.ts'

/** What a person does to a stream, done or refused as AWS refuses it. */
export function changeStream(stream: Stream, step: PlanIntervention, now: Micros): InterventionAnswer {
  const { changes } = stream
  if (step.action === 'set') return setOf(stream, step.field, step.value, now)
  if (changes === null) throw new TypeError(`The plan does not say how ${stream.plan.id} may be changed`)
  switch (step.action) {
    case 'splitShard':
      return changes.split(step.shard, step.startingHashKey === '' ? null : BigInt(step.startingHashKey), now)
    case 'mergeShards':
      return changes.merge(step.shard, step.adjacent, now)
    case 'updateShardCount':
      return changes.updateCount(step.target, now)
    case 'setRetention':
      return changes.setRetention(step.micros, now)
    default:
      throw new TypeError(`A stream knows no ${step.action}`)
  }
}

function setOf(stream: Stream, field: string, value: number, now: Micros): InterventionAnswer {
  const { changes } = stream
  if (changes !== null) {
    if (field === 'mode') return changes.setMode(value, now)
    if (field === 'warmBytesPerSecond') return changes.setWarm(value, now)
    if (field === 'spreadsEvenly') return changes.setSpread(value === 1, now)
  }
  stream.set(field, value, now)
  return 'done'
}
