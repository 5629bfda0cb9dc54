import { LIMITS } from '../aws/index.ts'

const microsOf = (id: keyof typeof LIMITS) => LIMITS[id].value * 1000

/** Numbers of the Kinesis Client Library that no field turns; they reach the engine in its plan. Times are in microseconds. */
export const LIBRARY_NUMBERS = {
  renewalsPerFailover: LIMITS['KCL.03.renewals'].value,
  epsilonMicros: microsOf('KCL.03.epsilon'),
  stealAtMost: LIMITS['KCL.05.steal'].value,
  retryMicros: microsOf('KCL.06.least'),
  parentPollMicros: microsOf('KCL.13'),
  auditMicros: microsOf('KCL.14'),
  syncMicros: microsOf('KCL.14.sync'),
  lockMicros: microsOf('KCL.04b'),
  heartbeatMicros: microsOf('KCL.04b.heartbeat'),
  recheckMicros: microsOf('KCL.04b.recheck'),
  reportMicros: microsOf('KCL.15.metrics'),
  loadWeight: LIMITS['KCL.15.alpha'].value,
  threshold: LIMITS['KCL.15'].value,
  dampening: LIMITS['KCL.15.dampening'].value,
  passesPerBalance: LIMITS['KCL.15.passes'].value,
} as const
