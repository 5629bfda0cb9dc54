import type { NodePlan } from '../../engine/index.ts'
import { LAMBDA_NUMBERS, LAMBDA_PUSH, PROVISIONED_NUMBERS } from '../../scenario/lambdaNumbers.ts'
import type { LambdaNode } from '../../scenario/scenario.ts'
import { isConsumer } from './consumers.ts'
import { downstreamOf, type NodeContext } from './nodeContext.ts'

type LambdaPlan = Extract<NodePlan, { kind: 'lambda' }>

const TRIM_HORIZON = -1
const LATEST = -2

/** What the plan says of a function beside its turnable fields. */
export function lambdaPlan(
  node: LambdaNode,
  context: NodeContext,
): Omit<LambdaPlan, 'id' | 'kind' | 'recordsPerDot' | 'turnable'> {
  const { scenario, streamAt, queueAt } = context
  const source = scenario.links.find((link) => link.to === node.id)?.from
  // A consumer that its stream has no room for reads nothing (KIN3.02).
  const isPushed = node.reading === 'fanOut' && streamAt(source) >= 0
  const stream = isPushed && !isConsumer(scenario, node) ? -1 : streamAt(source)
  const queue = queueAt(source)
  const provisioned = node.pollers === 'provisioned' && queue >= 0 ? provisionedPollers(node) : null
  const limits =
    provisioned === null
      ? LAMBDA_NUMBERS
      : {
          ...LAMBDA_NUMBERS,
          rampMicros: PROVISIONED_NUMBERS.rampMicros,
          mappingInvocations: provisioned.most * provisioned.invocations,
        }
  const workers = queue >= 0 ? limits.mappingInvocations : 0
  return {
    limits,
    stream,
    queue,
    tracks: stream >= 0 ? context.shardsAtMost(stream) : queue >= 0 ? 1 : 0,
    startAtMicros: Math.round(node.startSeconds * 1_000_000),
    startPosition: startPosition(node),
    parallelizationFactor: node.parallelizationFactor,
    provisioned,
    firstWorker: context.takeWorkers(workers),
    workers,
    onFailureQueue: Math.max(-1, ...scenario.links.filter(({ from }) => from === node.id).map(({ to }) => queueAt(to))),
    downstream: downstreamOf(node.id, context),
    ...(isPushed && { fanOut: LAMBDA_PUSH }),
    ...(source === undefined ? {} : { readsFrom: source }),
  }
}

function startPosition({ startPosition: position, startTimestampSeconds }: LambdaNode): number {
  if (position === 'AT_TIMESTAMP') return Math.round(startTimestampSeconds * 1_000_000)
  return position === 'LATEST' ? LATEST : TRIM_HORIZON
}

function provisionedPollers({ minimumPollers, maximumPollers }: LambdaNode): LambdaPlan['provisioned'] {
  const { invocations, pollsPerSecond, bytesPerSecond } = PROVISIONED_NUMBERS
  const most = Math.max(minimumPollers, maximumPollers)
  return { least: minimumPollers, most, invocations, pollsPerSecond, bytesPerSecond }
}
