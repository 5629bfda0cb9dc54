import { expect, test } from 'vitest'
import { play, sceneWith } from './play.ts'
import { shardsOf } from './shards.ts'

test('W53 own-keys: Rome alone, two cities in the middle, three on the last shard', async () => {
  const { stored } = shardsOf(await sceneWith('own-keys'), 60)
  const total = stored.reduce((a, b) => a + b, 0)
  expect(stored.map((count) => Math.round((6 * count) / total))).toEqual([1, 2, 3])
})

test('W03 stock-symbols: one shard refuses, the other does not, and the stream stands at 80 %', async () => {
  const { stored, refused, nominal } = shardsOf(await sceneWith('stock-symbols'), 60)
  expect(refused[0]).toBe(0)
  expect(refused[1]).toBeGreaterThan(5000)
  expect(stored[1]! / 60).toBeCloseTo(1000, -2)
  expect(1600 / nominal).toBe(0.8)
  const four = shardsOf(await sceneWith('stock-symbols', 'stream.shards=4'), 60)
  expect(Math.max(...four.refused) / refused[1]!).toBeCloseTo(1, 1)
})

test('W04 user-ids: of 1,000 users the shards have 259, 270, 231 and 240', async () => {
  const scenario = await sceneWith('user-ids', 'users.rate=1000', 'users.batchRecords=50')
  const { stored } = shardsOf(scenario, 60)
  const total = stored.reduce((a, b) => a + b, 0)
  const expected = [0.259, 0.27, 0.231, 0.24]
  for (const [shard, count] of stored.entries()) expect(Math.abs(count / total - expected[shard]!)).toBeLessThan(0.005)
})

test('KIN1.11 user-ids: with ten users it is far from even', async () => {
  const { stored } = shardsOf(await sceneWith('user-ids', 'users.keyCount=10'), 120)
  expect(Math.max(...stored) / Math.max(1, Math.min(...stored))).toBeGreaterThan(1.5)
})

test('W53 orders-by-destination: three cities share a shard, and the counter is right for each', async () => {
  const scenario = await sceneWith('orders-by-destination')
  const { stored } = shardsOf(scenario, 120)
  expect(stored[2]! / stored[0]!).toBeGreaterThan(2)
  const counter = (await play('orders-by-destination', 120))('deliveries').gauges
  expect(counter['wrongKeys']).toBe(0)
  expect(counter['answer']).toBe(counter['truth'])
  expect(counter['answer']).toBeGreaterThan(400)
})

test('SNS.08 divide-by-category: the reader of the stream reads all, the filtered queue gets its quarter', async () => {
  const node = await play('divide-by-category', 120)
  const sent = node('stream').records.stored
  expect(node('reader').deliveries).toBeGreaterThan(sent - 10)
  expect(node('queue').deliveries / sent).toBeCloseTo(0.25, 1)
  const four = await play('divide-by-category', 120, 'stream.shards=4')
  expect(four('reader').deliveries).toBeGreaterThan(sent - 10)
})
