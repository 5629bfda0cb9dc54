import { describe, expect, test } from 'vitest'
import { app, at, fn, node, quick, scene, slowly } from './lifeScene.ts'
import { type Case, sentenceOf } from './sentenceOf.ts'

const stream = (fields: object = {}) => node('stream', { shards: 1, ...fields })
const patient = { rate: 2, attemptsMax: 2, backoffBaseMs: 200, jitter: 'none' } as const

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
]

describe('what became of a record in a stream, in the sentence of the panel', () => {
  test.each(CASES)('%s', (_, of, number, untilSeconds, sentence) => {
    expect(sentenceOf(of, number, untilSeconds)).toBe(sentence)
  })
})
