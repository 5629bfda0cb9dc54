import type { NodePlan, RegisteredKind } from '../../engine/index.ts'
import { FIXED_NUMBERS } from '../../scenario/fixedNumbers.ts'
import { LAMBDA_NUMBERS } from '../../scenario/lambdaNumbers.ts'
import { keysOfLink } from '../../scenario/linkKeys.ts'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import { deadLetterTargetOf } from '../../scenario/wiring.ts'
import { lambdaPlan } from './lambdaPlan.ts'
import type { NodeContext } from './nodeContext.ts'
import { OTHER_RULES } from './otherRules.ts'
import { turnableOf } from './turnable.ts'

// Nodes of the kinds that register themselves with the engine: one entry a kind.

type Of<K extends RegisteredKind> = Extract<ScenarioNode, { kind: K }>
type Build<K extends RegisteredKind> = (
  node: Of<K>,
  context: NodeContext,
) => Omit<Extract<NodePlan, { kind: K }>, 'id' | 'kind' | 'recordsPerDot' | 'turnable'>

const BUILD: { readonly [K in RegisteredKind]: Build<K> } = {
  monolith: () => ({}),
  topic: (node, { scenario, queueAt, nodeAt }) => ({
    isFifo: node.topicType === 'fifo',
    retry: FIXED_NUMBERS.deliveryRetries,
    subscriptions: scenario.links
      .filter(({ from }) => from === node.id)
      .map((link) => ({
        queue: queueAt(link.to),
        ...(queueAt(link.to) < 0 ? { node: nodeAt(link.to) } : {}),
        keys: keysOfLink(link),
      })),
  }),
  lambda: lambdaPlan,
  aggregator: (node, context) => {
    const source = context.scenario.links.find((link) => link.to === node.id)?.from
    const stream = context.streamAt(source)
    const queue = context.queueAt(source)
    const workers = queue >= 0 ? 1 : 0
    const { recordsPerCall, messagesPerCall, longPollMicros } = LAMBDA_NUMBERS
    return {
      ...{ stream, queue, recordsPerCall, messagesPerCall, longPollMicros },
      ...{ workers, firstWorker: context.takeWorkers(workers) },
      tracks: stream >= 0 ? context.shardsAtMost(stream) : workers,
      ...(source === undefined ? {} : { readsFrom: source }),
    }
  },
  archive: (node, { scenario, queueAt }) => ({
    queues: scenario.links.filter(({ from }) => from === node.id).map(({ to }) => queueAt(to)),
  }),
  downstream: (node) => ({ isPerBatch: node.callsFor === 'batch' }),
  kinesisQueue: (node, { scenario, streamAt, queueAt }) => ({
    number: queueAt(node.id),
    stream: streamAt(scenario.links.find((link) => link.to === node.id)?.from),
    createdAtMicros: Math.round(node.startSeconds * 1_000_000),
    startPosition: node.startPosition === 'LATEST' ? -2 : -1,
    hiddenMicrosMax: FIXED_NUMBERS.hiddenSecondsMax * 1_000_000,
  }),
  fifoQueue: (node, { scenario, queueAt }) => ({
    number: queueAt(node.id),
    deadLetterQueue: queueAt(deadLetterTargetOf(scenario, node.id)),
    ...(scenario.nodes.some(({ id }) => deadLetterTargetOf(scenario, id) === node.id) && {
      redriveMicrosMax: FIXED_NUMBERS.redriveHoursMax * 3_600_000_000,
    }),
    deduplicationMicros: Math.round(node.deduplicationSeconds * 1_000_000),
    recordsAreIds: node.deduplicationBy === 'record',
    attemptMicros: FIXED_NUMBERS.attemptSeconds * 1_000_000,
    scanLimit: node.scanLimit,
    partitionsFactor: FIXED_NUMBERS.partitionsFactor,
    hiddenMicrosMax: FIXED_NUMBERS.hiddenSecondsMax * 1_000_000,
  }),
}

export const isRegistered = (node: ScenarioNode): node is Of<RegisteredKind> => Object.hasOwn(BUILD, node.kind)

export function nodePlan(node: Of<RegisteredKind>, recordsPerDot: number, context: NodeContext): NodePlan {
  const build = BUILD[node.kind] as Build<RegisteredKind>
  return {
    id: node.id,
    kind: node.kind,
    recordsPerDot,
    turnable: turnableOf(node, OTHER_RULES[node.kind]),
    ...build(node, context),
  } as NodePlan
}
