import { expect, test } from 'vitest'
import { play } from './play.ts'

test('A3 queue-for-each: the shop sends every order twice, and each queue has a backlog of its own', async () => {
  const node = await play('queue-for-each', 120)
  expect(node('shop').attempts).toBe(480)
  expect(node('shop')['arrivals']).toBe(240)
  expect(node('billing').backlog).toBeLessThan(3)
  expect(node('parcels').backlog).toBeGreaterThan(30)
})

test('SNS.01 topic-fan-out: one publish, a copy for each queue', async () => {
  const node = await play('topic-fan-out', 120)
  const { publishedTotal, deliveredTotal } = node('topic').gauges
  expect(node('shop').attempts).toBe(240)
  expect(deliveredTotal).toBe(2 * publishedTotal!)
  expect(node('billing').backlog).toBeLessThan(3)
  expect(node('parcels').backlog).toBeGreaterThan(30)
})

test('SQS.17 archive-replay: the orders of a minute are worked a second time, sent by the archive', async () => {
  const node = await play('archive-replay', 150)
  const again = node('queue').deliveries - node('queue').records.stored
  expect(node('archive').gauges['replayedTotal']).toBe(119)
  expect(node('workers').processed).toBeGreaterThan(400)
  expect(again).toBeGreaterThan(100)
})
