/**
 * What a limit had at a microsecond, in its own unit: records, bytes or calls. A limit without a bucket (the largest record) has
 * its value as capacity and as what is left.
 */
export type Bucket = { capacity: number; left: number; needed: number; unit: 'records' | 'bytes' | 'calls' }
