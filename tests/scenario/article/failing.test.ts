import { expect, test } from 'vitest'
import { connect } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { play, playScene, sceneWith } from './play.ts'

test('LKI.06 poison-lambda: its shard stands still for as long as it is watched; with two attempts more it goes on', async () => {
  const stuck = (await play('poison-lambda', 120))('function').gauges
  expect(stuck['iteratorAgeMicros']! / 1e6).toBeGreaterThan(100)
  expect(stuck['backlog']).toBeGreaterThan(150)
  expect(stuck['processedTotal']).toBeGreaterThan(200)
  const freed = (await play('poison-lambda', 120, 'function.maximumRetryAttempts=2'))('function').gauges
  expect(freed['backlog']).toBeLessThan(10)
  expect(freed['discardedTotal']).toBeGreaterThan(1)
})

test('LKI.08 poison-lambda: halving gives up the poison alone', async () => {
  const node = await play('poison-lambda', 120, 'function.maximumRetryAttempts=2', 'function.bisectBatch=on')
  expect(node('function').gauges['discardedTotal']).toBe(1)
})

test('KCL.12 poison-kcl: the rest of the batch is left out, and nothing waits', async () => {
  const reader = (await play('poison-kcl', 120))('reader')
  expect(reader['failed']).toBe(1)
  expect(reader['skipped']).toBeGreaterThan(1)
  expect(reader.backlog).toBeLessThan(10)
  const stopped = (await play('poison-kcl', 120, 'reader.onFailure=retry'))('reader')
  expect([stopped['skipped'], stopped.backlog > 500]).toEqual([0, true])
})

test('W30 poison-queue: delivered at 0, 30 and 60 s, in the tray at 90 s; without a tray it comes back', async () => {
  const scenario = await sceneWith('poison-queue')
  const dead = (until: number) => playScene(scenario, until)('queue')['deadLettered']
  const failed = (until: number) => playScene(scenario, until)('function').gauges['failedTotal']
  // It is sent as the fifth, after 5 s.
  expect([failed(20), failed(45), failed(75)]).toEqual([1, 2, 3])
  expect([dead(90), dead(98)]).toEqual([0, 1])
  const alone: Scenario = { ...scenario, links: scenario.links.filter(({ to }) => to !== 'tray') }
  expect(playScene(alone, 150)('function').gauges['failedTotal']).toBe(5)
})

test('FIFO.22 poison-fifo: its group stands still, the others go on', async () => {
  const node = await play('poison-fifo', 120)
  expect(node('queue').gauges).toMatchObject({ groups: 1, groupsLocked: 1 })
  expect(node('queue').gauges['visible']).toBeGreaterThan(40)
  expect(node('function').gauges['processedTotal']).toBeGreaterThan(150)
})

test('FIFO.21 poison-fifo: a tray frees the group', async () => {
  const scenario = await sceneWith('poison-fifo', 'queue.maxReceiveCount=2')
  const line = scenario.nodes.find(({ id }) => id === 'queue')!
  const tray = { ...line, id: 'tray', name: 'Tray.fifo' }
  const node = playScene(connect({ ...scenario, nodes: [...scenario.nodes, tray] }, 'queue', 'tray'), 120)
  expect(node('tray').gauges['visible']).toBe(1)
  expect(node('queue').gauges['visible']).toBeLessThan(5)
})

test('SQS.16 redrive: all dead letters are back and worked', async () => {
  const before = await play('redrive', 79)
  const tray = before('tray').backlog
  expect(tray).toBeGreaterThan(8)
  const after = await play('redrive', 120)
  expect(after('tray').backlog).toBe(0)
  const early = await play('redrive', 79, 'queue.maxReceiveCount=10')
  expect(early('tray').backlog).toBeLessThan(tray)
})
