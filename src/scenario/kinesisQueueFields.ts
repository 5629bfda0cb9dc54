/** A Kinesis queue: a stream's records one by one, as from a queue. */
export type KinesisQueueFields = {
  /** KIN6.02 */
  visibilityTimeoutSeconds: number
  /** KIN6.04; 0 = NONE */
  maxReceiveCount: number
  /** When it is created, and where it begins then (KIN6.02). */
  startSeconds: number
  startPosition: 'LATEST' | 'TRIM_HORIZON'
  /** KIN6.03 */
  inFlightLimit: number
  /** KIN6.02 */
  batchLimit: number
  /** KIN6.02, no order: a receive takes one of so many records in line; 0 = the first. How many is ours. */
  shuffleWindow: number
  /** KIN6.02, at least once, happening: deliveries after which others can receive the record too. */
  duplicateShare: number
  /** KIN6.02, at least once, happening: acknowledgements that have no effect. */
  deleteLostShare: number
}
