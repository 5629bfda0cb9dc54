import { expect, test } from 'vitest'
import { compared, saidOf } from '../../../src/panels/compare/compared.ts'
import { comparedIn } from '../../../src/scenario/compare/designs.ts'
import { readerOf } from '../../../src/state/gaugeReader.ts'
import { runOf } from '../../canvas/frameAt.ts'
import { play, sceneWith } from './play.ts'

/** What the table beside both designs says at a moment. */
async function tableOf(id: string, seconds: number, ...overrides: string[]) {
  const scenario = await sceneWith(id, ...overrides)
  const both = comparedIn(scenario)!
  const run = runOf(scenario)
  const rows = compared(scenario, both, readerOf(run.frameAt(seconds, 1), run.layout))
  const of = (label: string) => rows.find((row) => row.label === label)!.values
  return { of, said: saidOf(rows, both) }
}

test('KIN2.11 SQS.17 choose-replay: the stream gives thirty seconds again, the queues nothing of what was worked', async () => {
  const before = await tableOf('choose-replay', 79)
  expect(before.of('New records')[0]).toBe(before.of('New records')[1])
  expect(before.of('Still kept')[0]).toBeGreaterThan(300)
  expect(before.of('Still kept')[1]).toBeLessThan(12)
  const after = await tableOf('choose-replay', 115)
  expect(Math.abs(after.of('Done again')[0] - 120)).toBeLessThan(8)
  expect(after.of('Done again')[1]).toBe(0)
  expect(after.said).toContain(`Worked more than once: ${after.of('Done again')[0]} in Kinesis, 0 in SQS.`)
})

test('KCL.01 SQS.02 choose-jobs: one worker of four works behind one shard, all at the queue; four shards mend it', async () => {
  const table = await tableOf('choose-jobs', 90)
  expect(Math.abs(table.of('Waiting for a reader')[0] - 90)).toBeLessThan(6)
  expect(table.of('Waiting for a reader')[1]).toBeLessThan(10)
  expect((await tableOf('choose-jobs', 90, 'stream.shards=4')).of('Waiting for a reader')[0]).toBeLessThan(40)
})

test('W27 W25 worker-dies: the shard of the dead worker is unread until the leader has looked twice, then worked from its checkpoint', async () => {
  const before = (await play('worker-dies', 70))('reader')
  expect(before.backlog).toBeGreaterThan(10_000)
  expect(before.backlog).toBeLessThan(25_000)
  expect(before['processedAgain']).toBe(0)
  const after = (await play('worker-dies', 95))('reader')
  expect(Math.abs((after['processedAgain'] as number) - 10_000)).toBeLessThan(250)
  expect(after.backlog).toBeLessThan(2000)
})

test('KCL.04b worker-dies: when the leader dies, its shard waits for two to three minutes', async () => {
  const scenario = await sceneWith('worker-dies')
  const leader = { ...scenario, interventions: scenario.interventions.map((step) => ({ ...step, worker: 0 })) }
  const { playScene } = await import('./play.ts')
  expect(playScene(leader, 39.5 + 120)('reader').backlog).toBeGreaterThan(55_000)
  expect(playScene(leader, 220)('reader')['processedAgain']).toBeGreaterThan(5000)
})
