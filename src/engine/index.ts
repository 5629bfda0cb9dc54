import { Engine } from './engine.ts'
import { NODE_BUILDERS, type NodeBuilders } from './nodes/nodeBuilders.ts'
import type { Plan } from './plan.ts'

export type { Engine, Snapshot } from './engine.ts'
export { INTERVENTION_ANSWERS, type InterventionAnswer } from './interventionAnswer.ts'
export { distributionKind } from './kernel/distributions.ts'
export { quantile } from './kernel/histogram.ts'
export type { KeySpec } from './kernel/keyChooser.ts'
export type { RateProfile } from './kernel/rateProfile.ts'
export { initialHashKeyRanges } from './kinesis/hashKey.ts'
export { NODE_GAUGES, ROW_GAUGES } from './metrics/gaugeNames.ts'
export { type SeenNode, seenOf, writeSeen } from './metrics/seenNodes.ts'
export type * from './plan.ts'

/** Starts a run at moment 0. The same plan and seed give the same run, bit for bit. */
export function createEngine(plan: Plan, seed: number): Engine {
  return new Engine(plan, seed, NODE_BUILDERS)
}

/** The same with the models of registered kinds brought along, or null for a plan that has none: a page loads them when it must. */
export function createEngineWith(plan: Plan, seed: number, builders: NodeBuilders | null): Engine {
  return new Engine(plan, seed, builders)
}
export type { FanOutPlan } from './clients/fanOutPlan.ts'
export type { KclPlan } from './clients/kcl/kclPlan.ts'
export type { KplPlan } from './clients/kpl/kplPlan.ts'
export { Answer } from './clients/store.ts'
export { ReadVerdict } from './kinesis/limits.ts'
export type { PackingPlan } from './kinesis/packingPlan.ts'
export { READ_BYTES_TOTAL } from './kinesis/shardColumn.ts'
export { CapacityMode } from './kinesis/streamChanges.ts'
export type { Bucket } from './life/bucket.ts'
export { type FirstOf, firstsOf } from './life/firsts.ts'
export { checkOrder, type Inversion, type InversionCause, inversionText } from './life/inversions.ts'
export { latenciesOf } from './life/latencies.ts'
export { lifeOf } from './life/lifeOf.ts'
export type { Note } from './life/note.ts'
export type { NotSeen } from './life/notSeen.ts'
export { recordOfMark } from './life/recordOfMark.ts'
export { recordsOfKey } from './life/recordsOfKey.ts'
export { type Refusal, refusalsOf, refusedOf } from './life/refusals.ts'
export type { CallAction, LifeStep, Watch } from './life/watch.ts'
export { consumersOf, whyNotSeen } from './life/whyNotSeen.ts'
export { applicationCounts } from './metrics/applicationCounts.ts'
export { NODE_BUILDERS, type NodeBuilders } from './nodes/nodeBuilders.ts'
export { specOf } from './nodes/nodeKinds.ts'
export type { NodePlan, RegisteredKind } from './nodes/nodePlans.ts'
export { queuePlanOf, storePlanOf } from './numbering.ts'
export { ApiError } from './sandbox/apiError.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox/sandbox.ts'
export { DEAD_LETTERED, EMPTY, MOVED_IN, STORED } from './sqs/queueCounters.ts'
