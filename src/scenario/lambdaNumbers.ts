import { LIMITS } from '../aws/index.ts'

const SECOND = 1_000_000
const MINUTE = 60 * SECOND

/** Numbers of a function and its mapping that no field turns, in the engine's units; like every limit they reach it in its plan. */
export const LAMBDA_NUMBERS = {
  pollMicros: SECOND / LIMITS['LKI.01'].value,
  recordsPerCall: LIMITS['KIN2.03'].value,
  payloadBytes: LIMITS['LKI.02.payload'].value,
  stateBytes: LIMITS['LKI.13.state'].value,
  metadataBytes: LIMITS['X-L6'].value,
  firstInvocations: LIMITS['LSQ.01'].value,
  rampMicros: MINUTE / LIMITS['LSQ.02'].value,
  mappingInvocations: LIMITS['LSQ.03'].value,
  idleInvocations: LIMITS['LSQ.04'].value,
  idleAfterMicros: LIMITS['X-L7'].value * SECOND,
  growthPauseMicros: LIMITS['X-L7'].value * SECOND,
  messagesPerCall: LIMITS['SQS.04'].value,
  longPollMicros: LIMITS['LSQ.08'].value * SECOND,
  newEnvironments: LIMITS['LSQ.13'].value,
  newEnvironmentsPerSecond: LIMITS['LSQ.13'].value / LIMITS['LSQ.13.seconds'].value,
} as const

/** LSQ.06: of one provisioned poller, and how fast invocations are added to a mapping that has them. */
export const PROVISIONED_NUMBERS = {
  invocations: LIMITS['LSQ.06.invocations'].value,
  pollsPerSecond: LIMITS['LSQ.06.polls'].value,
  bytesPerSecond: LIMITS['LSQ.06'].value,
  rampMicros: MINUTE / LIMITS['LSQ.06.ramp'].value,
} as const

/** KIN3.01, KIN3.07: how a mapping is pushed its records. */
export const LAMBDA_PUSH = {
  bytesPerSecond: LIMITS['KIN3.01'].value,
  latencyMicros: LIMITS['KIN3.07'].value * 1000,
} as const
