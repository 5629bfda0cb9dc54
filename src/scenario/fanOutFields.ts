/** Of an application: whether it asks for records, or is pushed them. */
export type FanOutFields = {
  /** fanOut: a registered consumer, with throughput of its own for each shard (KIN3). */
  reading: 'polling' | 'fanOut'
  /** KIN3.01 */
  fanOutBytesPerSecond: number
  /** KIN3.07 */
  pushLatencyMs: number
}
