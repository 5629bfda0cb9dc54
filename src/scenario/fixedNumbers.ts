import { LIMITS } from '../aws/index.ts'

/** Largest batch of any call to SQS, times ten: as far as a person may turn it up. */
const BATCH_TURNED_UP = 10

const MICROS_PER_SECOND = 1_000_000

/** Numbers of a run that no field turns; like every limit they reach the engine in its plan. */
export const FIXED_NUMBERS = {
  callRecordsMax: LIMITS['KIN1.06'].value,
  receivesUntilBack: LIMITS['SQS.13'].value,
  hiddenSecondsMax: LIMITS['SQS.05.total'].value,
  attemptSeconds: LIMITS['FIFO.16'].value,
  partitionsFactor: LIMITS['X-F2'].value,
  redriveHoursMax: LIMITS['SQS.16.hours'].value,
  serversOfMessage: LIMITS['X-Q1.copies'].value,
  /** SQS.22, SQS.24 */
  fair: {
    noisyInFlightShare: LIMITS['SQS.22'].value,
    noisyInFlightLeast: LIMITS['SQS.22.inFlight'].value,
    noisyTimeShare: LIMITS['SQS.22.time'].value,
    recentMicros: LIMITS['X-Q2'].value * MICROS_PER_SECOND,
    quietAfterMicros: LIMITS['SQS.24'].value * MICROS_PER_SECOND,
  },
  messagesInHand: BATCH_TURNED_UP * LIMITS['SQS.04'].value,
  /** SNS.07 */
  deliveryRetries: {
    immediateRetries: LIMITS['SNS.07.immediate'].value,
    preBackoffRetries: LIMITS['SNS.07.preBackoff'].value,
    preBackoffMicros: LIMITS['SNS.07.preBackoffTime'].value * MICROS_PER_SECOND,
    backoffRetries: LIMITS['SNS.07.backoff'].value,
    backoffFromMicros: LIMITS['SNS.07.backoffFrom'].value * MICROS_PER_SECOND,
    backoffToMicros: LIMITS['SNS.07.backoffTo'].value * MICROS_PER_SECOND,
    postBackoffRetries: LIMITS['SNS.07.postBackoff'].value,
    postBackoffMicros: LIMITS['SNS.07.postBackoffTime'].value * MICROS_PER_SECOND,
  },
} as const
