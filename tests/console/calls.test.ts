import { expect, test } from 'vitest'
import { ApiError, createSandbox } from '../../src/engine/index.ts'
import { type Called, callsOf, type Present, shardId } from '../../src/panels/console/calls.ts'
import { callsMade } from '../../src/panels/console/callText.ts'
import { errorName } from '../../src/panels/console/errorNames.ts'
import { addIntervention, defaultNode } from '../../src/scenario/index.ts'
import type { Intervention } from '../../src/scenario/scenario.ts'
import { MIB, times } from '../sandbox/atTheLimit.ts'
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
  ['fifoQueue', ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'PurgeQueue', 'StartMessageMoveTask']],
  ['kinesisQueue', ['ReceiveQueueRecords', 'AcknowledgeQueueRecords', 'RestoreDeadLetterQueueRecords']],
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
  for (const Data of ['1.5', '', '-1', '0', '0x10', '１', 'Infinity', '16777217', '2 s'])
    expect(step('PutRecord', { Data }), Data).toBe('Data is a whole number from 1 to 16,777,216.')
  expect(step('IncreaseStreamRetentionPeriod', { RetentionPeriodHours: '24' })).toBe('24 h is not longer than 24 h.')
})

test('numbers of a call may carry units, as in every field', () => {
  const step = (name: string, values: Record<string, string>) =>
    callOf('stream', name).step({ ...firsts('stream', name), ...values })
  expect(step('PutRecord', { Data: '2 KiB' })).toMatchObject({ bytes: 2048 })
  expect(step('PutRecord', { Data: ' 1e3 ' })).toMatchObject({ bytes: 1000 })
  expect(step('IncreaseStreamRetentionPeriod', { RetentionPeriodHours: '7 d' })).toMatchObject({ hours: 168 })
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

/** A stream of so many shards, on demand without a number, and single calls to it. */
function stream(ShardCount?: number) {
  const box = createSandbox()
  const name = { StreamName: 'clicks' }
  const mode = ShardCount === undefined ? { StreamModeDetails: { StreamMode: 'ON_DEMAND' as const } } : { ShardCount }
  box.kinesis.CreateStream({ ...name, ...mode })
  box.advance(60_000_000)
  return {
    split: (input: { ShardToSplit?: string; NewStartingHashKey?: string }) =>
      box.kinesis.SplitShard({ ...name, ShardToSplit: shardId(0), NewStartingHashKey: '1', ...input }),
    merge: (a: number, b: number) =>
      box.kinesis.MergeShards({ ...name, ShardToMerge: shardId(a), AdjacentShardToMerge: shardId(b) }),
    count: (TargetShardCount: number) => box.kinesis.UpdateShardCount({ ...name, TargetShardCount }),
    longer: (hours: number) => box.kinesis.IncreaseStreamRetentionPeriod({ ...name, RetentionPeriodHours: hours }),
    put: (Data: number) => box.kinesis.PutRecord({ ...name, PartitionKey: 'a', Data }),
    advance: (micros: number) => box.advance(micros),
  }
}

function queue(isFifo: boolean) {
  const box = createSandbox()
  const own = isFifo ? { QueueName: 'q.fifo', Attributes: { FifoQueue: 'true' } } : { QueueName: 'q' }
  const { QueueUrl } = box.sqs.CreateQueue(own)
  let sent = 0
  const group = () => (isFifo ? { MessageGroupId: 'g', MessageDeduplicationId: String(sent++) } : {})
  return {
    send: (MessageBody: number) => box.sqs.SendMessage({ QueueUrl, MessageBody, ...group() }),
    receive: () => box.sqs.ReceiveMessage({ QueueUrl }).Messages[0]?.ReceiptHandle ?? '',
    remove: (ReceiptHandle: string) => box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle }),
    advance: (micros: number) => box.advance(micros),
  }
}

// What is missing here is `overLimit`, which comes with 120,000 messages in flight (SQS.08).
test.each<[facts: string, answer: string, provoke: () => () => unknown]>([
  [
    'KIN4.03',
    'updating',
    () => {
      const { merge } = stream(2)
      merge(0, 1)
      return () => merge(0, 1)
    },
  ],
  ['KIN4.01', 'noSuchShard', () => () => stream(1).split({ ShardToSplit: shardId(9) })],
  [
    'KIN4.04',
    'shardClosed',
    () => {
      const { split, advance } = stream(1)
      split({})
      advance(60_000_000)
      return () => split({})
    },
  ],
  ['KIN4.01', 'notInRange', () => () => stream(1).split({ NewStartingHashKey: '0' })],
  ['KIN4.02', 'notAdjacent', () => () => stream(3).merge(0, 2)],
  ['KIN4.06', 'countOutOfBounds', () => () => stream(3).count(9)],
  [
    'KIN4.06.calls',
    'tooManyCounts',
    () => {
      const { count, advance } = stream(2)
      for (let i = 0; i < 10; i++) {
        count(i % 2 === 0 ? 4 : 2)
        advance(600_000_000)
      }
      return () => count(4)
    },
  ],
  ['KIN4.01', 'onDemandSplits', () => () => stream().split({})],
  ['KIN4.02', 'onDemandMerges', () => () => stream().merge(0, 1)],
  ['KIN4.06', 'onDemandCounts', () => () => stream().count(8)],
  ['KIN6.01', 'retentionOutOfBounds', () => () => stream(1).longer(8761)],
  ['KIN6.01', 'retentionUnchanged', () => () => stream(1).longer(24)],
  [
    'KIN1.02',
    'recordLimit',
    () => {
      const { put } = stream(1)
      times(1000, () => put(1))()
      return () => put(1)
    },
  ],
  [
    'KIN1.01',
    'byteLimit',
    () => {
      const { put } = stream(1)
      put(MIB - 1)
      return () => put(1)
    },
  ],
  ['KIN1.04', 'recordTooLarge', () => () => stream(1).put(MIB)],
  ['SQS.03', 'messageTooLarge', () => () => queue(false).send(MIB + 1)],
  [
    'FIFO.02',
    'callsThrottled',
    () => {
      const { send } = queue(true)
      times(300, () => send(1))()
      return () => send(1)
    },
  ],
  [
    'FIFO.20',
    'receiptExpired',
    () => {
      const { send, receive, remove, advance } = queue(true)
      send(1)
      const handle = receive()
      advance(31_000_000)
      return () => remove(handle)
    },
  ],
])('%s the console names %s as a single call does', (_, answer, provoke) => {
  expect(refusedBy(provoke())).toBe(errorName(answer))
})
