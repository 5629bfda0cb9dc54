/** Of a producer: whether it sends to streams with the Kinesis Producer Library (KPL), and how. */
export type KplFields = {
  sendsWith: 'own' | 'kpl'
  /** KIN6.06 */
  aggregation: 'on' | 'off'
  aggregationBytes: number
  /** KIN6.08: RecordMaxBufferedTime, RecordTtl, RateLimit (of the shard's limits, 0..), FailIfThrottled. */
  bufferedMs: number
  recordTtlSeconds: number
  rateLimitShare: number
  whenThrottled: 'retry' | 'fail'
}
