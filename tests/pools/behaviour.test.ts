import { describe, expect, test } from 'vitest'
import { expectPool } from './poolBench.ts'

const SECOND = 1_000_000
const ten = { messagesPerCall: 10 }

describe('what a worker does with a batch', () => {
  test('one after another: a message a second, each deleted when its work is done', () => {
    expectPool(
      { pool: { turnable: ten } },
      `
      1    send 3     3 stored
      2.5  looked     2: 1
      2.5  queue      0 visible, 2 in flight
      5    looked     3: 2; 4: 3
      5    queue      0 visible, 0 in flight
      `,
    )
  })

  test('all at once: the batch takes as long as its slowest, and only then the worker receives again', () => {
    expectPool(
      { pool: { worksInParallel: true, turnable: ten } },
      `
      0.5  pause 1    done
      1    send 12    12 stored
      1    resume 1   done
      1.5  queue      2 visible, 10 in flight
      2    looked     2: 1 2 3 4 5 6 7 8 9 10
      2    queue      0 visible, 2 in flight
      3    looked     3: 11 12
      `,
    )
    const bench = expectPool(
      { pool: { worksInParallel: true, turnable: { ...ten, serviceSpread: 1, callLatencyMicros: 20_000 } } },
      `
      0.5  pause 1    done
      1    send 10    10 stored
      1    resume 1   done
      `,
    )
    bench.run(30)
    // Whoever is done first is deleted first: 20 ms after its work.
    expect(bench.gauge('processedTotal')).toBe(10)
    expect(bench.gauge('processedAgainTotal')).toBe(0)
  })

  test('SQS.05 W56 in turn, the last of a batch wait for their turn while their timeout runs; all at once they do not', () => {
    const hidden = { turnable: { visibilityTimeoutMicros: 4.5 * SECOND } }
    const drawing = (seen: string, effects: string) => `
      0.5  pause 1      done
      0.5  pause 2      done
      1    send 6       6 stored
      1    resume 1     done
      5.6  resume 2     done
      60   looked       ${seen}
      60   sideEffectsTotal duplicateEffectsTotal    ${effects}
      `
    expectPool(
      { queue: hidden, pool: { workers: 2, turnable: ten } },
      drawing('2: 1; 3: 2; 4: 3; 5: 4; 6: 5; 6.6: 5; 7: 6; 7.6: 6', '8, 2'),
    )
    expectPool(
      { queue: hidden, pool: { workers: 2, worksInParallel: true, turnable: ten } },
      drawing('2: 1 2 3 4 5 6', '6, 0'),
    )
  })
})

describe('work that fails', () => {
  test('a poison message comes back for ever, and costs work each time; the others go on', () => {
    expectPool(
      { queue: { turnable: { visibilityTimeoutMicros: 5 * SECOND } }, pool: { turnable: { poisonRecord: 2 } } },
      `
      1     send 3     3 stored
      20    looked     2: 1; 3: 2 failed; 4: 3; 8: 2 failed; 13: 2 failed; 18: 2 failed
      20    queue      0 visible, 1 in flight
      20    failedTotal processedTotal lostTotal    4, 2, 0
      `,
    )
  })

  test('a poison key: every message with it fails, and no other', () => {
    expectPool(
      { pool: { poisonKey: 'b' } },
      `
      1     send 1 a   stored
      1     send 2 b   2 stored
      1     send 1 a   stored
      6     looked     2: 1; 3: 2 failed; 4: 3 failed; 5: 4
      `,
    )
  })

  test('deleted before the work, what fails is lost', () => {
    expectPool(
      { pool: { turnable: { ...ten, deleteWhen: 1, poisonRecord: 2 } } },
      `
      1     send 3     3 stored
      60    looked     2: 1; 3: 2 failed 2 lost; 4: 3
      60    queue      0 visible, 0 in flight
      60    sideEffectsTotal lostTotal    2, 1
      `,
    )
  })
})

describe('repeats show as wrong totals, unless the work is idempotent', () => {
  const hidden = { turnable: { visibilityTimeoutMicros: 1.5 * SECOND } }
  const drawing = (effects: string) => `
      1     send 4     4 stored
      4.1   crash 1    done
      4.9   start 1    done
      60    processedTotal processedAgainTotal    5, 1
      60    sideEffectsTotal duplicateEffectsTotal lostTotal    ${effects}
      `

  test('SQS.05 a crash after the work and before the delete: the message is worked again', () => {
    // A delete takes 0.3 s: the worker dies during that of the third message.
    const turnable = { callLatencyMicros: 300_000 }
    expectPool({ queue: hidden, pool: { turnable } }, drawing('5, 1, 0'))
    expectPool({ queue: hidden, pool: { turnable: { ...turnable, isIdempotent: 1 } } }, drawing('4, 0, 0'))
  })

  test('SQS.05 work that takes longer than the timeout is done twice, which is known although the message is gone by then', () => {
    expectPool(
      { queue: hidden, pool: { workers: 2, turnable: { serviceMicros: 2 * SECOND } } },
      `
      1     send 1     stored
      2.4   set serviceMicros 100000    done
      5     looked     2.6: 1; 3: 1
      60    processedTotal processedAgainTotal sideEffectsTotal    2, 1, 2
      `,
    )
  })
})
