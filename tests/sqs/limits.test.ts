import { describe, it } from 'vitest'
import { expectQueue } from './queueBench.ts'

describe('SQS.03: message size', () => {
  it('takes 1 MiB, refuses one byte more', () => {
    expectQueue(
      {},
      `
      0  send 1 1048577   0 sent
      0  send 1 1048576   1 sent
      0  look             1 visible, 0 in flight
      `,
    )
  })
})

describe('SQS.04: at most ten messages in one receive', () => {
  it('however many are asked for', () => {
    expectQueue(
      {},
      `
      0  send 25        25 sent
      0  receive A      1
      0  receive A 100  2 3 4 5 6 7 8 9 10 11
      0  receive A 3    12 13 14
      0  look           11 visible, 14 in flight
      `,
    )
  })
})

describe('SQS.08: messages in flight', () => {
  it('gives up to the limit, then says so, until one is deleted or returns', () => {
    expectQueue(
      { inFlightLimit: 5 },
      `
      0   send 9         9 sent
      0   receive A 3    1 2 3
      0   receive A 10   4 5
      0   receive B      over limit
      1   delete A 4     deleted
      1   receive B 9    6
      1   receive B      over limit
      30  receive B 9    1 2 3 5
      30  look           3 visible, 5 in flight
      `,
    )
  })
})

describe('SQS.09: retention', () => {
  it('a message that waits is gone so long after it was sent, to the microsecond', () => {
    expectQueue(
      { retentionMicros: 60_000_000 },
      `
      0          send 2   2 sent
      5          send 1   1 sent
      59.999999  look     3 visible, 0 in flight
      60         look     1 visible, 0 in flight
      65         look     0 visible, 0 in flight
      65         counts   0 deleted, 0 returned, 3 expired
      `,
    )
  })

  it('counts from the sending, also for a message that was received and came back', () => {
    expectQueue(
      { retentionMicros: 60_000_000 },
      `
      0          send 1      1 sent
      20         receive A   1
      50         look        1 visible, 0 in flight
      59.999999  look        1 visible, 0 in flight
      60         look        0 visible, 0 in flight
      60         delete A 1  no effect
      60         counts      0 deleted, 1 returned, 1 expired
      `,
    )
  })

  it('a message in flight at its end does not come back', () => {
    expectQueue(
      { retentionMicros: 60_000_000 },
      `
      0   send 1      1 sent
      45  receive A   1
      75  look        0 visible, 0 in flight
      75  counts      0 deleted, 0 returned, 1 expired
      `,
    )
  })

  it('made shorter during the run it ends waiting messages at once; time does not run back', () => {
    expectQueue(
      {},
      `
      0    send 3                         3 sent
      0    receive A                      1
      50   receive B                      1
      90   look                           3 visible, 0 in flight
      95   send 1                         1 sent
      100  set retentionMicros 60000000   set
      100.000001  look                    1 visible, 0 in flight
      100.000001  counts                  0 deleted, 2 returned, 3 expired
      155  look                           0 visible, 0 in flight
      `,
    )
  })
})

describe('SQS.18: purge', () => {
  it('takes everything, received messages included; their handles are void', () => {
    expectQueue(
      {},
      `
      0    send 5      5 sent
      0    receive A   1
      1    receive B   2
      31   look        5 visible, 0 in flight
      31   receive A   1
      32   purge       purged
      32   look        0 visible, 0 in flight
      33   delete A 1  no effect
      99   look        0 visible, 0 in flight
      99   send 1      1 sent
      99   receive A   6
      `,
    )
  })
})
