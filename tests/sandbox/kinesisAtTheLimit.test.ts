import { describe, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/engine/index.ts'
import { KIB, MIB, outcomeOf, type Steps, times } from './atTheLimit.ts'

const STREAM = { StreamName: 's' }
const SHARD = { ...STREAM, ShardId: 'shardId-000000000000' }
const NO_RATE = 'ProvisionedThroughputExceededException'

/** A stream that takes records of up to 10 MiB, and its buckets full. */
function kinesis(options: SandboxOptions = {}, MaxRecordSizeInKiB = 1024) {
  const box = createSandbox(options)
  box.kinesis.CreateStream({ ...STREAM, ShardCount: 1, MaxRecordSizeInKiB })
  box.advance(60_000_000)
  const put = (data: number, key = 'a') => box.kinesis.PutRecord({ ...STREAM, PartitionKey: key, Data: data })
  const putMany = (count: number, data: number) =>
    box.kinesis.PutRecords({
      ...STREAM,
      Records: Array.from({ length: count }, () => ({ PartitionKey: 'a', Data: data })),
    })
  const iterator = () => box.kinesis.GetShardIterator({ ...SHARD, ShardIteratorType: 'TRIM_HORIZON' }).ShardIterator
  const get = (ShardIterator: string, Limit?: number) =>
    box.kinesis.GetRecords({ ShardIterator, ...(Limit !== undefined && { Limit }) })
  return { box, put, putMany, iterator, get }
}

/** A shard with so many bytes to read, its buckets of reads full, and an iterator before them. */
function toRead(sizes: readonly number[]) {
  const filled = kinesis({}, 10_240)
  for (const size of sizes) {
    // The key is one byte; time enough for the write limits.
    filled.put(size - 1)
    filled.box.advance(20_000_000)
  }
  return { ...filled, from: filled.iterator() }
}

type Case = [what: string, steps: () => { box: { advance: (micros: number) => void }; steps: Steps }]

const CASES: Case[] = [
  [
    'KIN1.02 1,000 records a second: one record over',
    () => {
      const { box, put } = kinesis()
      return {
        box,
        steps: [
          [times(1000, () => put(1)), 'taken'],
          [() => put(1), `${NO_RATE} KIN1.02 0 records left of 1000 records; 1 record needed`],
          999,
          [() => put(1), `${NO_RATE} KIN1.02 0.999 records left of 1000 records; 1 record needed`],
          1,
          [() => put(1), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN1.01 1 MiB a second, keys included: full, one more record',
    () => {
      const { box, put } = kinesis()
      return {
        box,
        steps: [
          [times(2, () => put(512 * KIB - 1)), 'taken'],
          [() => put(1), `${NO_RATE} KIN1.01 0 B left of 1 MiB; 2 B needed`],
        ],
      }
    },
  ],
  [
    'KIN1.01 1 MiB a second, keys included: one byte over',
    () => {
      const { box, put } = kinesis()
      return {
        box,
        steps: [
          [() => put(512 * KIB - 1), 'taken'],
          [() => put(512 * KIB), `${NO_RATE} KIN1.01 512 KiB left of 1 MiB; 524,289 B needed`],
          [() => put(512 * KIB - 1), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN1.04 a record of 1 MiB, its key included: one byte over',
    () => {
      const { box, put } = kinesis()
      return {
        box,
        steps: [
          [() => put(MIB), 'InvalidArgumentException KIN1.04'],
          [() => put(MIB - 1), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN1.06 500 records in a call: one record over',
    () => {
      const { box, putMany } = kinesis()
      return {
        box,
        steps: [
          [() => putMany(500, 1), 'taken'],
          [() => putMany(501, 1), 'ValidationException KIN1.06'],
        ],
      }
    },
  ],
  [
    'KIN1.06 10 MiB in a call, keys included: one byte over',
    () => {
      const { box, putMany } = kinesis({ throttling: false })
      return {
        box,
        steps: [
          [() => putMany(10, MIB - 1), 'taken'],
          [() => putMany(9, MIB - 1), 'taken'],
          [
            () =>
              box.kinesis.PutRecords({
                ...STREAM,
                Records: [
                  ...Array.from({ length: 10 }, () => ({ PartitionKey: 'a', Data: MIB - 1 })),
                  { PartitionKey: 'a', Data: 0 },
                ],
              }),
            'InvalidArgumentException KIN1.06',
          ],
        ],
      }
    },
  ],
  [
    'KIN1.11 a key of 256 characters: one over',
    () => {
      const { box, put } = kinesis()
      return {
        box,
        steps: [
          [() => put(1, 'k'.repeat(256)), 'taken'],
          [() => put(1, 'k'.repeat(257)), 'ValidationException KIN1.11'],
        ],
      }
    },
  ],
  [
    'KIN2.01 five reads a second of a shard: one call over',
    () => {
      const { box, iterator, get } = kinesis()
      const from = iterator()
      return {
        box,
        steps: [
          [times(5, () => get(from)), 'taken'],
          [() => get(from), `${NO_RATE} KIN2.01 0 calls left of 5 calls; 1 call needed`],
          199_999,
          [() => get(from), `${NO_RATE} KIN2.01 0.999 calls left of 5 calls; 1 call needed`],
          1,
          [() => get(from), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN2.02 KIN2.05 2 MiB a second read from a shard: one byte below, at it, and one over',
    () => {
      const below = toRead([2 * MIB - 1])
      const at = toRead([2 * MIB])
      const over = toRead([2 * MIB + 1])
      return {
        box: at.box,
        steps: [
          [() => below.get(below.from), 'taken'],
          [() => below.get(below.from), 'taken'],
          [() => at.get(at.from), 'taken'],
          [() => at.get(at.from), `${NO_RATE} KIN2.05 0 B left of 2 MiB; 1 B needed`],
          [() => over.get(over.from), 'taken'],
          [() => over.get(over.from), `${NO_RATE} KIN2.05 -1 B left of 2 MiB; 1 B needed`],
          1,
          [() => at.get(at.from), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN2.03 10,000 records a read: one over',
    () => {
      const { box, iterator, get } = kinesis()
      const from = iterator()
      return {
        box,
        steps: [
          [() => get(from, 10_000), 'taken'],
          [() => get(from, 10_001), 'InvalidArgumentException KIN2.03'],
        ],
      }
    },
  ],
  [
    'KIN2.04 after a read of 10 MiB five seconds of none; after one byte less the debt alone',
    () => {
      const at = toRead([10 * MIB])
      const below = toRead([10 * MIB - 1])
      return {
        box: at.box,
        steps: [
          [() => at.get(at.from), 'taken'],
          4_999_999,
          [() => at.get(at.from), `${NO_RATE} KIN2.04`],
          1,
          [() => at.get(at.from), 'taken'],
          [() => below.get(below.from), 'taken'],
          [() => below.box.advance(3_999_999), 'taken'],
          [() => below.get(below.from), `${NO_RATE} KIN2.05 -1.098 B left of 2 MiB; 1 B needed`],
          [() => below.box.advance(1), 'taken'],
          [() => below.get(below.from), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN2.09 five iterators a second of a shard: one over',
    () => {
      const { box, iterator } = kinesis()
      return {
        box,
        steps: [
          [times(5, iterator), 'taken'],
          [iterator, `${NO_RATE} KIN2.09 0 calls left of 5 calls; 1 call needed`],
          200_000,
          [iterator, 'taken'],
        ],
      }
    },
  ],
]

describe('Kinesis at the limit, one record and one byte over it', () => {
  test.each(CASES)('%s', (_, make) => {
    const { box, steps } = make()
    for (const step of steps) {
      if (typeof step === 'number') box.advance(step)
      else expect(outcomeOf(step[0])).toBe(step[1])
    }
  })
})
