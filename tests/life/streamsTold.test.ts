import { describe, test } from 'vitest'
import { app, at, expectLife, fn, node, quick, scene, slowly } from './lifeScene.ts'

describe('the life of a record in a stream, as it is told', () => {
  test('KCL.12 left out with the rest of its batch', () => {
    expectLife(
      scene(
        [slowly({ rate: 4 }), node('stream', { shards: 1 }), app({ poisonRecord: 2 })],
        ['producer>stream', 'stream>application'],
      ),
      3,
      10,
      `
        0.750 is made by producer, 100 B
        0.750 is stored in stream
        1.000 is handed to application
        1.200 is left out by application
        application has not: the rest of its batch was left out after a failure.
      `,
    )
  })

  test('KCL.10 a checkpoint before the work: lost by a crash', () => {
    expectLife(
      scene(
        [slowly({ rate: 4 }), node('stream', { shards: 1 }), app({ checkpointWhen: 'before', serviceMs: 2000 })],
        ['producer>stream', 'stream>application'],
        [at(3, 'application', 'crash', { worker: 0 })],
      ),
      3,
      10,
      `
        0.750 is made by producer, 100 B
        0.750 is stored in stream
        1.000 is handed to application
        3.000 is lost by application
        application never will: it had taken it and lost it.
      `,
    )
  })

  test('KIN6.01 expired before an application and a function came, and counted in time', () => {
    expectLife(
      scene(
        [
          slowly(),
          node('stream', { shards: 1, retentionHours: 60 / 3600 }),
          app({ startSeconds: 100 }),
          fn({ startSeconds: 100 }),
          node('aggregator'),
        ],
        ['producer>stream', 'stream>application', 'stream>lambda', 'stream>aggregator'],
        [at(1, 'aggregator', 'crash', { worker: 0 })],
      ),
      2,
      110,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in stream
        6.000 is handed to aggregator
        6.006 is worked by aggregator
        6.006 has an effect through aggregator
        62.000 expires in stream
        application never will: it expired unread.
        lambda never will: it expired unread.
        aggregator has worked it.
      `,
    )
  })

  test("LKI.07 given up by a function's mapping", () => {
    expectLife(
      scene(
        [
          slowly(),
          node('stream', { shards: 1 }),
          fn({ poisonRecord: 2, maximumRetryAttempts: 1 }),
          quick({ id: 'given-up' }),
        ],
        ['producer>stream', 'stream>lambda', 'lambda>given-up'],
      ),
      2,
      30,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in stream
        2.000 is handed to lambda
        2.100 fails at lambda
        3.100 is handed to lambda
        3.200 fails at lambda
        3.200 is given up by lambda
        lambda never will: its mapping has given it up.
      `,
    )
  })

  test('counted by a counter that reads a stream', () => {
    expectLife(
      scene(
        [slowly(), node('stream', { shards: 1 }), node('aggregator', { serviceMs: 100 })],
        ['producer>stream', 'stream>aggregator'],
      ),
      2,
      10,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in stream
        2.100 is handed to aggregator
        2.200 is worked by aggregator
        2.200 has an effect through aggregator
        aggregator has worked it.
      `,
    )
  })

  test('brought to a system downstream by an application and a function', () => {
    expectLife(
      scene(
        [
          slowly(),
          node('stream', { shards: 1 }),
          app({ onFailure: 'retry' }),
          fn(),
          node('downstream', { serviceMs: 200 }),
        ],
        ['producer>stream', 'stream>application', 'application>downstream', 'stream>lambda', 'lambda>downstream'],
      ),
      2,
      6,
      `
        2.000 is made by producer, 100 B
        2.000 is stored in stream
        2.000 is handed to application
        2.000 is handed to lambda
        2.100 is brought to downstream
        2.100 is brought to downstream
        2.118 is done by downstream
        2.118 is worked by application
        2.118 has an effect through application
        2.287 is done by downstream
        2.287 is worked by lambda
        2.287 has an effect through lambda
        application has worked it.
        lambda has worked it.
      `,
    )
  })
})
