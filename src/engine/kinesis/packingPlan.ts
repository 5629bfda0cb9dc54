/** Who sends user records packed into Kinesis records to a stream, and what that adds to them. */
export type PackingPlan = {
  /** By their indices. KIN6.06: a record larger than `bytesMost` travels alone and as it is. */
  producers: readonly { index: number; bytesMost: number }[]
  /** X-K8: bytes around each user record in a Kinesis record. */
  overheadBytes: number
}
