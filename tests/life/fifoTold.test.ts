import { describe, test } from 'vitest'
import { at, expectLife, node, pool, scene, slowly } from './lifeScene.ts'

describe('the life of a record in a FIFO queue, as it is told', () => {
  test('FIFO.12 a repetition: taken and not stored', () => {
    expectLife(
      scene(
        [slowly(), node('fifoQueue', { deduplicationBy: 'key' }), pool()],
        ['producer>fifoQueue', 'fifoQueue>pool'],
      ),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is a repetition for, and not stored in, fifoQueue
        pool never will: it was taken for a repetition of an earlier one.
      `,
    )
  })

  test('FIFO.08 behind a message of its group that is in flight', () => {
    expectLife(
      scene(
        [slowly(), node('fifoQueue', { visibilityTimeoutSeconds: 60 }), pool({ poisonRecord: 2 })],
        ['producer>fifoQueue', 'fifoQueue>pool'],
      ),
      4,
      10,
      `
        4.000 is made by producer, 100 B
        4.000 is stored in fifoQueue
        pool has not: 2 messages of its group come before it, the first of them in flight.
      `,
    )
  })

  test('SQS.09 expired in a FIFO queue', () => {
    expectLife(
      scene([slowly(), node('fifoQueue', { retentionHours: 60 / 3600 })], ['producer>fifoQueue']),
      2,
      100,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in fifoQueue
        62.000 expires in fifoQueue
      `,
    )
  })

  test('FIFO.23 purged from a FIFO queue', () => {
    expectLife(
      scene([slowly(), node('fifoQueue')], ['producer>fifoQueue'], [at(5, 'fifoQueue', 'purge')]),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in fifoQueue
        5.000 is purged from fifoQueue
      `,
    )
  })

  test('FIFO.21 a dead letter of a FIFO queue', () => {
    expectLife(
      scene(
        [
          slowly(),
          node('fifoQueue', { maxReceiveCount: 2, visibilityTimeoutSeconds: 5 }),
          node('fifoQueue', { id: 'dead' }),
          pool({ poisonRecord: 2 }),
          pool({ id: 'mender' }),
        ],
        ['producer>fifoQueue', 'fifoQueue>pool', 'fifoQueue>dead', 'dead>mender'],
      ),
      2,
      30,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in fifoQueue
        2.000 is handed to pool
        2.500 fails at pool
        7.000 is visible again in fifoQueue
        7.000 is handed to pool
        7.500 fails at pool
        12.000 is visible again in fifoQueue
        12.000 is given up as a dead letter by fifoQueue
        12.000 is stored in dead
        12.000 is handed to mender
        12.500 is worked by mender
        12.500 has an effect through mender
        12.500 is deleted from dead
        pool never will: it was given up as a dead letter.
        mender has worked it.
      `,
    )
  })
})
