const HEAD = 'shardId-'
const ZEROS = '000000000000'

/** `shardId-000000000007` */
export function shardIdOf(number: number): string {
  return HEAD + String(number).padStart(ZEROS.length, '0')
}

/** The number of a shard's ID, also of one without its zeros or its head; NaN for anything else. */
export function shardNumberOf(shardId: unknown): number {
  const digits = typeof shardId === 'string' ? /^(?:shardId-)?(\d+)$/.exec(shardId)?.[1] : undefined
  return digits === undefined ? Number.NaN : Number(digits)
}
