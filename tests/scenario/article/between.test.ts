import { expect, test } from 'vitest'
import { play } from './play.ts'

// Why something in between: each scene says what the run shows.

test('W49 monolith-heap: a heap of 100 MiB is full after 51.2 s, a third of that with threefold objects', async () => {
  expect((await play('monolith-heap', 51))('monolith').gauges['deathsTotal']).toBe(0)
  const after = (await play('monolith-heap', 51.5))('monolith').gauges
  expect(after['deathsTotal']).toBe(1)
  expect(after['lostTotal']! / 102_400).toBeCloseTo(1, 1)
  const heavy = (seconds: number) => play('monolith-heap', seconds, 'monolith.overhead=3')
  expect((await heavy(16.9))('monolith').gauges['deathsTotal']).toBe(0)
  expect((await heavy(17.3))('monolith').gauges['deathsTotal']).toBe(1)
})

test('monolith-heap: at 3,000 a second nothing waits', async () => {
  expect((await play('monolith-heap', 20, 'events.rate=3000'))('monolith').gauges['buffered']).toBeLessThan(100)
})

test('KIN2.11 broker-between: the slow system is late alone, and the producer feels nothing', async () => {
  const node = await play('broker-between', 120)
  expect(node('indexer')['behindMs']).toBeGreaterThan(30_000)
  expect(node('writer')['behindMs']).toBeLessThan(1500)
  expect(node('trainer')['behindMs']).toBeLessThan(6000)
  expect(node('events').records).toMatchObject({ held: 0, dropped: 0, givenUp: 0 })
  expect(node('events').refusedAttempts).toEqual({})
})

test('KIN1.07 producer-duties: refused, tried again, and dropped when the buffer is full; a large one loses nothing', async () => {
  const node = await play('producer-duties', 60)
  expect(node('feed').refusedAttempts['KIN1.02']).toBeGreaterThan(10_000)
  expect(node('feed').records.dropped).toBeGreaterThan(8000)
  const large = await play('producer-duties', 60, 'feed.bufferRecords=20000')
  expect(large('feed').records).toMatchObject({ dropped: 0, givenUp: 0 })
  const three = await play('producer-duties', 30, 'stream.shards=3')
  expect(three('feed').refusedAttempts).toEqual({})
})
