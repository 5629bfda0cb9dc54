import { EVERY_LIMIT } from '../aws/otherLimits.ts'

/** Largest batch of any call to SQS, times ten: as far as a person may turn it up. */
const BATCH_TURNED_UP = 10

const MICROS_PER_SECOND = 1_000_000

/** Numbers of queues and topics that no field turns; like every limit they reach the engine in its plan. */
export const FIXED_NUMBERS = {
  receivesUntilBack: EVERY_LIMIT['SQS.13'].value,
  hiddenSecondsMax: EVERY_LIMIT['SQS.05.total'].value,
  attemptSeconds: EVERY_LIMIT['FIFO.16'].value,
  partitionsFactor: EVERY_LIMIT['X-F2'].value,
  redriveHoursMax: EVERY_LIMIT['SQS.16.hours'].value,
  serversOfMessage: EVERY_LIMIT['X-Q1.copies'].value,
  /** SQS.22, SQS.24 */
  fair: {
    noisyInFlightShare: EVERY_LIMIT['SQS.22'].value,
    noisyInFlightLeast: EVERY_LIMIT['SQS.22.inFlight'].value,
    noisyTimeShare: EVERY_LIMIT['SQS.22.time'].value,
    recentMicros: EVERY_LIMIT['X-Q2'].value * MICROS_PER_SECOND,
    quietAfterMicros: EVERY_LIMIT['SQS.24'].value * MICROS_PER_SECOND,
  },
  messagesInHand: BATCH_TURNED_UP * EVERY_LIMIT['SQS.04'].value,
  /** SNS.07 */
  deliveryRetries: {
    immediateRetries: EVERY_LIMIT['SNS.07.immediate'].value,
    preBackoffRetries: EVERY_LIMIT['SNS.07.preBackoff'].value,
    preBackoffMicros: EVERY_LIMIT['SNS.07.preBackoffTime'].value * MICROS_PER_SECOND,
    backoffRetries: EVERY_LIMIT['SNS.07.backoff'].value,
    backoffFromMicros: EVERY_LIMIT['SNS.07.backoffFrom'].value * MICROS_PER_SECOND,
    backoffToMicros: EVERY_LIMIT['SNS.07.backoffTo'].value * MICROS_PER_SECOND,
    postBackoffRetries: EVERY_LIMIT['SNS.07.postBackoff'].value,
    postBackoffMicros: EVERY_LIMIT['SNS.07.postBackoffTime'].value * MICROS_PER_SECOND,
  },
} as const
