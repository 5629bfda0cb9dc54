import fc from 'fast-check'
import type { QueuePlan } from '../../src/engine/index.ts'
import { SECOND } from './play.ts'
import { queue } from './testPlan.ts'

const millis = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 })
const seconds = (min: number, max: number) => fc.integer({ min: min * SECOND, max: max * SECOND })

export const queueValues = {
  visibilityTimeoutMicros: fc.oneof(fc.constant(0), millis(50, 3000), fc.constant(30 * SECOND)),
  retentionMicros: fc.oneof(fc.constant(345_600 * SECOND), seconds(2, 10)),
  inFlightLimit: fc.constantFrom(1, 3, 40, 120_000),
  messageBytesLimit: fc.constantFrom(50_000, 1_048_576),
  batchLimit: fc.constantFrom(1, 3, 10),
  delayMicros: fc.oneof(fc.constant(0), fc.constant(0), millis(10, 3000)),
  maxReceiveCount: fc.integer({ min: 1, max: 4 }),
  shuffleWindow: fc.constantFrom(0, 0, 0, 5),
  duplicateShare: fc.constantFrom(0, 0, 0, 0.2),
  deleteLostShare: fc.constantFrom(0, 0, 0, 0.2),
  redrivePerSecond: fc.constantFrom(1, 7, 500),
}
/** As AWS has it, and so small that tenants become noisy in a short run. */
const fairRules = fc.constantFrom<QueuePlan['fair']>(null, null, {
  noisyInFlightShare: 0.1,
  noisyInFlightLeast: 2,
  noisyTimeShare: 0.1,
  recentMicros: 2 * SECOND,
  quietAfterMicros: SECOND,
})
/** Up to two queues; the dead letters of the first may go to the second. */
export const queues = fc
  .array(
    fc.record({
      recordsPerDot: fc.constantFrom(1, 10, 100),
      servers: fc.constantFrom(0, 1, 8),
      fair: fairRules,
      hasDeadLetters: fc.boolean(),
      turnable: fc.record(queueValues),
    }),
    { maxLength: 2 },
  )
  .map((all) =>
    all.map(({ hasDeadLetters, ...own }, i): QueuePlan => {
      const deadLetterQueue = i === 0 && all.length > 1 && hasDeadLetters ? 1 : -1
      return queue({ id: `queue-${i}`, deadLetterQueue, ...own })
    }),
  )
