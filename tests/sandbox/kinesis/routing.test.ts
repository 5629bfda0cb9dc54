import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { boxWith, STREAM } from './streamDrawing.ts'

/** 500 keys: words, Unicode with and without surrogates, the longest there are, numbers, and keys that differ in one character. */
const KEYS: readonly string[] = [
  ...Array.from({ length: 125 }, (_, i) => `user-${i}`),
  ...Array.from({ length: 75 }, (_, i) => String.fromCodePoint(0x3b1 + i) + 'ß'.repeat(i % 7)),
  ...Array.from({ length: 75 }, (_, i) => `${String.fromCodePoint(0x1f600 + i)}-${i}`),
  ...Array.from({ length: 50 }, (_, i) => String.fromCharCode(33 + i).repeat(256)),
  ...Array.from({ length: 25 }, (_, i) => '漢'.repeat(200 + i)),
  ...Array.from({ length: 100 }, (_, i) => String(i * i * 7_919)),
  ...Array.from({ length: 50 }, (_, i) => `${'a'.repeat(i)}b${'a'.repeat(49 - i)}`),
]

/** The shard by the book: MD5 over the floor of 2^128 / N, the last one takes the rest. */
function shardOf(key: string, shards: number): number {
  const hash = BigInt(`0x${createHash('md5').update(key, 'utf8').digest('hex')}`)
  const shard = Number(hash / ((1n << 128n) / BigInt(shards)))
  return Math.min(shard, shards - 1)
}

test.each([2, 3, 7, 16])(
  'KIN1.11, KIN1.13 500 varied keys on %i shards, against the arithmetic on the MD5 of Node',
  (shards) => {
    expect(new Set(KEYS).size).toBe(500)
    const box = boxWith({ ShardCount: shards }, { throttling: false })
    const put = (PartitionKey: string) =>
      Number(box.kinesis.PutRecord({ ...STREAM, PartitionKey, Data: 'x' }).ShardId.slice(-12))
    expect(KEYS.map(put)).toEqual(KEYS.map((key) => shardOf(key, shards)))
  },
)

test('KIN1.13 the ranges tile 2^128 exactly for 1 to 1,000 shards', () => {
  for (let shards = 1; shards <= 1_000; shards += shards < 40 ? 1 : 37) {
    const box = boxWith({ ShardCount: shards })
    let next = 0n
    for (const { HashKeyRange } of box.kinesis.ListShards(STREAM).Shards) {
      expect(BigInt(HashKeyRange.StartingHashKey)).toBe(next)
      next = BigInt(HashKeyRange.EndingHashKey) + 1n
    }
    expect(next).toBe(1n << 128n)
  }
})
