import { LIMITS } from '../aws/index.ts'

/** Largest batch of any call to SQS, times ten: as far as a person may turn it up. */
const BATCH_TURNED_UP = 10

/** Numbers of a run that no field turns; like every limit they reach the engine in its plan. */
export const FIXED_NUMBERS = {
  callRecordsMax: LIMITS['KIN1.06'].value,
  receivesUntilBack: LIMITS['SQS.13'].value,
  hiddenSecondsMax: LIMITS['SQS.05.total'].value,
  serversOfMessage: LIMITS['X-Q1.copies'].value,
  messagesInHand: BATCH_TURNED_UP * LIMITS['SQS.04'].value,
} as const
