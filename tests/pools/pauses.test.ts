import { describe, expect, test } from 'vitest'
import { downstream } from '../around/testDownstream.ts'
import { expectPool, PoolBench } from './poolBench.ts'

const SECOND = 1_000_000
const ten = { messagesPerCall: 10 }

describe('heartbeats', () => {
  test('SQS.06 work that takes longer than the timeout is done once when the worker hides its messages in time', () => {
    const drawing = (looked: string, effects: string) => `
      0.5  pause 2      done
      1    send 3       3 stored
      1.5  resume 2     done
      60   looked       ${looked}
      60   sideEffectsTotal duplicateEffectsTotal heartbeatsTotal    ${effects}
      `
    const queue = { turnable: { visibilityTimeoutMicros: 2.4 * SECOND } }
    const pool = (heartbeatMicros: number) => ({ workers: 2, turnable: { ...ten, heartbeatMicros } })
    // Without: the third comes back at 3.4 s, and the second worker takes it.
    expectPool({ queue, pool: pool(0) }, drawing('2: 1; 3: 2; 4: 3; 4.4: 3', '4, 1, 0'))
    expectPool({ queue, pool: pool(2 * SECOND) }, drawing('2: 1; 3: 2; 4: 3', '3, 0, 1'))
  })

  test('SQS.06 the new timeout counts from the heartbeat; a worker that dies beats no more', () => {
    expectPool(
      {
        queue: { turnable: { visibilityTimeoutMicros: 3 * SECOND } },
        pool: { workers: 2, turnable: { serviceMicros: 100 * SECOND, heartbeatMicros: 2 * SECOND } },
      },
      `
      1     send 1            stored
      8.5   heartbeatsTotal   3
      8.5   queue             0 visible, 1 in flight
      8.5   crash 1           done
      9.9   queue             0 visible, 1 in flight
      9.9   crash 2           done
      10    queue             1 visible, 0 in flight
      `,
    )
  })

  test('SQS.04 SQS.06 one call hides ten messages', () => {
    expectPool(
      { pool: { turnable: { ...ten, heartbeatMicros: SECOND, serviceMicros: 100 * SECOND } } },
      `
      0.5   pause 1           done
      1     send 10           10 stored
      1     resume 1          done
      5.5   heartbeatsTotal   4
      5.5   set heartbeatMicros 0    done
      30    heartbeatsTotal   4
      `,
    )
  })

  test('SQS.05 SQS.06 not beyond 12 hours: then the message comes back', () => {
    const bench = new PoolBench({ pool: { turnable: { serviceMicros: 1e12, heartbeatMicros: 20 * SECOND } } })
    bench.send(1)
    const [queue] = bench.engine.queues
    // The heartbeat at 43,180 s would hide it until 43,210 s; the one at 43,160 s did until 43,190 s.
    bench.run(43_189.9)
    expect([queue!.visible, queue!.inFlight]).toEqual([0, 1])
    bench.run(43_190)
    expect([queue!.visible, queue!.inFlight]).toEqual([1, 0])
  })
})

describe('what a person does to workers', () => {
  test('SQS.05 a pause longer than the timeout: the message is worked by another, and again when the worker goes on', () => {
    expectPool(
      { queue: { turnable: { visibilityTimeoutMicros: 5 * SECOND } }, pool: { workers: 2 } },
      `
      1     send 1      stored
      1.4   pause 1     done
      6.5   queue       0 visible, 1 in flight
      8     looked      7: 1
      8     resume 1    done
      10    looked      8.6: 1
      10    sideEffectsTotal duplicateEffectsTotal    2, 1
      `,
    )
  })

  test('SQS.12 a worker that stands still does not poll, and asks at once when it goes on', () => {
    expectPool(
      {},
      `
      1     pause 1     done
      2     send 1      stored
      30    queue       1 visible, 0 in flight
      30    resume 1    done
      32    looked      31: 1
      `,
    )
  })

  test('a slow-down holds for work that begins from then on', () => {
    expectPool(
      { pool: { turnable: ten } },
      `
      1     send 3      3 stored
      2.5   set serviceMicros 4000000    done
      30    looked      2: 1; 3: 2; 7: 3
      `,
    )
  })

  test('a worker that is killed while it stands still can be started, and works as any other', () => {
    expectPool(
      { queue: { turnable: { visibilityTimeoutMicros: 5 * SECOND } } },
      `
      1     send 1      stored
      1.4   pause 1     done
      2     crash 1     done
      3     resume 1    done
      7     looked      none
      7     start 1     done
      9     looked      8: 1
      `,
    )
  })

  test('A14 deleted before the work: what a dead worker had not done is lost', () => {
    expectPool(
      { pool: { turnable: { ...ten, deleteWhen: 1 } } },
      `
      1     send 3      3 stored
      2.5   crash 1     done
      2.5   looked      2: 1; 2.5: 2 lost 3 lost
      60    processedTotal sideEffectsTotal lostTotal    1, 1, 2
      `,
    )
  })
})

describe('a pool that calls a system downstream', () => {
  test('for each message after its work, and deletes when the answer has come', () => {
    expectPool(
      { pool: { turnable: ten }, downstream: downstream({ serviceMicros: 500_000 }) },
      `
      1     send 2      2 stored
      2.2   looked      none
      5     looked      2.5: 1; 4: 2
      5     queue       0 visible, 0 in flight
      `,
    )
  })

  test('all at once, its calls wait for each other in a system that takes one at a time', () => {
    expectPool(
      { pool: { worksInParallel: true, turnable: ten }, downstream: downstream({ serviceMicros: 500_000 }) },
      `
      1     send 3      3 stored
      5     looked      2.5: 1; 3: 2; 3.5: 3
      `,
    )
  })

  test('for a batch before its work; when the call fails nothing of the batch is worked', () => {
    expectPool(
      {
        queue: { turnable: { visibilityTimeoutMicros: 5 * SECOND } },
        pool: { turnable: ten },
        downstream: downstream({ serviceMicros: 500_000 }, { isPerBatch: true }),
      },
      `
      1     send 2      2 stored
      4     looked      2.5: 1; 3.5: 2
      4     outage      done
      4     send 2      2 stored
      8     looked      4: 3 failed 4 failed
      8     mended      done
      13    looked      10.5: 3; 11.5: 4
      13    failedTotal processedTotal    2, 4
      `,
    )
  })

  test('SQS.05 an outage: the call under way fails, the message comes back and is worked when the system is there again', () => {
    expectPool(
      {
        queue: { turnable: { visibilityTimeoutMicros: 5 * SECOND } },
        downstream: downstream({ serviceMicros: 500_000 }),
      },
      `
      1     send 1      stored
      2.2   outage      done
      5     looked      2.2: 1 failed
      7     looked      7: 1 failed
      8     mended      done
      13    looked      12.5: 1
      `,
    )
  })

  test('an answer that comes while the worker stands still is taken when it goes on; one for a dead worker means nothing', () => {
    expectPool(
      { pool: { workers: 2 }, downstream: downstream({ serviceMicros: 500_000 }) },
      `
      1     send 1      stored
      2.2   pause 1     done
      4     looked      none
      4     resume 1    done
      5     looked      4: 1
      5     send 1      stored
      6.2   crash 2     done
      6.2   crash 1     done
      20    looked      none
      20    queue       0 visible, 1 in flight
      `,
    )
  })
})
