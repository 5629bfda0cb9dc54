import { expect, test } from 'vitest'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { play, playScene, sceneWith } from './play.ts'

const behind = (report: { [more: string]: unknown }) => (report['behindMs'] as number) / 1000

test('KCL.10 checkpoints: eight seconds of records are worked again, none of their effects when it is idempotent', async () => {
  const again = async (...overrides: string[]) => (await play('checkpoints', 120, ...overrides))('reader')
  const usual = await again()
  expect(usual['processedAgain']).toBeGreaterThan(25)
  expect(usual['processedAgain']).toBeLessThan(40)
  expect(usual['duplicateEffects']).toBe(usual['processedAgain'])
  expect((await again('reader.checkpointSeconds=0'))['processedAgain']).toBeLessThan(10)
  expect((await again('reader.sideEffects=once'))['duplicateEffects']).toBe(0)
})

test('KIN2.08 replay-after-bug: thirty seconds of records have their effect twice, and the other reader none', async () => {
  const node = await play('replay-after-bug', 120)
  expect(Math.abs((node('billing')['duplicateEffects'] as number) - 120)).toBeLessThan(8)
  expect(node('parcels')['duplicateEffects']).toBe(0)
  const once = (await play('replay-after-bug', 120, 'billing.sideEffects=once'))('billing')
  expect([once['duplicateEffects'], (once['processedAgain'] as number) > 100]).toEqual([0, true])
})

test('W20 retention-edge: lag grows by a fifth, the first loss comes after five times the retention', async () => {
  expect(behind((await play('retention-edge', 90))('reader'))).toBeCloseTo(18, -0.5)
  expect((await play('retention-edge', 178))('reader')['lostUnread']).toBe(0)
  expect((await play('retention-edge', 186))('reader')['lostUnread']).toBeGreaterThan(0)
})

test('W20 retention-edge: with 24 h kept, half of it is reached after 60 h and the first loss after 120 h', async () => {
  const scenario = await sceneWith(
    'retention-edge',
    ...['stream.retentionHours=24', 'sensors.rate=0.1', 'reader.serviceMs=12500', 'reader.pollIntervalMs=60000'],
  )
  const days: Scenario = { ...scenario, durationSeconds: 130 * 3600 }
  expect(behind(playScene(days, 60 * 3600)('reader')) / 3600).toBeCloseTo(12, 0)
  expect(playScene(days, 119.5 * 3600)('reader')['lostUnread']).toBe(0)
  expect(playScene(days, 121 * 3600)('reader')['lostUnread']).toBeGreaterThan(0)
})

test('W18 catch-up: away for a minute, caught up a minute later', async () => {
  expect(behind((await play('catch-up', 69.9))('reader'))).toBeCloseTo(60, 0)
  expect(behind((await play('catch-up', 99.9))('reader'))).toBeCloseTo(30, -1)
  expect(behind((await play('catch-up', 136))('reader'))).toBeLessThan(1)
})

test('W19 never-catches-up: together they stay two minutes behind, one alone recovers', async () => {
  for (const until of [100, 140, 180]) {
    const node = await play('never-catches-up', until)
    expect(Math.abs(behind(node('archive')) + behind(node('faces')) - 120)).toBeLessThan(12)
  }
})

test('KIN6.01 two-losses: the buffer drops, then records expire; each has its own cure', async () => {
  const both = await play('two-losses', 120)
  expect(both('feed').records.dropped).toBeGreaterThan(15_000)
  expect(both('reader')['lostUnread']).toBeGreaterThan(15_000)
  const wider = await play('two-losses', 120, 'stream.shards=2')
  expect(wider('feed').records.dropped).toBe(0)
  const faster = await play('two-losses', 120, 'reader.serviceMs=0.2', 'reader.recordsPerCall=10000')
  expect([faster('feed').records.dropped > 15_000, faster('reader')['lostUnread']]).toEqual([true, 0])
})

test('W48 kafka-lag: 600 behind after 20 s, gone a minute later', async () => {
  expect(Math.abs((await play('kafka-lag', 40))('group').backlog - 600)).toBeLessThan(20)
  expect((await play('kafka-lag', 90))('group').backlog).toBeGreaterThan(40)
  expect((await play('kafka-lag', 106))('group').backlog).toBeLessThan(40)
})
