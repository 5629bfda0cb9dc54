import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/index.ts'
import { boxWith, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000

/** 1,500 records of 512 B a second with their keys, evenly, for some seconds: what each shard stores and refuses a second. */
function send(box: Sandbox, keys: readonly string[], seconds: number) {
  const stored = new Map<string, number>()
  let refused = 0
  for (let i = 0; i < 1_500 * seconds; i++) {
    const PartitionKey = keys[i % keys.length]!
    const [answer] = box.kinesis.PutRecords({
      ...STREAM,
      Records: [{ PartitionKey, Data: 512 - PartitionKey.length }],
    }).Records
    if ('ErrorCode' in answer!) refused++
    else stored.set(answer!.ShardId, (stored.get(answer!.ShardId) ?? 0) + 1)
    box.advance(i % 3 === 0 ? 668 : 666)
  }
  return {
    stored: Object.fromEntries([...stored].map(([shard, count]) => [shard, count / seconds])),
    refused: refused / seconds,
  }
}

describe('a hot shard', () => {
  test.each([2, 4])(
    'W08 one key on %i shards: 1,000 accepted and 500 throttled a second, the others idle',
    (ShardCount) => {
      const box = boxWith({ ShardCount })
      send(box, ['user-1'], 3)
      const { stored, refused } = send(box, ['user-1'], 10)
      expect(stored).toEqual({ [shardId(ShardCount === 2 ? 1 : 3)]: 1_000 })
      expect(refused).toBe(500)
    },
  )

  test('W09 many keys of one shard: split at the middle, about 750 go to each half and none is throttled', () => {
    const keys = Array.from({ length: 1_000 }, (_, i) => `user-${i}`)
    const box = boxWith({ ShardCount: 1 })
    send(box, keys, 3)
    expect(send(box, keys, 4).refused).toBe(500)
    box.kinesis.SplitShard({ ...STREAM, ShardToSplit: shardId(0), NewStartingHashKey: String(1n << 127n) })
    box.advance(30 * SECOND)
    send(box, keys, 3)
    const { stored, refused } = send(box, keys, 4)
    expect(refused).toBe(0)
    expect(Object.keys(stored).sort()).toEqual([shardId(1), shardId(2)])
    // Of these thousand keys 529 lie in the lower half and 471 in the upper (W04): that is how even "about 750" is.
    expect(Math.abs(stored[shardId(1)]! - 1.5 * 529)).toBeLessThanOrEqual(1)
    expect(Math.abs(stored[shardId(2)]! - 1.5 * 471)).toBeLessThanOrEqual(1)
  })
})
