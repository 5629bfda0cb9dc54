type BucketUnit = 'records' | 'bytes' | 'calls' | 'invocations' | 'environments'

/**
 * What a limit had at a microsecond, in its own unit: records, bytes or calls; of a function its invocations at once or new environments. A limit without a bucket (the largest record) has
 * its value as capacity and as what is left.
 */
export type Bucket = { capacity: number; left: number; needed: number; unit: BucketUnit }
