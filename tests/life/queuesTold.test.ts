import { describe, test } from 'vitest'
import { at, expectLife, fn, node, pool, quick, scene, slowly } from './lifeScene.ts'

describe('the life of a record in a standard queue, as it is told', () => {
  test('SQS.05 worked and deleted', () => {
    expectLife(
      scene([slowly(), quick(), pool()], ['producer>queue', 'queue>pool']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 is worked by pool
        2.500 has an effect through pool
        2.500 is deleted from queue
        pool has worked it.
      `,
    )
  })

  test('a poison message comes back for ever', () => {
    expectLife(
      scene([slowly(), quick(), pool({ poisonRecord: 2 })], ['producer>queue', 'queue>pool']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 fails at pool
        7.000 is visible again in queue
        7.500 is handed to pool
        8.000 fails at pool
        pool has not: its work has failed so far, and it will be tried again.
      `,
    )
  })

  test('SQS.09 expired before anybody received it', () => {
    expectLife(
      scene([slowly(), quick({ retentionHours: 60 / 3600 })], ['producer>queue']),
      2,
      100,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        62.000 expires in queue
      `,
    )
  })

  test('SQS.09 expired while it was in flight: it does not come back', () => {
    expectLife(
      scene(
        [slowly(), quick({ retentionHours: 60 / 3600, visibilityTimeoutSeconds: 100 }), pool({ poisonRecord: 2 })],
        ['producer>queue', 'queue>pool'],
      ),
      2,
      300,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 fails at pool
        102.000 expires in queue
        pool never will: it is gone from the queue.
      `,
    )
  })

  test('SQS.18 purged', () => {
    expectLife(
      scene([slowly(), quick()], ['producer>queue'], [at(5, 'queue', 'purge')]),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        5.000 is purged from queue
      `,
    )
  })

  test('SQS.14 given up as a dead letter, and worked by who reads those', () => {
    expectLife(
      scene(
        [
          slowly(),
          quick({ maxReceiveCount: 2 }),
          quick({ id: 'dead' }),
          pool({ poisonRecord: 2 }),
          pool({ id: 'mender' }),
        ],
        ['producer>queue', 'queue>pool', 'queue>dead', 'dead>mender'],
      ),
      2,
      30,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 fails at pool
        7.000 is visible again in queue
        7.500 is handed to pool
        8.000 fails at pool
        12.500 is visible again in queue
        12.500 is given up as a dead letter by queue
        12.500 is stored in dead
        12.500 is handed to mender
        13.000 is worked by mender
        13.000 has an effect through mender
        13.000 is deleted from dead
        pool never will: it was given up as a dead letter.
        mender has worked it.
      `,
    )
  })

  test('SQS.16 a dead letter that is moved back is worked after all', () => {
    expectLife(
      scene(
        [slowly(), quick({ maxReceiveCount: 1 }), quick({ id: 'dead' }), pool({ poisonRecord: 2 })],
        ['producer>queue', 'queue>pool', 'queue>dead'],
        [at(20, 'pool', 'set', { field: 'poisonRecord', value: 0 }), at(21, 'dead', 'redrive')],
      ),
      2,
      60,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to pool
        2.500 fails at pool
        7.000 is visible again in queue
        7.500 is given up as a dead letter by queue
        7.500 is stored in dead
        21.000 is moved back by dead
        21.000 is stored in queue
        21.500 is handed to pool
        22.000 is worked by pool
        22.000 has an effect through pool
        22.000 is deleted from queue
        pool has worked it.
      `,
    )
  })

  test('A14 deleted before the work, lost by a crash', () => {
    expectLife(
      scene(
        [slowly(), quick(), pool({ deleteWhen: 'before', serviceMs: 5000 })],
        ['producer>queue', 'queue>pool'],
        [at(3, 'pool', 'crash', { worker: 0 })],
      ),
      1,
      10,
      `
        1.000 is made by producer, 100 B
        1.000 is stored in queue
        1.000 is handed to pool
        1.000 is deleted from queue
        3.000 is lost by pool
        pool never will: it had taken it and lost it.
      `,
    )
  })

  test('A14 deleted before the work, lost by a failure', () => {
    expectLife(
      scene([slowly(), quick(), pool({ deleteWhen: 'before', poisonRecord: 1 })], ['producer>queue', 'queue>pool']),
      1,
      10,
      `
        1.000 is made by producer, 100 B
        1.000 is stored in queue
        1.000 is handed to pool
        1.000 is deleted from queue
        1.500 fails at pool
        1.500 is lost by pool
        pool never will: it had taken it and lost it.
      `,
    )
  })

  test('LSQ.09 a function fails on it, and it comes back', () => {
    expectLife(
      scene([slowly(), quick(), fn({ poisonRecord: 2 }), quick({ id: 'dead' })], ['producer>queue', 'queue>lambda']),
      2,
      13,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to lambda
        2.100 fails at lambda
        7.000 is visible again in queue
        7.000 is handed to lambda
        7.100 fails at lambda
        12.000 is visible again in queue
        12.000 is handed to lambda
        12.100 fails at lambda
        lambda has not: its work has failed so far, and it will be tried again.
      `,
    )
  })

  test('counted by a counter that reads a queue', () => {
    expectLife(
      scene([slowly(), quick(), node('aggregator', { serviceMs: 100 })], ['producer>queue', 'queue>aggregator']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        2.000 is handed to aggregator
        2.100 is worked by aggregator
        2.100 has an effect through aggregator
        2.100 is deleted from queue
        aggregator has worked it.
      `,
    )
  })

  test('SQS.10 delayed: nobody can receive it yet', () => {
    expectLife(
      scene([slowly(), quick({ delaySeconds: 20 }), pool()], ['producer>queue', 'queue>pool']),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in queue
        pool has not: nobody can receive it yet.
      `,
    )
  })

  test('SQS.08 too many in flight: nothing is handed out', () => {
    expectLife(
      scene(
        [slowly(), quick({ inFlightLimit: 1 }), pool({ serviceMs: 5000 }), pool({ id: 'other' })],
        ['producer>queue', 'queue>pool', 'queue>other'],
      ),
      3,
      5,
      `
        3.000 is made by producer, 100 B
        3.000 is stored in queue
        pool has not: so many are in flight that nothing is handed out.
        other has not: so many are in flight that nothing is handed out.
      `,
    )
  })

  test('SQS.03 too large for the queue: given up by its producer', () => {
    expectLife(
      scene([slowly({ recordBytes: 2000000 }), quick(), pool()], ['producer>queue', 'queue>pool']),
      2,
      5,
      `
        2.000 is made by producer, 2000000 B
        2.000 is refused by queue
        2.000 is given up before queue
        pool never will: it was lost before it was stored.
      `,
    )
  })
})
