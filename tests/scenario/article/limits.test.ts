import { expect, test } from 'vitest'
import { play, playScene, sceneWith } from './play.ts'
import { shardsOf } from './shards.ts'

/** Records stored in a node a second, free of the tokens saved at the start. */
async function perSecond(id: string, node: string, ...overrides: string[]): Promise<number> {
  const scenario = await sceneWith(id, ...overrides)
  const stored = (until: number) => playScene(scenario, until)(node).records.stored
  return (stored(50) - stored(30)) / 20
}

test('W51 bytes-bind: 510 a second at 80 % of the records', async () => {
  expect(Math.abs((await perSecond('bytes-bind', 'stream')) - 510)).toBeLessThan(2)
  expect(Math.abs((await perSecond('bytes-bind', 'stream', 'sensors.recordBytes=1000')) - 800)).toBeLessThan(3)
})

test('W08 hot-key: 1,000 of 1,500 a second, on two shards and on four; the other is idle', async () => {
  expect(await perSecond('hot-key', 'stream')).toBeCloseTo(1000, -1)
  expect(await perSecond('hot-key', 'stream', 'stream.shards=4')).toBeCloseTo(1000, -1)
  expect(shardsOf(await sceneWith('hot-key'), 10).stored.filter((count) => count === 0)).toHaveLength(1)
  expect(await perSecond('hot-key', 'stream', 'clicks.keys=even', 'clicks.keyCount=100')).toBeCloseTo(1500, -1)
})

test('W54 sub-keys: on three shards they meet in pairs, on four each is alone', async () => {
  const three = shardsOf(await sceneWith('sub-keys'), 20).stored
  expect(three.map((count) => Math.round(count / 20 / 340))).toEqual([2, 0, 2])
  const four = shardsOf(await sceneWith('sub-keys', 'stream.shards=4'), 20).stored
  expect(four.map((count) => Math.round(count / 20 / 340))).toEqual([1, 1, 1, 1])
})

test('KIN1.02 calm-keys-starve: the calm shard stores far less than it is offered, though it refuses nothing', async () => {
  const hot = shardsOf(await sceneWith('calm-keys-starve'), 60)
  const calmOne = hot.refused[0] === 0 ? 0 : 1
  expect(hot.refused[calmOne]).toBe(0)
  // A tenth of the records is for it: 200 a second.
  expect(hot.stored[calmOne]! / 60).toBeLessThan(150)
  expect((await play('calm-keys-starve', 60))('shop').records.held).toBeGreaterThan(10_000)
})

test('SQS.01 ramp-both: the shard refuses above 1,000 a second, the standard queue nothing', async () => {
  const node = await play('ramp-both', 60)
  expect(node('stream').refusedAttempts['KIN1.02']).toBeGreaterThan(20_000)
  expect(node('queue').refusedAttempts).toEqual({})
  expect(node('queue').records.givenUp).toBe(0)
  const three = await play('ramp-both', 60, 'stream.shards=3')
  expect(three('stream').refusedAttempts).toEqual({})
})

test('W35 fifo-limit: 300 of 400 single sends a second, all of them in tens', async () => {
  expect(await perSecond('fifo-limit', 'queue')).toBeCloseTo(300, -1)
  expect(await perSecond('fifo-limit', 'queue', 'orders.batchRecords=10')).toBeCloseTo(400, -1)
})

const HIGH = ['queue.throughputLimit=perMessageGroupId', 'queue.deduplicationScope=messageGroup'] as const

test('FIFO.06 fifo-limit: with high throughput one group keeps the limit of 300', async () => {
  expect(await perSecond('fifo-limit', 'queue', ...HIGH, 'orders.keyCount=1')).toBeCloseTo(300, -1)
})
