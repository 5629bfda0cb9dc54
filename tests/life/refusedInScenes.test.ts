import { describe, expect, test } from 'vitest'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { firstRefusal } from './firstRefusal.ts'
import { app, at, fn, node, pool, scene, slowly } from './lifeScene.ts'

// What the panel "Why was it refused?" says of the first refusal in a scene. The same limits in single calls, to the last record and
// byte: tests/sandbox/kinesisAtTheLimit.test.ts and queuesAtTheLimit.test.ts; limits that no field of
// a scene turns: ratesRefusedInScenes.test.ts.

/** What is sent: as a producer's fields say, or so many records at one moment. */
type Sent = Parameters<typeof slowly>[0] & { atOnce?: number }

const to = (store: ScenarioNode, { atOnce = 0, ...producer }: Sent) =>
  scene(
    [slowly({ attemptsMax: 1, ...producer, ...(atOnce > 0 && { rate: 0 }) }), store],
    [`producer>${store.id}`],
    Array.from({ length: atOnce }, () => at(0.5, 'producer', 'sendOne')),
  )

const MIB = 1_048_576
/** Of the one key that is sent. */
const KEY = 'user-0'.length

const HIGH_THROUGHPUT = { deduplicationScope: 'messageGroup', throughputLimit: 'perMessageGroupId' } as const

type Case = [what: string, store: ScenarioNode, at: Sent, over: Sent, said: string]

const CASES: Case[] = [
  [
    'KIN1.02 records a second of a shard, one record over',
    node('stream', { shards: 1, writeRecordsPerSecond: 10 }),
    { atOnce: 10 },
    { atOnce: 11 },
    'KIN1.02 0 records left of 10 records; 1 record needed; 10 in the second before',
  ],
  [
    // Two records of 768 KiB a second apart are what a full bucket of 1 MiB and 512 KiB a second give.
    'KIN1.01 bytes a second of a shard, one byte over',
    node('stream', { shards: 1, writeBytesPerSecond: MIB / 2 }),
    { recordBytes: 0.75 * MIB - KEY },
    { recordBytes: 0.75 * MIB - KEY + 1 },
    'KIN1.01 786,431 B left of 1 MiB; 786,433 B needed; 0 in the second before',
  ],
  [
    'KIN1.04 the largest record of a stream, its key included, one byte over',
    node('stream', { shards: 1 }),
    { recordBytes: MIB - KEY },
    { recordBytes: MIB - KEY + 1 },
    'KIN1.04 1 MiB left of 1 MiB; 1,048,577 B needed; 0 in the second before',
  ],
  [
    'SQS.03 the largest message of a queue, one byte over',
    node('queue'),
    { recordBytes: MIB },
    { recordBytes: MIB + 1 },
    'SQS.03 1 MiB left of 1 MiB; 1,048,577 B needed; 0 in the second before',
  ],
  [
    'SQS.03 the largest message of a FIFO queue, one byte over',
    node('fifoQueue'),
    { recordBytes: MIB },
    { recordBytes: MIB + 1 },
    'SQS.03 1 MiB left of 1 MiB; 1,048,577 B needed; 0 in the second before',
  ],
  [
    'FIFO.01 calls a second of a FIFO queue, one call over',
    node('fifoQueue', { callsPerSecond: 3 }),
    { atOnce: 3 },
    { atOnce: 4 },
    'FIFO.01 0 calls left of 3 calls; 1 call needed; 3 in the second before',
  ],
  [
    'SNS.04 the largest message of a topic, one byte over',
    node('topic'),
    { recordBytes: 262_144 },
    { recordBytes: 262_145 },
    'SNS.04 256 KiB left of 256 KiB; 262,145 B needed; 0 in the second before',
  ],
  [
    'SNS.06 messages a second of a FIFO topic, one message over',
    node('topic', { topicType: 'fifo', topicMessagesPerSecond: 30 }),
    { atOnce: 30 },
    { atOnce: 31 },
    'SNS.06 0 records left of 30 records; 1 record needed; 30 in the second before',
  ],
  [
    // The bucket has room for one message of the largest size, 256 KiB.
    'SNS.06 bytes a second of a FIFO topic, two messages one byte too large',
    node('topic', { topicType: 'fifo', topicBytesPerSecond: MIB / 4 }),
    { atOnce: 2, recordBytes: MIB / 8 },
    { atOnce: 2, recordBytes: MIB / 8 + 1 },
    'SNS.06.bytes 131,071 B left of 256 KiB; 131,073 B needed; 1 in the second before',
  ],
  [
    'SNS.06 messages a second of one group of a FIFO topic, one message over',
    node('topic', { topicType: 'fifo', groupMessagesPerSecond: 3 }),
    { atOnce: 3 },
    { atOnce: 4 },
    'SNS.06.group 0 records left of 3 records; 1 record needed; 3 in the second before',
  ],
  [
    'FIFO.05 FIFO.06 calls a second of one group and so of its partition, in high throughput, one call over',
    node('fifoQueue', { ...HIGH_THROUGHPUT, callsPerSecond: 3 }),
    { atOnce: 3 },
    { atOnce: 4 },
    'FIFO.05 0 calls left of 3 calls; 1 call needed; 3 in the second before',
  ],
  [
    'FIFO.04 calls a second of all partitions, in high throughput',
    node('fifoQueue', { ...HIGH_THROUGHPUT, callsPerSecond: 3000, highThroughputCallsPerSecond: 700 }),
    { rate: 700 },
    { rate: 1400 },
    'FIFO.04 0.5 calls left of 700 calls; 1 call needed; 1399 in the second before',
  ],
  [
    'X-N1 a call that came to nothing was never judged: no bucket',
    node('queue'),
    { callFailureShare: 0 },
    { callFailureShare: 1 },
    'X-N1 null; 0 in the second before',
  ],
]

describe('a refusal in a scene as a person opens it: nothing at the limit, over it the arithmetic', () => {
  test.each(CASES)('%s', (_, store, at, over, said) => {
    expect(firstRefusal(to(store, at), store.id)).toBe(null)
    expect(firstRefusal(to(store, over), store.id)).toBe(said)
  })
})

/** Of one record with its key. */
const READ_BYTES = 200_000

/** One record a second into one shard, and whoever reads it: so many applications that poll once a second, or functions. */
const readBy = (stream: object, ...readers: ScenarioNode[]) =>
  scene(
    [slowly({ recordBytes: READ_BYTES - KEY }), node('stream', { shards: 1, ...stream }), ...readers],
    ['producer>stream', ...readers.map(({ id }) => `stream>${id}`)],
  )

const apps = (count: number) => Array.from({ length: count }, (_, i) => app({ id: `app${i}` }))

/** Each invocation takes 4.5 s, so at one a second five run at once. */
const slowFn = (id: string, fields: object) =>
  fn({ id, serviceMs: 4500, timeoutSeconds: 60, parallelizationFactor: 1, ...fields })

const queued = (fields: object, messagesPerSecond: number) =>
  scene(
    [slowly({ rate: messagesPerSecond }), node('queue'), slowFn('lambda', { messagesPerBatch: 1, ...fields })],
    ['producer>queue', 'queue>lambda'],
  )

/** So many workers ask an empty FIFO queue at the start and wait for an answer; one who is refused asks again every 200 ms. */
const asking = (workers: number) =>
  scene([node('fifoQueue', { callsPerSecond: 3 }), pool({ workers, waitSeconds: 20 })], ['fifoQueue>pool'])

type ReadCase = [what: string, at: Scenario, over: Scenario, by: string, seconds: number, said: string]

const READS: ReadCase[] = [
  [
    'KIN2.01 calls that read a shard, one reader over',
    readBy({ readCallsPerSecond: 5 }, ...apps(5)),
    readBy({ readCallsPerSecond: 5 }, ...apps(6)),
    'stream',
    4,
    'KIN2.01 0 calls left of 5 calls; 1 call needed; 5 in the second before',
  ],
  [
    // Two read the same record; one byte of the budget is enough for the second (X-K2).
    'KIN2.02 KIN2.05 bytes a second read from a shard, nothing left for the second reader',
    readBy({ readBytesPerSecond: READ_BYTES + 1 }, ...apps(2)),
    readBy({ readBytesPerSecond: READ_BYTES }, ...apps(2)),
    'app1',
    1.5,
    'KIN2.05 0 B left of 200,000 B; 1 B needed; 1 in the second before',
  ],
  [
    'KIN2.04 a call that returned the most that one may, one byte below it',
    readBy({ getBytesLimit: READ_BYTES + 1 }, ...apps(1)),
    readBy({ getBytesLimit: READ_BYTES }, ...apps(1)),
    'stream',
    3,
    'KIN2.04 null; 0 in the second before',
  ],
  [
    // As X-K2 does with bytes: one record of the budget is enough for a call.
    'X-K3 records a second read from a shard, nothing left for the second reader',
    readBy({ readRecordsPerSecond: 2 }, ...apps(2)),
    readBy({ readRecordsPerSecond: 1 }, ...apps(2)),
    'app1',
    1.5,
    'X-K3 0 records left of 1 record; 1 record needed; 1 in the second before',
  ],
  [
    'FIFO.01 FIFO.02 calls that receive from a FIFO queue, one worker over',
    asking(3),
    asking(4),
    'fifoQueue',
    2.5,
    'FIFO.01 0.6 calls left of 3 calls; 1 call needed',
  ],
  [
    'LSQ.05 reserved concurrency, one invocation over',
    queued({ reservedConcurrency: 5 }, 1),
    queued({ reservedConcurrency: 4 }, 1),
    'lambda',
    12,
    'LSQ.05 0 invocations left of 4 invocations; 1 invocation needed',
  ],
  [
    'LSQ.13 concurrency of the account, one invocation over',
    queued({ accountConcurrency: 5 }, 1),
    queued({ accountConcurrency: 4 }, 1),
    'lambda',
    12,
    'LSQ.13 0 invocations left of 4 invocations; 1 invocation needed',
  ],
]

describe('a refused call in a scene: nothing at the limit, over it the arithmetic', () => {
  test.each(READS)('%s', (_, at, over, by, seconds, said) => {
    expect(firstRefusal(at, by, seconds)).toBe(null)
    expect(firstRefusal(over, by, seconds)).toBe(said)
  })
})
