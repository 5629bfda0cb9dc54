import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/index.ts'
import { expectAbove, expectAtMost, expectIs } from '../../quickly.ts'
import { runs } from '../../runs.ts'
import { type Call, Caller, calls } from './apiSequences.ts'
import { boxWith, STREAM, shardId } from './streamDrawing.ts'

type Put = { ShardId: string; SequenceNumber: string }
type Read = {
  Records: { SequenceNumber: string; ApproximateArrivalTimestamp: number }[]
}

const shardCount = fc.integer({ min: 1, max: 4 })

/** Puts of an answer that were stored. */
function stored(call: Call, value: unknown): { key: number; put: Put }[] {
  if (call.verb === 'put') return [{ key: call.key, put: value as Put }]
  if (call.verb !== 'puts') return []
  return (value as { Records: (Put | { ErrorCode: string })[] }).Records.flatMap((put, i) =>
    'ErrorCode' in put ? [] : [{ key: call.keys[i]!, put }],
  )
}

/** Every record of the stream, shard by shard, parents before their children: as a reader does that keeps the order. */
function readAll(box: Sandbox): { key: string; sequenceNumber: string }[] {
  const { kinesis } = box
  const seen: { key: string; sequenceNumber: string }[] = []
  const done = new Set<string>()
  const read = (ShardId: string) => {
    if (done.has(ShardId)) return
    done.add(ShardId)
    const shard = kinesis.ListShards(STREAM).Shards.find((other) => other.ShardId === ShardId)
    if (shard === undefined) return
    for (const parent of [shard.ParentShardId, shard.AdjacentParentShardId]) if (parent !== undefined) read(parent)
    let iterator: string | null = kinesis.GetShardIterator({
      ...STREAM,
      ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    }).ShardIterator
    while (iterator !== null) {
      const answer: ReturnType<typeof kinesis.GetRecords> = kinesis.GetRecords({ ShardIterator: iterator })
      for (const { SequenceNumber, PartitionKey } of answer.Records)
        seen.push({ key: PartitionKey!, sequenceNumber: SequenceNumber })
      iterator = answer.MillisBehindLatest > 0 ? answer.NextShardIterator : null
    }
  }
  for (const { ShardId } of kinesis.ListShards(STREAM).Shards) read(ShardId)
  return seen
}

describe('random sequences of calls', () => {
  test('KIN1.15 sequence numbers grow in a shard and are unique in the stream', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }))
        const last = new Map<string, bigint>()
        const all = new Set<string>()
        for (const call of list) {
          const answer = caller.do(call)
          for (const { put } of 'value' in answer ? stored(call, answer.value) : []) {
            const number = BigInt(put.SequenceNumber)
            expectAbove(number, last.get(put.ShardId) ?? -1n)
            last.set(put.ShardId, number)
            expectIs(all.has(put.SequenceNumber), false)
            all.add(put.SequenceNumber)
          }
        }
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('KIN1.17, KIN2.08 what is read was stored before, in its order, and never ahead of its time', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }))
        const known = new Set<string>()
        const reached = new Map<number, bigint>()
        for (const call of list) {
          const answer = caller.do(call)
          if ('refused' in answer) continue
          for (const { put } of stored(call, answer.value)) known.add(put.SequenceNumber)
          if (call.verb === 'iterator') reached.delete(call.reader)
          if (call.verb !== 'get') continue
          for (const { SequenceNumber, ApproximateArrivalTimestamp } of (answer.value as Read).Records) {
            expectIs(known.has(SequenceNumber), true)
            expectAbove(BigInt(SequenceNumber), reached.get(call.reader) ?? -1n)
            reached.set(call.reader, BigInt(SequenceNumber))
            expectAtMost(ApproximateArrivalTimestamp, caller.box.now() / 1e6)
          }
        }
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('a refused call changes nothing: without the refused ones, all others are answered the same', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }))
        const accepted = list.flatMap((call) => {
          const answer = caller.do(call)
          return 'refused' in answer ? [] : [{ call, answer }]
        })
        const again = new Caller(boxWith({ ShardCount }))
        for (const { call, answer } of accepted) expect(again.do(call)).toEqual(answer)
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('a refused call changes nothing: asking three times instead of once makes no difference', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const once = new Caller(boxWith({ ShardCount }))
        const thrice = new Caller(boxWith({ ShardCount }))
        for (const call of list) {
          const answer = once.do(call)
          for (let again = 0; 'refused' in answer && again < 2; again++) expect(thrice.do(call)).toEqual(answer)
          expect(thrice.do(call)).toEqual(answer)
        }
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('KIN4.05 a reader that reads parents before children sees each key in its order, across any reshards', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }, { throttling: false }))
        const puts = new Map<string, string[]>()
        for (const call of list) {
          const answer = caller.do(call)
          for (const { key, put } of 'value' in answer ? stored(call, answer.value) : [])
            puts.set(`key-${key}`, [...(puts.get(`key-${key}`) ?? []), put.SequenceNumber])
        }
        const reads = new Map<string, string[]>()
        for (const { key, sequenceNumber } of readAll(caller.box))
          reads.set(key, [...(reads.get(key) ?? []), sequenceNumber])
        expect(Object.fromEntries(reads)).toEqual(Object.fromEntries(puts))
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('KIN1.11 a key never changes its shard while the shards stay the same', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }, { throttling: false }))
        const openNow = () =>
          caller.box.kinesis
            .ListShards(STREAM)
            .Shards.filter(({ SequenceNumberRange }) => SequenceNumberRange.EndingSequenceNumber === undefined)
            .map(({ ShardId }) => ShardId)
            .join()
        let open = openNow()
        const home = new Map<number, string>()
        for (const call of list) {
          const answer = caller.do(call)
          if ('refused' in answer) continue
          if (openNow() !== open) {
            open = openNow()
            home.clear()
          }
          for (const { key, put } of stored(call, answer.value)) {
            expectIs(home.get(key) ?? put.ShardId, put.ShardId)
            home.set(key, put.ShardId)
          }
        }
      }),
      { numRuns: runs(500) },
    )
  })

  test('KIN4.01, KIN4.02 the open shards hold every hash key once, whatever was done', () => {
    fc.assert(
      fc.property(shardCount, calls, (ShardCount, list) => {
        const caller = new Caller(boxWith({ ShardCount }))
        for (const call of list) caller.do(call)
        const open = caller.box.kinesis
          .ListShards({ ...STREAM, ShardFilter: { Type: 'AT_LATEST' } })
          .Shards.map(
            ({ HashKeyRange }) => [BigInt(HashKeyRange.StartingHashKey), BigInt(HashKeyRange.EndingHashKey)] as const,
          )
          .sort(([a], [b]) => (a < b ? -1 : 1))
        let next = 0n
        for (const [start, end] of open) {
          expectIs(start, next)
          next = end + 1n
        }
        expectIs(next, 1n << 128n)
      }),
      { numRuns: runs(500) },
    )
  })

  test('KIN3.01 pushed and polled records are the same, in the same order', () => {
    fc.assert(
      fc.property(calls, (list) => {
        const box = boxWith({ ShardCount: 1, MaxRecordSizeInKiB: 2_048 })
        const StreamARN = box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.StreamARN
        const { ConsumerARN } = box.kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName: 'A' }).Consumer
        box.advance(5_000_000)
        const StartingPosition = { Type: 'TRIM_HORIZON' } as const
        const subscription = box.kinesis.SubscribeToShard({ ConsumerARN, ShardId: shardId(0), StartingPosition })
        const caller = new Caller(box)
        const pushed: string[] = []
        const polled: string[] = []
        for (const call of list) {
          if (!['put', 'puts', 'advance'].includes(call.verb)) continue
          const answer = caller.do(call)
          if ('value' in answer) for (const { put } of stored(call, answer.value)) polled.push(put.SequenceNumber)
          for (const { Records } of subscription.read())
            pushed.push(...Records.map(({ SequenceNumber }) => SequenceNumber))
        }
        expect(polled.slice(0, pushed.length)).toEqual(pushed)
      }),
      { numRuns: runs(300) },
    )
  })
})
