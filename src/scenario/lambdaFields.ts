import type { Spread } from './spread.ts'

/** A Lambda function with the event source mapping that reads a stream or a queue for it. */
export type LambdaFields = {
  /** Time of one invocation beside the work on its records. */
  batchMs: number
  serviceMs: number
  serviceSpread: Spread
  timeoutSeconds: number
  coldStartMs: number
  /** An execution environment that has nothing to do is kept for so long. */
  keepWarmSeconds: number
  failureShare: number
  /** Of each producer, the record with this number always fails; 0 = none. */
  poisonRecord: number
  /** each: work done again has its effect again; once: the function is idempotent. */
  effects: 'each' | 'once'
  /** 0 = none. */
  reservedConcurrency: number
  /** LSQ.03: of the account, shared by all its functions. */
  accountConcurrency: number
  /** Until a failed or throttled invocation is tried again. */
  retryPauseMs: number

  /** LKI.02: BatchSize of a mapping that reads a stream. */
  recordsPerBatch: number
  /** LSQ.07: BatchSize of a mapping that reads a queue. */
  messagesPerBatch: number
  /** LKI.02: MaximumBatchingWindowInSeconds. */
  windowSeconds: number
  /** LKI.09, LSQ.10: ReportBatchItemFailures. */
  reportFailures: 'off' | 'on'

  /** LKI.01: by polling, or pushed by a registered consumer of its own (KIN3). */
  reading: 'polling' | 'fanOut'
  /** LKI.04 */
  parallelizationFactor: number
  /** LKI.07 */
  maximumRetryAttempts: number
  maximumRecordAgeSeconds: number
  /** LKI.08 */
  bisectBatch: 'off' | 'on'
  /** LKI.12: when the mapping is made, and where it begins. */
  startSeconds: number
  startPosition: 'TRIM_HORIZON' | 'LATEST' | 'AT_TIMESTAMP'
  /** AT_TIMESTAMP: this moment of the run. */
  startTimestampSeconds: number
  /** LKI.13: 0 = none. */
  tumblingWindowSeconds: number
  stateBytesPerRecord: number

  /** LSQ.05: 0 = none. */
  maximumConcurrency: number
  /** LSQ.06: provisioned pollers instead of Lambda's own scaling. */
  pollers: 'scaled' | 'provisioned'
  minimumPollers: number
  maximumPollers: number
}
