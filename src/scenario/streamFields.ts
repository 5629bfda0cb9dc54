/** A Kinesis data stream, provisioned. */
export type StreamFields = {
  shards: number
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
  /** KIN2.03 */
  getRecordsLimit: number
  getBytesLimit: number
  /** KIN2.04 */
  getPenaltySeconds: number
  /** Length of a drawn tape: layout only, never part of the run. */
  tapeSeconds: number
}
