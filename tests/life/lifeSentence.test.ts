import { describe, expect, test } from 'vitest'
import { lifeSentence } from '../../src/panels/inquiry/lifeSentence.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { app, at, fn, node, pool, quick, scene, slowly } from './lifeScene.ts'

/** What the panel says of record `number` of the producer, after its key. */
function sentenceOf(of: Scenario, number: number, untilSeconds: number): string {
  const life = answerTo(of, { kind: 'life', producer: 'producer', number, untilMicros: untilSeconds * 1e6 })
  if (life.kind !== 'life') throw new Error(JSON.stringify(life))
  const sentence = lifeSentence(life, of)
  const start = `Record ${number}, key ${life.key}, was made by ${nameOf(of, 'producer')} at `
  expect(sentence.startsWith(start)).toBe(true)
  return sentence.slice(start.length)
}

const nameOf = (of: Scenario, id: string) => of.nodes.find((one) => one.id === id)?.name ?? id

/** Ids for names, so that the sentences below read like the scenes above them. */
const named = (of: Scenario): Scenario => ({ ...of, nodes: of.nodes.map((one) => ({ ...one, name: one.id })) })

/** Half of the keys come to the queue, and a record of the other half is asked about. */
function filtered(): Scenario {
  const keys = slowly({ keyCount: 2, keys: 'list', keyList: 'left,right' })
  const of = scene([keys, node('topic'), quick(), pool()], ['producer>topic', 'topic>queue', 'queue>pool'])
  of.links[1]!.keys = 'left'
  return of
}

type Case = [what: string, of: Scenario, number: number, untilSeconds: number, sentence: string]

const stream = (fields: object = {}) => node('stream', { shards: 1, ...fields })
const dead = quick({ id: 'dead' })
const patient = { rate: 2, attemptsMax: 2, backoffBaseMs: 200, jitter: 'none' } as const
const blocked = { callLatencyMs: 10_000, callsAtOnce: 1, bufferRecords: 1, whenFull: 'dropNewest' } as const

const CASES: Case[] = [
  [
    'processed, and still in its stream',
    scene([slowly(), stream(), app()], ['producer>stream', 'stream>application']),
    2,
    10,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2 and processed by application at 0:02.1. It is still in stream.',
  ],
  [
    'KIN6.01 processed and expired',
    scene([slowly(), stream({ retentionHours: 60 / 3600 }), app()], ['producer>stream', 'stream>application']),
    2,
    100,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2, processed by application at 0:02.1 and expired in stream at 1:02.0.',
  ],
  [
    'KIN6.01 expired unread: data loss',
    scene(
      [slowly(), stream({ retentionHours: 60 / 3600 }), app({ startSeconds: 100 })],
      ['producer>stream', 'stream>application'],
    ),
    2,
    110,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2 and expired unprocessed in stream at 1:02.0 (lost). application never will: it expired unread.',
  ],
  [
    'LKI.12 KIN6.01 gone before a function came',
    scene(
      [slowly(), stream({ retentionHours: 60 / 3600 }), fn({ startSeconds: 100 })],
      ['producer>stream', 'stream>lambda'],
    ),
    2,
    110,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2 and expired unprocessed in stream at 1:02.0 (lost). lambda never will: it expired unread.',
  ],
  ['SQS.05 processed and deleted', scene([slowly(), quick(), pool()], ['producer>queue', 'queue>pool']), 2, 10, '0:02.0, stored at 0:02.0 in queue, processed by pool at 0:02.5 and deleted from queue at 0:02.5.'],
  [
    'SQS.05 in flight',
    scene([slowly(), quick(), pool({ serviceMs: 4000 })], ['producer>queue', 'queue>pool']),
    1,
    2,
    '0:01.0 and stored at 0:01.0 in queue. It is in flight with pool until 0:06.0.',
  ],
  [
    'SQS.05 processed twice: the work took longer than the visibility timeout',
    scene([slowly({ rate: 0.05 }), quick(), pool({ workers: 2, serviceMs: 7000 })], ['producer>queue', 'queue>pool']),
    1,
    60,
    '0:20.0, stored at 0:20.0 in queue, processed by pool at 0:27.0, processed again by pool at 0:32.0, processed again by pool at 0:37.0, processed again by pool at 0:42.0 and deleted from queue at 0:42.0.',
  ],
  [
    'SQS.09 expired unread in a queue',
    scene([slowly(), quick({ retentionHours: 60 / 3600 })], ['producer>queue']),
    2,
    100,
    '0:02.0, stored at 0:02.0 in queue and expired unprocessed in queue at 1:02.0 (lost).',
  ],
  ['SQS.18 purged', scene([slowly(), quick()], ['producer>queue'], [at(5, 'queue', 'purge')]), 2, 10, '0:02.0, stored at 0:02.0 in queue and purged from queue at 0:05.0 (lost).'],
  [
    'SQS.14 a dead letter that waits',
    scene(
      [slowly(), quick({ maxReceiveCount: 2 }), dead, pool({ poisonRecord: 2 })],
      ['producer>queue', 'queue>pool', 'queue>dead'],
    ),
    2,
    30,
    '0:02.0, stored at 0:02.0 in queue, given up as a dead letter by queue at 0:12.5 after 2 receives and stored at 0:12.5 in dead. It waits in dead.',
  ],
  [
    'SQS.15 a dead letter that expires',
    scene(
      [
        slowly(),
        quick({ maxReceiveCount: 2 }),
        quick({ id: 'dead', retentionHours: 60 / 3600 }),
        pool({ poisonRecord: 2 }),
      ],
      ['producer>queue', 'queue>pool', 'queue>dead'],
    ),
    2,
    100,
    '0:02.0, stored at 0:02.0 in queue, given up as a dead letter by queue at 0:12.5 after 2 receives, stored at 0:12.5 in dead and expired unprocessed in dead at 1:02.0 (lost).',
  ],
  [
    'SQS.16 redriven, and processed after all',
    scene(
      [slowly(), quick({ maxReceiveCount: 1 }), dead, pool({ poisonRecord: 2 })],
      ['producer>queue', 'queue>pool', 'queue>dead'],
      [at(20, 'pool', 'set', { field: 'poisonRecord', value: 0 }), at(21, 'dead', 'redrive')],
    ),
    2,
    60,
    '0:02.0, stored at 0:02.0 in queue, given up as a dead letter by queue at 0:07.5 after 1 receive, stored at 0:07.5 in dead, moved back by dead at 0:21.0, stored at 0:21.0 in queue, processed by pool at 0:22.0 and deleted from queue at 0:22.0.',
  ],
  [
    'KIN1.02 refused and given up',
    scene([slowly(patient), stream({ writeRecordsPerSecond: 1 }), app()], ['producer>stream', 'stream>application']),
    2,
    5,
    '0:01.0 and given up at 0:01.2 after 2 refusals by stream (lost).',
  ],
  [
    'KIN1.02 refused, and tried again',
    scene(
      [slowly({ ...patient, attemptsMax: 9, backoffBaseMs: 9000 }), stream({ writeRecordsPerSecond: 1 }), app()],
      ['producer>stream', 'stream>application'],
    ),
    2,
    1.5,
    '0:01.0. It was refused by stream and will be tried again.',
  ],
  [
    'SQS.03 too large',
    scene([slowly({ recordBytes: 2_000_000 }), quick(), pool()], ['producer>queue', 'queue>pool']),
    2,
    5,
    '0:02.0 and refused by queue as too large and given up at 0:02.0 (lost).',
  ],
  ['dropped by a full buffer', scene([slowly(blocked), quick(), pool()], ['producer>queue', 'queue>pool']), 2, 10, '0:02.0 and lost at 0:02.0 by a full buffer before queue.'],
  [
    'held before a full buffer',
    scene([slowly({ ...blocked, whenFull: 'block' }), quick(), pool()], ['producer>queue', 'queue>pool']),
    3,
    5,
    '0:03.0. It waits at its source for room in the buffer.',
  ],
  [
    "A1 lost with a monolith's memory",
    scene(
      [slowly(), node('monolith', { serviceMs: 3000 })],
      ['producer>monolith'],
      [at(5, 'monolith', 'crash', { worker: 0 })],
    ),
    3,
    10,
    '0:03.0, stored at 0:03.0 in monolith and lost with the memory of monolith at 0:05.0.',
  ],
  [
    'in the memory of a monolith',
    scene([slowly(), node('monolith', { serviceMs: 3000 })], ['producer>monolith']),
    3,
    4,
    '0:03.0 and stored at 0:03.0 in monolith. It is in the memory of monolith.',
  ],
  [
    'A14 deleted before the work, and lost in a crash',
    scene(
      [slowly(), quick(), pool({ deleteWhen: 'before', serviceMs: 5000 })],
      ['producer>queue', 'queue>pool'],
      [at(3, 'pool', 'crash', { worker: 0 })],
    ),
    1,
    10,
    '0:01.0, stored at 0:01.0 in queue, deleted from queue at 0:01.0 and lost by pool at 0:03.0, which had acknowledged it before the work.',
  ],
  [
    'KCL.10 a checkpoint before the work, and lost in a crash',
    scene(
      [slowly({ rate: 4 }), stream(), app({ checkpointWhen: 'before', serviceMs: 2000 })],
      ['producer>stream', 'stream>application'],
      [at(3, 'application', 'crash', { worker: 0 })],
    ),
    3,
    10,
    '0:00.7, stored at 0:00.7 in shard 1 of stream as number 3 and lost by application at 0:03.0, which had acknowledged it before the work. It is still in stream.',
  ],
  [
    'KCL.12 skipped with the rest of its batch',
    scene([slowly({ rate: 4 }), stream(), app({ poisonRecord: 2 })], ['producer>stream', 'stream>application']),
    3,
    10,
    '0:00.7, stored at 0:00.7 in shard 1 of stream as number 3 and left out by application at 0:01.2 after a failure in its batch (never processed there). It is still in stream.',
  ],
  [
    "LKI.07 LKI.10 given up by a function's mapping, its destination told",
    scene(
      [slowly(), stream(), fn({ poisonRecord: 2, maximumRetryAttempts: 1 }), quick({ id: 'given-up' })],
      ['producer>stream', 'stream>lambda', 'lambda>given-up'],
    ),
    2,
    30,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2 and given up by lambda at 0:03.2 after 2 failures (lost), of which given-up was told. It is still in stream.',
  ],
  [
    "LKI.07 given up by a function's mapping, and nobody told",
    scene([slowly(), stream(), fn({ poisonRecord: 2, maximumRetryAttempts: 1 })], ['producer>stream', 'stream>lambda']),
    2,
    30,
    '0:02.0, stored at 0:02.0 in shard 1 of stream as number 2 and given up by lambda at 0:03.2 after 2 failures (lost). It is still in stream.',
  ],
  [
    'FIFO.12 a repetition',
    scene([slowly(), node('fifoQueue', { deduplicationBy: 'key' }), pool()], ['producer>fifoQueue', 'fifoQueue>pool']),
    2,
    10,
    '0:02.0 and taken at 0:02.0 by fifoQueue for a repetition and not stored.',
  ],
  [
    'SNS.07 a copy that its queue will never take',
    scene(
      [
        slowly({ recordBytes: 5000 }),
        node('topic', { messageBytesLimit: 1_048_576 }),
        quick({ messageBytesLimit: 1024 }),
        pool(),
      ],
      ['producer>topic', 'topic>queue', 'queue>pool'],
    ),
    2,
    10,
    '0:02.0, published to topic at 0:02.0 and not copied any more by topic at 0:02.0 (lost).',
  ],
  [
    'SNS.01 two copies, each with an end of its own',
    scene(
      [slowly(), node('topic'), quick({ id: 'a' }), quick({ id: 'b', retentionHours: 60 / 3600 }), pool({ id: 'pa' })],
      ['producer>topic', 'topic>a', 'topic>b', 'a>pa'],
    ),
    2,
    100,
    '0:02.0, published to topic at 0:02.0, stored at 0:02.0 in a, stored at 0:02.0 in b, processed by pa at 0:02.5, deleted from a at 0:02.5 and expired unprocessed in b at 1:02.0 (lost).',
  ],
  ['SNS.08 filtered out of the only subscription', filtered(), 1, 10, '0:01.0 and published to topic at 0:01.0. pool never will: no copy of it goes there.'],
  [
    'FIFO.21 FIFO.20 a dead letter of a FIFO queue',
    scene(
      [
        slowly(),
        node('fifoQueue', { maxReceiveCount: 1, visibilityTimeoutSeconds: 5 }),
        node('fifoQueue', { id: 'dead' }),
        pool({ poisonRecord: 2 }),
      ],
      ['producer>fifoQueue', 'fifoQueue>pool', 'fifoQueue>dead'],
    ),
    2,
    30,
    '0:02.0, stored at 0:02.0 in fifoQueue, given up as a dead letter by fifoQueue at 0:07.0 after 1 receive and stored at 0:07.0 in dead. It waits in dead.',
  ],
  [
    'SQS.10 delayed: it waits',
    scene([slowly(), quick({ delaySeconds: 20 }), pool()], ['producer>queue', 'queue>pool']),
    2,
    10,
    '0:02.0 and stored at 0:02.0 in queue. It waits in queue.',
  ],
  [
    'SQS.17 kept in an archive',
    scene([slowly(), node('topic'), node('archive')], ['producer>topic', 'topic>archive']),
    2,
    20,
    '0:02.0, published to topic at 0:02.0 and stored at 0:02.0 in archive. It is kept in archive.',
  ],
]

describe('what became of a record, in the sentence of the panel', () => {
  test.each(CASES)('%s', (_, of, number, untilSeconds, sentence) => {
    expect(sentenceOf(named(of), number, untilSeconds)).toBe(sentence)
  })
})
