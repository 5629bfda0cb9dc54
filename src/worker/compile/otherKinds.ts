import type { Plan, PoolPlan, QueuePlan, TurnablePool, TurnableQueue } from '../../engine/index.ts'
import { FIXED_NUMBERS } from '../../scenario/fixedNumbers.ts'
import { publishQuotaOf } from '../../scenario/publishQuota.ts'
import type { PoolNode, QueueNode, Scenario } from '../../scenario/scenario.ts'
import { whereOf } from '../../scenario/where.ts'
import { targetsOf } from '../../scenario/wiring.ts'
import { handSenders, handStep } from './byHandPlans.ts'
import { kplPart, packingPart } from './kplPlan.ts'
import { downstreamOf, type NodeContext } from './nodeContext.ts'
import { isRegistered, nodePlan } from './nodePlans.ts'
import { OTHER_RULES } from './otherRules.ts'
import { turnableOf } from './turnable.ts'

export type OtherKinds = typeof OTHER_KINDS

/** How nodes become plans that not every scene has: all but producers, streams and applications, and parts of these. */
export const OTHER_KINDS = {
  handSenders,
  handStep,
  isRegistered,
  kplPart,
  nodePlan,
  packingPart,
  poolPlan,
  publishQuotaPart,
  queuePlan,
  rules: OTHER_RULES,
}

function queuePlan(node: QueueNode, recordsPerDot: number, { nodes, links }: Scenario): QueuePlan {
  const queues = nodes.filter(({ kind }) => kind === 'queue')
  const deadLetters = targetsOf(links, node.id).map((id) => queues.findIndex((queue) => queue.id === id))
  return {
    id: node.id,
    turnable: turnableOf<TurnableQueue>(node, OTHER_RULES.queue),
    recordsPerDot,
    receivesUntilBack: FIXED_NUMBERS.receivesUntilBack,
    hiddenMicrosMax: FIXED_NUMBERS.hiddenSecondsMax * 1_000_000,
    redriveMicrosMax: FIXED_NUMBERS.redriveHoursMax * 3_600_000_000,
    servers: node.servers,
    serversOfMessage: FIXED_NUMBERS.serversOfMessage,
    fair: node.tenants === 'byKey' ? FIXED_NUMBERS.fair : null,
    deadLetterQueue: Math.max(-1, ...deadLetters),
  }
}

/** Only what topics share. */
function publishQuotaPart(scenario: Scenario): Pick<Plan, 'publishQuota'> {
  return scenario.nodes.some(({ kind }) => kind === 'topic') ? { publishQuota: publishQuotaOf(whereOf(scenario)) } : {}
}

/** `queue`: its place among all queues of the plan. */
function poolPlan(node: PoolNode, queue: number, context: NodeContext): PoolPlan {
  return {
    id: node.id,
    queue,
    workers: node.workers,
    firstWorker: context.takeWorkers(node.workers),
    turnable: turnableOf<TurnablePool>(node, OTHER_RULES.pool),
    messagesInHand: FIXED_NUMBERS.messagesInHand,
    worksInParallel: node.workInBatch === 'parallel',
    poisonKey: node.poisonKey,
    downstream: downstreamOf(node.id, context),
  }
}
