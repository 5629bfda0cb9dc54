import type { Micros } from '../../kernel/time.ts'
import { WORD_BITS } from '../../kernel/units.ts'

/** What a shard iterator says: a place among the records of a shard, and when it was given out (KIN2.09). */
export type IteratorPlace = { stream: number; shard: number; index: number; createdAt: Micros }

const HEAD = 'AAAAAAAAAAE'

/** A text that callers hand back and do not read. */
export function shardIterator({ stream, shard, index, createdAt }: IteratorPlace): string {
  return [HEAD, ...[stream, shard, index, createdAt].map((part) => part.toString(WORD_BITS))].join('+')
}

/** Null when the text is no iterator of this service. */
export function parseShardIterator(text: unknown): IteratorPlace | null {
  if (typeof text !== 'string') return null
  const [head, ...parts] = text.split('+')
  const [stream, shard, index, createdAt, ...more] = parts.map((part) => Number.parseInt(part, WORD_BITS))
  if (head !== HEAD || more.length > 0) return null
  const place = { stream, shard, index, createdAt }
  return Object.values(place).every((part) => Number.isSafeInteger(part)) ? (place as IteratorPlace) : null
}
