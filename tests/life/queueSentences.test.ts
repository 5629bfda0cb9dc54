import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { at, node, pool, quick, scene, slowly } from './lifeScene.ts'
import { type Case, sentenceOf } from './sentenceOf.ts'

/** Half of the keys come to the queue, and a record of the other half is asked about. */
function filtered(): Scenario {
  const keys = slowly({ keyCount: 2, keys: 'list', keyList: 'left,right' })
  const of = scene([keys, node('topic'), quick(), pool()], ['producer>topic', 'topic>queue', 'queue>pool'])
  of.links[1]!.keys = 'left'
  return of
}

const dead = quick({ id: 'dead' })
const blocked = { callLatencyMs: 10_000, callsAtOnce: 1, bufferRecords: 1, whenFull: 'dropNewest' } as const

const CASES: Case[] = [
  [
    'SQS.05 processed and deleted',
    scene([slowly(), quick(), pool()], ['producer>queue', 'queue>pool']),
    2,
    10,
    '0:02.0, stored at 0:02.0 in queue, processed by pool at 0:02.5 and deleted from queue at 0:02.5.',
  ],
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
  [
    'SQS.18 purged',
    scene([slowly(), quick()], ['producer>queue'], [at(5, 'queue', 'purge')]),
    2,
    10,
    '0:02.0, stored at 0:02.0 in queue and purged from queue at 0:05.0 (lost).',
  ],
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
    'SQS.03 too large',
    scene([slowly({ recordBytes: 2_000_000 }), quick(), pool()], ['producer>queue', 'queue>pool']),
    2,
    5,
    '0:02.0 and refused by queue as too large and given up at 0:02.0 (lost).',
  ],
  [
    'dropped by a full buffer',
    scene([slowly(blocked), quick(), pool()], ['producer>queue', 'queue>pool']),
    2,
    10,
    '0:02.0 and lost at 0:02.0 by a full buffer before queue.',
  ],
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
  [
    'SNS.08 filtered out of the only subscription',
    filtered(),
    1,
    10,
    '0:01.0 and published to topic at 0:01.0. pool never will: no copy of it goes there.',
  ],
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

describe('what became of a record in a queue or elsewhere, in the sentence of the panel', () => {
  test.each(CASES)('%s', (_, of, number, untilSeconds, sentence) => {
    expect(sentenceOf(of, number, untilSeconds)).toBe(sentence)
  })
})
