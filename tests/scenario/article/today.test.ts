import { expect, test } from 'vitest'
import { type Played, play } from './play.ts'

const refusedBy = (at: Played) => at('stream').refusedAttempts['KIN1.01'] ?? 0

test('KIN6.02, A13 kinesis-queues: acknowledged by one queue, every order is there for the next', async () => {
  const at = await play('kinesis-queues', 61)
  // Each queue on its own: two a second, all of them.
  expect(at('newQueue').gauges['offeredTotal']).toBe(121)
  expect(at('stream').records.stored).toBe(121)
  expect(at('queue').gauges['acknowledgedTotal']).toBeGreaterThan(115)
  const later = await play('kinesis-queues', 150)
  expect(later('newTeam').processed).toBeGreaterThan(295)
  expect(later('queue').gauges['expiredTotal']).toBe(0)
})

test('KIN6.02 kinesis-queues: a new queue that begins at the newest record has no past', async () => {
  const at = await play('kinesis-queues', 61, 'newQueue.startPosition=LATEST')
  expect(at('newQueue').gauges['offeredTotal']).toBeLessThanOrEqual(2)
})

test('KIN6.04 kinesis-queues: an order that billing fails six times lies dead in its queue, and is done by the new team', async () => {
  const at = await play('kinesis-queues', 150, 'billing.failureShare=1')
  expect(at('queue').gauges['deadLetters']).toBeGreaterThan(10)
  expect(at('newQueue').gauges['deadLetters']).toBe(0)
  expect(at('newTeam').processed).toBeGreaterThan(295)
})

test('KIN5.04, KIN5.05 on-demand-today: a jump to three times is refused in part, for a quarter of an hour', async () => {
  const minute = await play('on-demand-today', 90)
  const refused = refusedBy(minute)
  // 60 a second come, four shards of 1 MiB/s take 41 of 100 KiB.
  expect(refused).toBeGreaterThan(3600 - 42 * 60 - 60)
  expect(refused).toBeLessThan(3600 - 40 * 60)
  const [quarter, end] = [await play('on-demand-today', 1020), await play('on-demand-today', 1500)]
  expect(refusedBy(end) - refusedBy(quarter)).toBeLessThan(20)
})

test('KIN5.04, KIN5.09 on-demand-today: with a higher peak before, or warmed, next to nothing is refused', async () => {
  const before = await play('on-demand-today', 600, 'stream.peakBytesBefore=5242880')
  expect(refusedBy(before)).toBeLessThan(20)
  const advantage = ['stream.capacityMode=onDemandAdvantage', 'stream.warmBytesPerSecond=8388608']
  const warm = await play('on-demand-today', 600, ...advantage)
  expect(refusedBy(warm)).toBeLessThan(50)
})

test('KIN5.06 on-demand-today: one key stays on one shard, and no split helps it', async () => {
  const at = await play('on-demand-today', 1500, 'sensors.keyCount=1')
  expect(at('stream').records.stored / 1500).toBeLessThan(11)
})
