import { expect, test } from 'vitest'
import { checkOrder, createEngine } from '../../../src/engine/index.ts'
import { OrderWatch } from '../../../src/engine/life/orderWatch.ts'
import { compile } from '../../../src/worker/compile.ts'
import { play, sceneWith } from './play.ts'

/** How many records were worked after any that was made later, whatever their keys. */
async function inversionsOfAll(id: string, ...overrides: string[]): Promise<number> {
  const scenario = await sceneWith(id, ...overrides)
  const engine = createEngine(compile(scenario), scenario.seed)
  const watch = new OrderWatch(() => 0, -1, 100_000, 10_000)
  engine.watch(watch)
  engine.run(scenario.durationSeconds * 1e6, Number.POSITIVE_INFINITY)
  engine.settle()
  return watch.overtakings.length
}

/** The same among records of one key; -1: of each key. */
async function inversions(id: string, key: number, ...overrides: string[]): Promise<number> {
  const scenario = await sceneWith(id, ...overrides)
  const engine = createEngine(compile(scenario), scenario.seed)
  return checkOrder(engine, scenario.durationSeconds * 1e6, key, 100_000, 10_000).inversions.length
}

test('KIN1.15 order-across-shards: one shard keeps the order of all, two keep that of each key', async () => {
  expect(await inversionsOfAll('order-across-shards')).toBeGreaterThan(50)
  expect(await inversions('order-across-shards', -1)).toBe(0)
  expect(await inversionsOfAll('order-across-shards', 'stream.shards=1')).toBe(0)
})

test('W11 partial-failure: what is refused and tried again comes after later ones, none when all is small', async () => {
  expect(await inversions('partial-failure', -1)).toBeGreaterThan(10)
  expect(await inversions('partial-failure', -1, 'feed.recordBytesMax=0')).toBe(0)
  const node = await play('partial-failure', 90, 'feed.attemptsMax=1')
  expect(node('feed').records.givenUp).toBeGreaterThan(10)
})

test('SQS.02 order-in-queue: order is lost among those in line, and among workers side by side', async () => {
  expect(await inversions('order-in-queue', -1)).toBeGreaterThan(50)
  expect(await inversions('order-in-queue', -1, 'queue.shuffleWindow=0')).toBeGreaterThan(20)
  const alone = ['workers.workers=1', 'workers.serviceMs=100']
  expect(await inversions('order-in-queue', -1, 'queue.shuffleWindow=0', ...alone)).toBe(0)
})

test('FIFO.07 order-in-fifo: each group keeps its order, with four workers at once', async () => {
  expect(await inversions('order-in-fifo', -1)).toBe(0)
  expect(await inversionsOfAll('order-in-fifo')).toBeGreaterThan(20)
  expect((await play('order-in-fifo', 120))('workers').processed).toBeGreaterThan(340)
})

test('FIFO.08 bank-line: one group, one clerk; many groups, all of them', async () => {
  const line = await play('bank-line', 120)
  expect(line('workers').processed).toBeLessThanOrEqual(120)
  expect(line('queue').backlog).toBeGreaterThan(200)
  const many = await play('bank-line', 120, 'customers.keys=even', 'customers.keyCount=100')
  expect(many('workers').processed).toBeGreaterThan(345)
  expect(await inversions('bank-line', -1)).toBe(0)
})
