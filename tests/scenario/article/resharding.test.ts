import { expect, test } from 'vitest'
import { checkOrder, createEngine } from '../../../src/engine/index.ts'
import { compile } from '../../../src/worker/compile.ts'
import { play, playScene, sceneWith } from './play.ts'

test('W09 split-hot-shard: a third is refused before the split, nothing afterwards', async () => {
  const scenario = await sceneWith('split-hot-shard')
  const refused = (until: number) => playScene(scenario, until)('stream').refusedAttempts['KIN1.02'] ?? 0
  const [at9, at39, at50, at90] = [9, 39, 50, 90].map(refused) as [number, number, number, number]
  expect(at39 - at9).toBeGreaterThan(12_000)
  expect(at90 - at50).toBe(0)
  const one = await play('split-hot-shard', 90, 'clicks.keyCount=1')
  expect(one('stream').records.stored).toBeLessThan(93_000)
})

test('KIN4.05 parent-first: no city is overtaken over the split, though the reader was behind', async () => {
  const scenario = await sceneWith('parent-first')
  const engine = createEngine(compile(scenario), scenario.seed)
  expect(checkOrder(engine, 120e6, -1, 100_000, 1000).inversions).toEqual([])
  expect(engine.streams[0]!.shards.length).toBe(3)
  expect(playScene(scenario, 120)('reader').processed).toBeGreaterThan(300)
})

test('W07 merge-shards: one shard with the range of both, nothing refused or lost', async () => {
  const node = await play('merge-shards', 90)
  expect(node('clicks').records).toMatchObject({ dropped: 0, givenUp: 0 })
  expect(node('stream').refusedAttempts).toEqual({})
  expect(node('reader').backlog).toBeLessThan(1000)
  const later = await play('merge-shards', 90, 'clicks.rate=1800')
  expect(later('stream').refusedAttempts['KIN1.02']).toBeGreaterThan(10_000)
})

test('A3 producer-routes: each queue has its category, the third goes nowhere', async () => {
  const node = await play('producer-routes', 120)
  const made = node('shop')['arrivals'] as number
  const [toys, books] = [node('toys').deliveries, node('books').deliveries]
  expect(Math.abs(toys - made / 3)).toBeLessThan(25)
  expect(Math.abs(books - made / 3)).toBeLessThan(25)
  expect(made - toys - books).toBeGreaterThan(90)
})
