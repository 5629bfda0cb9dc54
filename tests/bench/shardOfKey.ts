import { createHash } from 'node:crypto'
import { MODEL } from './model.ts'

/** The shard of each key: the first three bits of the MD5 of the key as a decimal number. */
export function createShardOfKey(): Uint8Array {
  return Uint8Array.from(
    { length: MODEL.keyCount },
    (_, key) => (createHash('md5').update(String(key)).digest()[0] ?? 0) >>> 5,
  )
}
