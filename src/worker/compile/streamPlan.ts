import type { StreamPlan, StreamStep, TurnableStream } from '../../engine/index.ts'
import { BOUNDS } from '../../scenario/bounds.ts'
import type { Intervention, Scenario, StreamNode } from '../../scenario/scenario.ts'
import { isOnDemand, SCALING, shardsAtStart, warmBytesOf } from '../../scenario/streamMode.ts'
import { CHANGE_NUMBERS, onDemandNumbers, RESHARDING_NUMBERS } from '../../scenario/streamNumbers.ts'
import { whereOf } from '../../scenario/where.ts'
import { PLAIN_RULES, turnableOf } from './turnable.ts'

/** What `turnableOf` says beside the limits. */
type Turned = TurnableStream & { mode: number; warmBytesPerSecond: number; spreadsEvenly: number }

/** A stream of the document in the engine's words. */
export function streamPlan(node: StreamNode, scenario: Scenario, recordsPerDot: number): StreamPlan {
  const { mode, warmBytesPerSecond: _, spreadsEvenly, ...turnable } = turnableOf<Turned>(node, PLAIN_RULES.stream)
  const numbers = onDemandNumbers(whereOf(scenario))
  const onDemand = numbers !== null && isOnDemand(node)
  return {
    id: node.id,
    shards: shardsAtStart(node),
    shardsAtMost: shardsAtMost(node, scenario),
    turnable,
    resharding: RESHARDING_NUMBERS,
    // A stream that is provisioned and stays so measures nothing: what measures is loaded with the scenes that need it.
    onDemand:
      numbers === null || !mayScale(node, scenario.interventions)
        ? null
        : {
            ...numbers,
            atStart: onDemand,
            historyBytesPerSecond: node.peakBytesBefore,
            warmBytesPerSecond: warmBytesOf(node),
          },
    // What AWS would refuse does not begin either; `streamProblems` says so.
    spreadsEvenly: onDemand && spreadsEvenly === 1,
    changes: { mode: onDemand ? mode : 0, ...CHANGE_NUMBERS },
    recordsPerDot,
  }
}

/**
 * Room for every shard that the scene's steps can make, whichever of them AWS refuses: a change of the count makes two for each
 * border that it cuts and one for each merge after that. An on-demand stream may grow as far as a scene goes.
 */
function shardsAtMost(node: StreamNode, { interventions }: Scenario): number {
  const steps = interventions.filter((step) => step.node === node.id)
  const first = shardsAtStart(node)
  let open = first
  let ever = first
  if (mayScale(node, interventions)) {
    ever += 2 * (BOUNDS.openShards - open)
    open = BOUNDS.openShards
  }
  for (const step of steps) {
    if (step.action === 'splitShard') {
      open += 1
      ever += 2
    } else if (step.action === 'mergeShards') ever += 1
    else if (step.action === 'updateShardCount') {
      ever += 2 * (step.target - 1) + (open - 1)
      open = Math.max(open, step.target)
    } else if (scales(step)) ever += 2 * BOUNDS.openShards
  }
  return Math.min(ever, BOUNDS.shardsEver)
}

/** Whether the stream is on-demand, or a step of the scene may make it so. */
export function mayScale(node: StreamNode, interventions: readonly Intervention[]): boolean {
  return isOnDemand(node) || interventions.some((step) => step.node === node.id && scales(step))
}

const scales = (step: Intervention) => step.action === 'set' && step.field in SCALING

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
