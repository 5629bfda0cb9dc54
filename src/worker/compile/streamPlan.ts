import type { StreamPlan, StreamStep, TurnableStream } from '../../engine/index.ts'
import { BOUNDS } from '../../scenario/bounds.ts'
import type { Intervention, Scenario, StreamNode } from '../../scenario/scenario.ts'
import { CHANGE_NUMBERS, RESHARDING_NUMBERS } from '../../scenario/streamNumbers.ts'
import { PLAIN_RULES, turnableOf } from './turnable.ts'

/** A stream of the document in the engine's words. */
export function streamPlan(node: StreamNode, scenario: Scenario, recordsPerDot: number): StreamPlan {
  return {
    id: node.id,
    shards: node.shards,
    shardsAtMost: shardsAtMost(node, scenario),
    turnable: {
      ...turnableOf<TurnableStream>(node, PLAIN_RULES.stream),
      throttleWindowMicros: 0,
      readRecordsPerSecond: 0,
    },
    resharding: RESHARDING_NUMBERS,
    onDemand: null,
    spreadsEvenly: false,
    changes: { mode: 0, ...CHANGE_NUMBERS },
    recordsPerDot,
  }
}

/**
 * Room for every shard that the scene's steps can make, whichever of them AWS refuses: a change of the count makes two for each
 * border that it cuts and one for each merge after that.
 */
function shardsAtMost({ id, shards }: StreamNode, { interventions }: Scenario): number {
  let open = shards
  let ever = shards
  for (const step of interventions) {
    if (step.node !== id) continue
    if (step.action === 'splitShard') {
      open += 1
      ever += 2
    } else if (step.action === 'mergeShards') ever += 1
    else if (step.action === 'updateShardCount') {
      ever += 2 * (step.target - 1) + (open - 1)
      open = Math.max(open, step.target)
    }
  }
  return Math.min(ever, Math.max(shards, BOUNDS.shardsEver))
}

/** What a person does to a stream; null for any other step. */
export function streamStep(step: Intervention): StreamStep | null {
  switch (step.action) {
    case 'splitShard':
      return { action: 'splitShard', shard: step.shard, startingHashKey: step.startingHashKey }
    case 'mergeShards':
      return { action: 'mergeShards', shard: step.shard, adjacent: step.adjacent }
    case 'updateShardCount':
      return { action: 'updateShardCount', target: step.target }
    case 'setRetention':
      return { action: 'setRetention', micros: Math.round(step.hours * 3_600_000_000) }
    default:
      return null
  }
}
