import { expect, test } from 'vitest'
import { runScenario } from '../../../src/cli/sim/runScenario.ts'
import { EMPTY } from '../../../src/engine/sqs/queueCounters.ts'
import { play, sceneWith } from './play.ts'

test('SQS.05 timeout-too-short: messages are worked twice and more, once at 10 s', async () => {
  const short = (await play('timeout-too-short', 120))('workers')
  expect(short['processedAgain']).toBeGreaterThan(20)
  const long = (await play('timeout-too-short', 120, 'queue.visibilityTimeoutSeconds=10'))('workers')
  expect(long['processedAgain']).toBe(0)
})

test('W56 batch-timeout: five of ten are received again and worked twice', async () => {
  const node = await play('batch-timeout', 120)
  expect([node('queue').deliveries, node('workers')['processedAgain']]).toEqual([15, 5])
  for (const cure of ['queue.visibilityTimeoutSeconds=60', 'workers.messagesPerCall=5', 'workers.serviceMs=2000'])
    expect((await play('batch-timeout', 120, cure))('workers')['processedAgain'], cure).toBe(0)
})

test('SQS.05 delete-first: the order of the dead packer is lost, or comes back when it is deleted last', async () => {
  const first = await play('delete-first', 60)
  const inHand = first('workers').backlog
  expect(first('workers').deliveries - first('workers').processed - inHand).toBe(1)
  expect(first('workers')['lost']).toBe(1)
  const last = await play('delete-first', 60, 'workers.deleteWhen=after')
  expect(last('workers')['lost']).toBe(0)
  expect((last('queue')['outcomes'] as Record<string, number>)['returned']).toBe(1)
})

test('SQS.02 at-least-once: some are worked again although each was deleted in time', async () => {
  expect((await play('at-least-once', 120))('workers')['processedAgain']).toBeGreaterThan(10)
  const calm = await play('at-least-once', 120, 'queue.duplicateShare=0', 'queue.deleteLostShare=0')
  expect(calm('workers')['processedAgain']).toBe(0)
})

test('SQS.11 short-polling: answers are empty by the hundred, with a long poll hardly ever', async () => {
  const empty = async (...overrides: string[]) => {
    const engine = runScenario(await sceneWith('short-polling', ...overrides), 120)
    return engine.queues[0]!.c[EMPTY]!
  }
  expect(await empty()).toBeGreaterThan(300)
  expect(await empty('workers.waitSeconds=20')).toBeLessThan(10)
})
