import { expect, test } from 'vitest'
import { ApiError, createSandbox } from '../../src/engine/index.ts'
import { type Called, callsOf, type Present } from '../../src/panels/console/calls.ts'
import { callsMade } from '../../src/panels/console/callText.ts'
import { errorName } from '../../src/panels/console/errorNames.ts'
import { addIntervention, defaultNode } from '../../src/scenario/index.ts'
import type { Intervention } from '../../src/scenario/scenario.ts'
import { fixture } from '../scenario/fixtures/build.ts'

// The API console: calls in AWS's spelling, what each does to the document, and the codes of refusals.

const PRESENT: Present = { open: [2, 1], hours: 24, isDeadLetterQueue: true }
const node = (kind: Called['kind']) => defaultNode(kind, kind, 0, 0) as Called
const callOf = (kind: Called['kind'], name: string, present = PRESENT) => {
  const call = callsOf(node(kind), present).find((one) => one.name === name)
  if (call === undefined) throw new Error(`${name} is not offered`)
  return call
}
const firsts = (kind: Called['kind'], name: string, present = PRESENT) =>
  Object.fromEntries(callOf(kind, name, present).parameters.map((one) => [one.name, one.first]))

test.each([
  ['stream', ['PutRecord', 'SplitShard', 'MergeShards', 'UpdateShardCount', 'IncreaseStreamRetentionPeriod']],
  ['queue', ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'PurgeQueue', 'StartMessageMoveTask']],
  ['fifoQueue', ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'PurgeQueue']],
] as const)(
  'a %s is offered the calls that make sense, and each with its first values is a step of the document',
  (kind, names) => {
    const scenario = fixture({ title: '', nodes: [node(kind)], ends: [] })
    expect(callsOf(node(kind), PRESENT).map(({ name }) => name)).toEqual(names)
    for (const { name, step } of callsOf(node(kind), PRESENT)) {
      const made = step(firsts(kind, name))
      if (typeof made === 'string') throw new Error(made)
      const after = addIntervention(scenario, { ...made, at: 1, node: kind } as Intervention)
      expect(after.interventions).toHaveLength(1)
      expect(callsMade(after.interventions, node(kind))[0]?.text.split(' ')[0]).toBe(name)
    }
  },
)

test('KIN4.01 KIN4.02 shards go by their ids, in the order of their hash keys', () => {
  expect(
    callOf('stream', 'SplitShard').step({ ShardToSplit: 'shardId-000000000002', NewStartingHashKey: '1000' }),
  ).toEqual({ action: 'splitShard', shard: 2, startingHashKey: '1000' })
  expect(callOf('stream', 'MergeShards').step(firsts('stream', 'MergeShards'))).toEqual({
    action: 'mergeShards',
    shard: 2,
    adjacent: 1,
  })
})

test('what is no value of a call is said and changes nothing', () => {
  const step = (name: string, values: Record<string, string>) =>
    callOf('stream', name).step({ ...firsts('stream', name), ...values })
  expect(step('SplitShard', { NewStartingHashKey: '-1' })).toBe(
    'NewStartingHashKey is a decimal number from 0 to 2^128 - 1.',
  )
  expect(step('PutRecord', { PartitionKey: '' })).toBe('PartitionKey has 1 to 60 characters here.')
  expect(step('PutRecord', { Data: '1.5' })).toBe('Data is a whole number from 1 to 16,777,216.')
  expect(step('IncreaseStreamRetentionPeriod', { RetentionPeriodHours: '24' })).toBe('24 h is not longer than 24 h.')
})

test('KIN6.01 a retention period is called increased or decreased by what it was before', () => {
  const hours = (at: number, to: number): Intervention => ({ at, node: 'stream', action: 'setRetention', hours: to })
  expect(callsMade([hours(1, 48), hours(2, 24)], node('stream')).map(({ text }) => text)).toEqual([
    'IncreaseStreamRetentionPeriod RetentionPeriodHours=48',
    'DecreaseStreamRetentionPeriod RetentionPeriodHours=24',
  ])
  expect(callsOf(node('stream'), { ...PRESENT, hours: 48 }).at(-1)?.name).toBe('DecreaseStreamRetentionPeriod')
})

/** The code under which the sandbox refuses. */
function refusedBy(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof ApiError) return error.name
    throw error
  }
  return 'not refused'
}

test('KIN4.02 KIN4.03 KIN1.04 KIN6.01 the console names refusals as single calls do', () => {
  const { kinesis, advance } = createSandbox()
  const StreamName = 'clicks'
  kinesis.CreateStream({ StreamName, ShardCount: 3 })
  advance(60_000_000)
  const shard = (n: number) => `shardId-${String(n).padStart(12, '0')}`
  const merge = (a: number, b: number) => () =>
    kinesis.MergeShards({ StreamName, ShardToMerge: shard(a), AdjacentShardToMerge: shard(b) })
  expect(refusedBy(merge(0, 2))).toBe(errorName('notAdjacent'))
  expect(refusedBy(() => kinesis.UpdateShardCount({ StreamName, TargetShardCount: 9 }))).toBe(
    errorName('countOutOfBounds'),
  )
  expect(refusedBy(() => kinesis.IncreaseStreamRetentionPeriod({ StreamName, RetentionPeriodHours: 24 }))).toBe(
    errorName('retentionUnchanged'),
  )
  expect(refusedBy(() => kinesis.SplitShard({ StreamName, ShardToSplit: shard(0), NewStartingHashKey: '0' }))).toBe(
    errorName('notInRange'),
  )
  merge(0, 1)()
  expect(refusedBy(merge(0, 1))).toBe(errorName('updating'))
})
