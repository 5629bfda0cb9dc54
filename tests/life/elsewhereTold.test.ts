import { describe, test } from 'vitest'
import { app, at, expectLife, node, pool, quick, scene, slowly } from './lifeScene.ts'

describe('the life of a record by topics, monoliths, archives and systems downstream, as it is told', () => {
  test('SNS.01 SNS.07 two copies, handed over when the way is there again', () => {
    expectLife(
      scene(
        [slowly(), node('topic'), quick({ id: 'a' }), quick({ id: 'b' }), pool({ id: 'pa' }), pool({ id: 'pb' })],
        ['producer>topic', 'topic>a', 'topic>b', 'a>pa', 'b>pb'],
        [at(1.5, 'topic', 'crash', { worker: 0 }), at(4.2, 'topic', 'start', { worker: 0 })],
      ),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        3.000 cannot be copied yet by topic
        3.000 cannot be copied yet by topic
        4.000 cannot be copied yet by topic
        4.000 cannot be copied yet by topic
        5.000 is copied by topic
        5.000 is stored in a
        5.000 is copied by topic
        5.000 is stored in b
        5.500 is handed to pa
        5.500 is handed to pb
        6.000 is worked by pa
        6.000 has an effect through pa
        6.000 is deleted from a
        6.000 is worked by pb
        6.000 has an effect through pb
        6.000 is deleted from b
        pa has worked it.
        pb has worked it.
      `,
    )
  })

  test('SNS.07 a copy that waits for its queue', () => {
    expectLife(
      scene(
        [slowly(), node('topic'), quick({ id: 'a' }), pool({ id: 'pa' })],
        ['producer>topic', 'topic>a', 'a>pa'],
        [at(1.5, 'topic', 'crash', { worker: 0 })],
      ),
      2,
      3,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        2.000 cannot be copied yet by topic
        3.000 cannot be copied yet by topic
        pa has not: its copy could not be handed over yet.
      `,
    )
  })

  test('worked by a monolith', () => {
    expectLife(
      scene([slowly(), node('monolith', { serviceMs: 300 })], ['producer>monolith']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in monolith
        2.300 is worked by monolith
        2.300 has an effect through monolith
        monolith has worked it.
      `,
    )
  })

  test("A1 lost with a monolith's memory", () => {
    expectLife(
      scene(
        [slowly(), node('monolith', { serviceMs: 3000 })],
        ['producer>monolith'],
        [at(5, 'monolith', 'crash', { worker: 0 })],
      ),
      3,
      10,
      `
        3.000 is made by producer, 100 B
        3.000 is stored in monolith
        5.000 is lost by monolith
        monolith never will: it had taken it and lost it.
      `,
    )
  })

  test('not done by a system that was down, and done at the second time', () => {
    expectLife(
      scene(
        [slowly(), quick(), pool(), node('downstream', { serviceMs: 200 })],
        ['producer>queue', 'queue>pool', 'pool>downstream'],
        [at(2.6, 'downstream', 'crash', { worker: 0 }), at(4, 'downstream', 'start', { worker: 0 })],
      ),
      2,
      12,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 is brought to downstream
        2.600 is not done by downstream
        2.600 fails at pool
        7.000 is visible again in queue
        7.593 is handed to pool
        8.093 is brought to downstream
        8.379 is done by downstream
        8.379 is worked by pool
        8.379 has an effect through pool
        8.379 is deleted from queue
        pool has worked it.
      `,
    )
  })

  test('SQS.17 sent again from an archive', () => {
    expectLife(
      scene(
        [slowly(), node('topic'), node('archive', { replayPerSecond: 10 }), quick(), pool()],
        ['producer>topic', 'topic>archive', 'archive>queue', 'queue>pool'],
        [at(10, 'archive', 'goTo', { to: 'TRIM_HORIZON' })],
      ),
      2,
      20,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in topic
        2.000 is copied by topic
        2.000 is stored in archive
        10.100 is stored in queue
        10.500 is handed to pool
        11.000 is worked by pool
        11.000 has an effect through pool
        11.000 is deleted from queue
        pool has worked it.
      `,
    )
  })

  test('SNS.07 a copy that is too large for its queue: not tried again', () => {
    const topic = node('topic', { messageBytesLimit: 1_048_576 })
    expectLife(
      scene(
        [slowly({ recordBytes: 5000 }), topic, quick({ messageBytesLimit: 1024 }), pool()],
        ['producer>topic', 'topic>queue', 'queue>pool'],
      ),
      2,
      10,
      `
        2.000 is made by producer, 5000 B
        2.000 is stored in topic
        2.000 cannot be copied yet by topic
        2.000 will not be copied any more by topic
        pool never will: it was lost before it was stored.
      `,
    )
  })

  test('lost by a full buffer of its producer', () => {
    const blocked = { callLatencyMs: 10_000, callsAtOnce: 1, bufferRecords: 1, whenFull: 'dropNewest' } as const
    expectLife(
      scene([slowly(blocked), quick(), pool()], ['producer>queue', 'queue>pool']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is lost by a full buffer before queue
        pool never will: it was lost before it was stored.
      `,
    )
  })

  test('KIN1.02 refused as often as its producer tries, then given up', () => {
    const patient = { rate: 2, attemptsMax: 2, backoffBaseMs: 200, jitter: 'none' } as const
    expectLife(
      scene(
        [slowly(patient), node('stream', { shards: 1, writeRecordsPerSecond: 1 }), app()],
        ['producer>stream', 'stream>application'],
      ),
      2,
      5,
      `
        1.000 is made by producer, 100 B
        1.000 is refused by stream
        1.200 is refused by stream
        1.200 is given up before stream
        application never will: it was lost before it was stored.
      `,
    )
  })
})
