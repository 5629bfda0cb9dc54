import { expect, test } from 'vitest'
import { initialHashKeyRanges } from '../../src/engine/kinesis/hashKey.ts'
import { mergedRange } from '../../src/engine/kinesis/reshardRules.ts'
import { SPLIT_AT } from '../../src/engine/kinesis/shardColumn.ts'
import { Shards } from '../../src/engine/kinesis/shards.ts'

test('KIN5.06 a shard that is merged before the split that on-demand meant for it is not split any more', () => {
  const shards = new Shards(9, null, () => {})
  for (const range of initialHashKeyRanges(2)) shards.open(range, 0)
  const [low, high] = shards.list as [(typeof shards.list)[0], (typeof shards.list)[0]]
  high.c[SPLIT_AT] = 5_000_000
  shards.merge(low, high, mergedRange(low.range, high.range)!, 3_000_000)
  expect(shards.list.map(({ c }) => c[SPLIT_AT])).toEqual([Infinity, Infinity, Infinity])
  expect(shards.openOnes.map(({ number }) => number)).toEqual([2])
})
