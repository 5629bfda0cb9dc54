import { describe, it } from 'vitest'
import { expectQueue } from './queueBench.ts'

describe('SQS.05: visibility timeout', () => {
  it('hides a received message from all, until the timeout ends to the microsecond', () => {
    expectQueue(
      {},
      `
      0          send 1      1 sent
      2          receive A   1
      2          receive A   nothing
      31.999999  receive B   nothing
      32         receive B   1
      32         counts      0 deleted, 1 returned, 0 expired
      `,
    )
  })

  it('0 s hides nothing', () => {
    expectQueue(
      { visibilityTimeoutMicros: 0 },
      `
      0          send 1      1 sent
      1          receive A   1
      1          look        1 visible, 0 in flight
      1.000001   receive B   1
      1.000001   delete A 1  no effect
      1.000001   delete B 1  deleted
      `,
    )
  })

  it('counts from each receive, and turning it changes later receives only (as W29: hidden at 15 s for 10 s, back at 25 s)', () => {
    expectQueue(
      { visibilityTimeoutMicros: 60_000_000 },
      `
      0     send 2                                 2 sent
      0     receive A                              1
      15    set visibilityTimeoutMicros 10000000   set
      15    receive A                              2
      24.9  receive B                              nothing
      25    receive B                              2
      59.9  receive C                              2
      60    receive C                              1
      `,
    )
  })
})

describe('SQS.07: receipt handles', () => {
  it('deleting twice is no error and has no effect', () => {
    expectQueue(
      {},
      `
      0  send 1       1 sent
      0  receive A    1
      0  delete A 1   deleted
      0  delete A 1   no effect
      0  look         0 visible, 0 in flight
      `,
    )
  })

  it('the handle of an earlier receive does nothing, the newest one deletes', () => {
    expectQueue(
      {},
      `
      0   send 1       1 sent
      0   receive A    1
      30  receive B    1
      31  delete A 1   no effect
      31  look         0 visible, 1 in flight
      31  delete B 1   deleted
      99  look         0 visible, 0 in flight
      `,
    )
  })

  it('the newest handle deletes even after its timeout', () => {
    expectQueue(
      {},
      `
      0   send 1       1 sent
      0   receive A    1
      45  look         1 visible, 0 in flight
      45  delete A 1   deleted
      45  look         0 visible, 0 in flight
      45  receive B    nothing
      `,
    )
  })

  it('one worker that receives again must use its second handle', () => {
    expectQueue(
      {},
      `
      0   send 1         1 sent
      0   receive A      1
      30  receive A      1
      31  delete A 1 1   no effect
      31  delete A 1 2   deleted
      `,
    )
  })

  it('a handle stays void when its place in memory holds another message', () => {
    expectQueue(
      {},
      `
      0  send 2       2 sent
      0  receive A    1
      0  delete A 1   deleted
      1  receive B    2
      1  delete A 1   no effect
      1  look         0 visible, 1 in flight
      `,
    )
  })
})

describe('SQS.17: after delete a message is gone for good', () => {
  it('does not come back when its timeout would have ended', () => {
    expectQueue(
      {},
      `
      0    send 1       1 sent
      0    receive A    1
      1    delete A 1   deleted
      30   receive B    nothing
      999  counts       1 deleted, 0 returned, 0 expired
      `,
    )
  })
})

describe('SQS.13: to the back of the queue', () => {
  it('a message received three times waits behind all others and leaves the age of the oldest', () => {
    expectQueue(
      { visibilityTimeoutMicros: 10_000_000 },
      `
      0    send 3      3 sent
      0    receive A   1
      10   receive A   1
      15   oldest      15 s
      20   receive A   1
      20   oldest      20 s
      25   send 1      1 sent
      30   receive B   2
      30   receive B   3
      30   receive B   4
      30   oldest      30 s
      30   receive B   1
      31   delete B 2  deleted
      31   delete B 3  deleted
      31   oldest      6 s
      31   delete B 4  deleted
      31   oldest      0 s
      31   look        0 visible, 1 in flight
      `,
    )
  })

  it('a message returned once or twice comes before those never received', () => {
    expectQueue(
      { visibilityTimeoutMicros: 10_000_000 },
      `
      0    send 2      2 sent
      0    receive A   1
      10   receive A   1
      20   receive A   1
      `,
    )
  })
})
