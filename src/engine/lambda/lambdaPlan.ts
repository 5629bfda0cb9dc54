import type { Micros } from '../kernel/time.ts'
import type { NodePlanBase } from '../nodes/nodePlanBase.ts'

/** What may be turned in a function and its event source mapping while the run goes on. */
export type TurnableLambda = {
  /** Of one invocation, beside the work on its records. */
  batchMicros: number
  serviceMicros: number
  serviceSpread: number
  timeoutMicros: Micros
  coldStartMicros: Micros
  /** So long an execution environment that does nothing stays (ours). */
  keepWarmMicros: Micros
  failureShare: number
  /** Of each producer, the record with this number (from 1) always fails; 0 = none. */
  poisonRecord: number
  /** 1: doing the work on a record again has no effect. */
  idempotent: number
  /** Reserved concurrency; 0 = none, the function shares what the account has left. */
  reservedInvocations: number
  /** LSQ.03: of the account, shared by all functions; where they differ, the smallest counts. */
  accountInvocations: number
  /** Time until a failed or throttled invocation of a stream's batch is tried again, and a throttled one of a queue's (ours). */
  retryPauseMicros: Micros

  /** LKI.02: BatchSize of a mapping that reads a stream. */
  batchRecords: number
  /** LSQ.07: BatchSize of a mapping that reads a queue. */
  batchMessages: number
  /** MaximumBatchingWindowInSeconds. */
  windowMicros: Micros
  /** ReportBatchItemFailures (LKI.09, LSQ.10). */
  reportsFailures: number
  /** LKI.08 */
  bisects: number
  /** LKI.07: one more than MaximumRetryAttempts; 0 = without end. */
  attemptsMax: number
  /** LKI.07: 0 = none is too old. */
  recordAgeMaxMicros: Micros
  /** LKI.13: 0 = no tumbling windows. */
  tumblingMicros: Micros
  /** How much of the state one record of a tumbling window takes. */
  stateBytesPerRecord: number
  /** LSQ.05: 0 = none. */
  maximumConcurrency: number
}

/** What no field turns: AWS's numbers and ours. */
export type LambdaLimits = {
  /** LKI.01: time between two polls of a shard that is read to its tip. */
  pollMicros: Micros
  /** KIN2.03 */
  recordsPerCall: number
  /** LKI.02.payload */
  payloadBytes: number
  /** LKI.13.state */
  stateBytes: number
  /** LKI.10: size of a message about a discarded batch (ours). */
  metadataBytes: number
  /** LSQ.01 */
  firstInvocations: number
  /** LSQ.02, in provisioned mode LSQ.06.ramp: time in which one more invocation may run at once (ours: a straight line). */
  rampMicros: Micros
  /** LSQ.03, in provisioned mode what all pollers together may do (LSQ.06.invocations). */
  mappingInvocations: number
  /** LSQ.04 */
  idleInvocations: number
  /** After so long without a message a mapping goes down to them (ours). */
  idleAfterMicros: Micros
  /** After a failed or throttled batch nothing is added for so long (ours). */
  growthPauseMicros: Micros
  /** SQS.04 */
  messagesPerCall: number
  /** LSQ.08, SQS.12 */
  longPollMicros: Micros
  /** LSQ.13 */
  newEnvironments: number
  newEnvironmentsPerSecond: number
}

/** LSQ.06: of one poller, in provisioned mode. */
export type ProvisionedPollers = {
  least: number
  most: number
  invocations: number
  pollsPerSecond: number
  bytesPerSecond: number
}

export type LambdaPlan = NodePlanBase & {
  kind: 'lambda'
  turnable: TurnableLambda
  limits: LambdaLimits
  /** Among the plan's streams or queues: one of them is an index, the other -1; both -1 when it reads nothing. */
  stream: number
  queue: number
  /** Ways of its records: one a shard, one from a queue. */
  tracks: number
  /** When the mapping comes, and where it begins then: -1 trim horizon, -2 latest, else a moment of the run (LKI.12). */
  startAtMicros: Micros
  startPosition: number
  /** LKI.01: its own registered consumer of the stream pushes the records (KIN3.01, KIN3.07); absent: it polls. */
  fanOut?: { bytesPerSecond: number; latencyMicros: Micros }
  /** LKI.04: lanes of a shard. */
  parallelizationFactor: number
  /** null: Lambda scales the pollers itself. */
  provisioned: ProvisionedPollers | null
  /** Number of its first poller among all that poll queues, and how many it may have. */
  firstWorker: number
  workers: number
  /** LKI.10: where messages about discarded batches go, among the plan's queues; -1 nowhere. */
  onFailureQueue: number
  /** The system that it calls and waits for, among the plan's registered nodes; -1 none. */
  downstream: number
}
