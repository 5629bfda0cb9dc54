/** A Kinesis data stream. */
export type StreamFields = {
  /** Of a provisioned stream, at its start. */
  shards: number
  /** KIN5; Advantage is a setting of the account, here of the stream. */
  capacityMode: 'provisioned' | 'onDemandStandard' | 'onDemandAdvantage'
  /** KIN5.09, of On-demand Advantage: asked for before the run; 0: nothing was. */
  warmBytesPerSecond: number
  /** KIN5.04, on-demand: the highest rate that was written in the 30 days before the run. */
  peakBytesBefore: number
  /** KIN1.14 */
  recordDistribution: 'USER_PARTITION_KEY' | 'AUTO'
  /** X-K1: how a limit a second is counted. AWS publishes no algorithm. */
  throttling: 'bucket' | 'window'
  retentionHours: number
  /** KIN1.02 */
  writeRecordsPerSecond: number
  /** KIN1.01 */
  writeBytesPerSecond: number
  /** KIN1.04 */
  recordBytesLimit: number
  /** KIN1.06 */
  putRecordsLimit: number
  putBytesLimit: number
  /** KIN2.01, shared by all polling applications; 0 = not limited. */
  readCallsPerSecond: number
  /** KIN2.02 */
  readBytesPerSecond: number
  /** X-K3: of all that poll; 0: not enforced. */
  readRecordsPerSecond: number
  /** KIN2.03 */
  getRecordsLimit: number
  getBytesLimit: number
  /** KIN2.04 */
  getPenaltySeconds: number
  /** Length of a drawn tape: layout only, never part of the run. */
  tapeSeconds: number
  /** Time of one column of it: layout only. speed: a second, or wider when the run goes too fast for that. */
  tapeColumn: 'speed' | 'second' | 'minute' | 'halfHour'
}
