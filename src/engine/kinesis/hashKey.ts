import { md5 } from '../kernel/md5.ts'
import { MD5_BITS, WORD_BITS } from '../kernel/units.ts'
import { encodeUtf8 } from '../kernel/utf8.ts'

/** Both ends belong to the range. */
export type HashKeyRange = { startHashKey: bigint; endHashKey: bigint }

/** Hash keys are unsigned 128-bit numbers. */
const HASH_KEYS = 1n << BigInt(MD5_BITS)

const BITS_OF_WORD = BigInt(WORD_BITS)
/** A hash key as whole numbers below 2^32. */
export const HASH_KEY_WORDS = MD5_BITS / WORD_BITS

/** MD5 of the key's UTF-8 as an unsigned 128-bit number (KIN1.11). */
export function hashKeyOf(partitionKey: string): bigint {
  return hashKeyFrom(md5(encodeUtf8(partitionKey)))
}

/** A hash key from its words, the highest first. */
export function hashKeyFrom(words: Iterable<number>): bigint {
  let hashKey = 0n
  for (const word of words) hashKey = (hashKey << BITS_OF_WORD) | BigInt(word)
  return hashKey
}

/** The words of a hash key, the highest first: columns keep numbers only. */
export function hashKeyWords(hashKey: bigint): number[] {
  const words: number[] = []
  for (let rest = hashKey; words.length < HASH_KEY_WORDS; rest >>= BITS_OF_WORD)
    words.unshift(Number(BigInt.asUintN(WORD_BITS, rest)))
  return words
}

/** Whether a number is a hash key. */
export function isHashKey(value: bigint): boolean {
  return value >= 0n && value < HASH_KEYS
}

/** The ranges of a new stream: shard i starts at i times the whole part of 2^128 / N, the last one ends at 2^128 - 1 (KIN1.13). */
export function initialHashKeyRanges(shardCount: number): HashKeyRange[] {
  if (!Number.isSafeInteger(shardCount) || shardCount < 1)
    throw new RangeError(`A stream cannot have ${shardCount} shards`)
  const width = HASH_KEYS / BigInt(shardCount)
  return Array.from({ length: shardCount }, (_, shard) => ({
    startHashKey: BigInt(shard) * width,
    endHashKey: shard === shardCount - 1 ? HASH_KEYS - 1n : BigInt(shard + 1) * width - 1n,
  }))
}

/** Index of the range that holds a hash key (KIN1.11), -1 when none does. The ranges must ascend and not overlap. */
export function shardIndexOf(hashKey: bigint, ranges: readonly HashKeyRange[]): number {
  let low = 0
  let high = ranges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ranges[middle]!.startHashKey <= hashKey) low = middle
    else high = middle - 1
  }
  const range = ranges[low]
  return range !== undefined && range.startHashKey <= hashKey && hashKey <= range.endHashKey ? low : -1
}

/** Where a split into halves begins its upper child (KIN4.01): half of start + end, cut to a whole number (W06). */
export function middleOf(range: HashKeyRange): bigint {
  return (range.startHashKey + range.endHashKey) / 2n
}

/** A range as shares of all hash keys, from 0 to 1. Rounded: nothing is decided by it. */
export function placeOnRuler({ startHashKey, endHashKey }: HashKeyRange): { from: number; to: number } {
  return { from: Number(startHashKey) / Number(HASH_KEYS), to: Number(endHashKey + 1n) / Number(HASH_KEYS) }
}
