import { expect, test } from 'vitest'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { play, playScene, sceneWith } from './play.ts'

const behind = (report: { [more: string]: unknown }) => (report['behindMs'] as number) / 1000

test('SQS.02 two-teams: twelve messages shared by two teams of a queue, all twelve for both of a stream', async () => {
  const node = await play('two-teams', 60)
  expect(node('billing').processed).toBe(12)
  expect(node('parcels').processed).toBe(12)
  const [one, other] = [node('billingQueue').processed, node('parcelsQueue').processed]
  expect(one + other).toBe(12)
  expect(Math.min(one, other)).toBeGreaterThan(3)
})

test('W16 poll-calls: three of eight calls a second are refused, none at 400 ms', async () => {
  const refused = async (...overrides: string[]) => {
    const node = await play('poll-calls', 60, ...overrides)
    return ['billing', 'parcels'].reduce((sum, id) => sum + (node(id).refusedAttempts['KIN2.01'] ?? 0), 0)
  }
  expect(Math.abs((await refused()) / 60 - 3)).toBeLessThan(0.2)
  expect(await refused('billing.pollIntervalMs=400', 'parcels.pollIntervalMs=400')).toBe(0)
})

test('W52 three-pollers: after 60 s they lack a minute together, served alike twenty seconds each', async () => {
  const polled = await play('three-pollers', 60)
  const together = ['faces', 'archive', 'alarm'].reduce((sum, id) => sum + behind(polled(id)), 0)
  expect(together).toBeGreaterThan(60 - 12)
  expect(together).toBeLessThan(60 + 12)
  for (const id of ['faces', 'archive', 'alarm']) expect(Math.abs(behind(polled(id)) - 20)).toBeLessThan(3)
})

test('W52 fan-out: each of three has throughput of its own, and none is behind', async () => {
  const pushed = await play('fan-out', 60)
  for (const id of ['faces', 'archive', 'alarm']) expect(behind(pushed(id))).toBeLessThan(0.3)
})

test('KIN2.02 three-pollers: two of them keep up', async () => {
  const scenario = await sceneWith('three-pollers')
  const two: Scenario = {
    ...scenario,
    nodes: scenario.nodes.filter(({ id }) => id !== 'alarm'),
    links: scenario.links.filter(({ to }) => to !== 'alarm'),
  }
  const node = playScene(two, 60)
  expect(behind(node('faces')) + behind(node('archive'))).toBeLessThan(25)
})

test('KIN6.01 late-team: the new reader gets the last minute, the new worker an empty queue', async () => {
  const scenario = await sceneWith('late-team')
  const late = playScene(scenario, 125)('late')
  // Two a second for the minute that the stream keeps, and five seconds of new ones.
  expect(late.deliveries).toBeGreaterThan(115)
  expect(late.deliveries).toBeLessThan(132)
  const before = playScene(scenario, 119.9)
  expect(before('queue')['visible']).toBeLessThanOrEqual(1)
  expect(before('lateQueue').deliveries).toBe(0)
})

test('KIN6.01 late-team: with real days the new reader has the last 24 hours', async () => {
  const scenario = await sceneWith(
    'late-team',
    'stream.retentionHours=24',
    'shop.rate=0.02',
    'late.startSeconds=172800',
  )
  const days: Scenario = { ...scenario, durationSeconds: 180_000, interventions: [] }
  const kept = 0.02 * 86_400
  const { deliveries } = playScene(days, 172_900)('late')
  expect(Math.abs(deliveries - kept)).toBeLessThan(10)
})
