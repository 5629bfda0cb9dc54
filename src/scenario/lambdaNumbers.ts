import { EVERY_LIMIT } from '../aws/otherLimits.ts'

const SECOND = 1_000_000
const MINUTE = 60 * SECOND

/** Numbers of a function and its mapping that no field turns, in the engine's units; like every limit they reach it in its plan. */
export const LAMBDA_NUMBERS = {
  pollMicros: SECOND / EVERY_LIMIT['LKI.01'].value,
  recordsPerCall: EVERY_LIMIT['KIN2.03'].value,
  payloadBytes: EVERY_LIMIT['LKI.02.payload'].value,
  stateBytes: EVERY_LIMIT['LKI.13.state'].value,
  metadataBytes: EVERY_LIMIT['X-L6'].value,
  firstInvocations: EVERY_LIMIT['LSQ.01'].value,
  rampMicros: MINUTE / EVERY_LIMIT['LSQ.02'].value,
  mappingInvocations: EVERY_LIMIT['LSQ.03'].value,
  idleInvocations: EVERY_LIMIT['LSQ.04'].value,
  idleAfterMicros: EVERY_LIMIT['X-L7'].value * SECOND,
  growthPauseMicros: EVERY_LIMIT['X-L7'].value * SECOND,
  messagesPerCall: EVERY_LIMIT['SQS.04'].value,
  longPollMicros: EVERY_LIMIT['LSQ.08'].value * SECOND,
  newEnvironments: EVERY_LIMIT['LSQ.13'].value,
  newEnvironmentsPerSecond: EVERY_LIMIT['LSQ.13'].value / EVERY_LIMIT['LSQ.13.seconds'].value,
} as const

/** LSQ.06: of one provisioned poller, and how fast invocations are added to a mapping that has them. */
export const PROVISIONED_NUMBERS = {
  invocations: EVERY_LIMIT['LSQ.06.invocations'].value,
  pollsPerSecond: EVERY_LIMIT['LSQ.06.polls'].value,
  bytesPerSecond: EVERY_LIMIT['LSQ.06'].value,
  rampMicros: MINUTE / EVERY_LIMIT['LSQ.06.ramp'].value,
} as const

/** KIN3.01, KIN3.07: how a mapping is pushed its records. */
export const LAMBDA_PUSH = {
  bytesPerSecond: EVERY_LIMIT['KIN3.01'].value,
  latencyMicros: EVERY_LIMIT['KIN3.07'].value * 1000,
} as const
