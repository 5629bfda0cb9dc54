import { expect, test } from 'vitest'
import { play } from './play.ts'

test('A18 count-on-stream: in memory too few after the crash, saved with the place right, outside too many unless it knows', async () => {
  const counter = async (...overrides: string[]) => (await play('count-on-stream', 90, ...overrides))('counter').gauges
  const memory = await counter()
  expect(memory['answer']).toBeLessThan(memory['truth']! - 50)
  expect((await counter('counter.counts=saved'))['wrongKeys']).toBe(0)
  const outside = await counter('counter.counts=outside')
  expect(outside['answer']).toBeGreaterThan(outside['truth']! + 20)
  expect((await counter('counter.counts=outside', 'counter.effects=once'))['wrongKeys']).toBe(0)
})

test('SQS.02 count-on-queue: each counter has a part, and only together they are right', async () => {
  const node = await play('count-on-queue', 90)
  const stored = node('queue').records.stored
  const [one, other] = ['first', 'second'].map((id) => node(id).gauges['answer']!) as [number, number]
  expect(one).toBeLessThan(0.7 * stored)
  expect(other).toBeLessThan(0.7 * stored)
  expect(Math.abs(one + other - stored)).toBeLessThan(5)
})

test('KIN2.11 same-traffic: afterwards the stream still has all, the queue nothing', async () => {
  const node = await play('same-traffic', 120, 'rate=1')
  expect(node('queue').backlog).toBeLessThan(4)
  expect(node('stream').records.stored).toBe(node('queue').records.stored)
})
