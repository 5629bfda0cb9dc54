/** An SQS FIFO queue: the partition key of a record is its message group. */
export type FifoQueueFields = {
  /** SQS.05 */
  visibilityTimeoutSeconds: number
  /** SQS.09 */
  retentionHours: number
  /** FIFO.19 */
  delaySeconds: number
  /** SQS.14, with a link to another FIFO queue */
  maxReceiveCount: number
  /** record: every record has an id of its own; key: records of one key are the same message, as if it were the body (FIFO.13). */
  deduplicationBy: 'record' | 'key'
  /** FIFO.12 */
  deduplicationScope: 'queue' | 'messageGroup'
  /** FIFO.03 */
  throughputLimit: 'perQueue' | 'perMessageGroupId'
  /** FIFO.01, of the queue; in high throughput of each partition (FIFO.05) */
  callsPerSecond: number
  /** FIFO.04 */
  highThroughputCallsPerSecond: number
  /** FIFO.17 */
  inFlightLimit: number
  /** FIFO.18 */
  scanLimit: number
  /** FIFO.12, FIFO.14 */
  deduplicationSeconds: number
  /** SQS.16: as the dead-letter queue of another FIFO queue */
  redrivePerSecond: number
  /** SQS.03 */
  messageBytesLimit: number
  /** SQS.04 */
  batchLimit: number
}
