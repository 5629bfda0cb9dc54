import type { Micros } from '../../kernel/time.ts'
import { WORD_BITS } from '../../kernel/units.ts'

const WORD = BigInt(WORD_BITS)
/** A sequence number begins with this digit of base 4, so that all have the same number of decimals. */
const HEAD = 2n

/**
 * What a sequence number says here (KIN1.15): the stream, a moment, a place among the shard's records, and the shard. The number
 * grows within a shard, is unique in a stream and not dense. `place` counts from 1; 0 is before the first record.
 */
export type SequencePlace = { stream: number; at: Micros; place: number; shard: number }

/** As a decimal text: head, stream (32 bits), moment (64), place (32), shard (32). */
export function sequenceNumber({ stream, at, place, shard }: SequencePlace): string {
  let number = (HEAD << WORD) | BigInt(stream)
  number = (number << (WORD * 2n)) | BigInt(at)
  number = (number << WORD) | BigInt(place)
  return String((number << WORD) | BigInt(shard))
}

/** Null when the text is no number that this service ever gave out. */
export function parseSequenceNumber(text: unknown): SequencePlace | null {
  if (typeof text !== 'string' || !/^\d+$/.test(text)) return null
  let rest = BigInt(text)
  const take = (bits: bigint) => {
    const part = Number(BigInt.asUintN(Number(bits), rest))
    rest >>= bits
    return part
  }
  const shard = take(WORD)
  const place = take(WORD)
  const at = take(WORD * 2n)
  const stream = take(WORD)
  return rest === HEAD ? { stream, at, place, shard } : null
}
