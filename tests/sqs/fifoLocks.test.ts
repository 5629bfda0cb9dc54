import { describe, test } from 'vitest'
import { expectFifo } from './fifoBench.ts'

describe('FIFO.07: order', () => {
  test('FIFO.07 strict within a group, however the messages of the groups come between each other', () => {
    expectFifo(
      {},
      `
      0  send A1 B1 A2 B2 A3  A1 B1 A2 B2 A3
      0  receive c 10         A1 A2 A3 B1 B2
      `,
    )
  })
})

describe('FIFO.08: the lock of a group', () => {
  test('FIFO.08 one receive may take ten of a group; nothing behind a message in flight is returned to anyone', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 A4 A5  A1 A2 A3 A4 A5
      0   receive c 2          A1 A2
      0   receive d 10         nothing
      0   send A6              A6
      0   receive d 10         nothing
      0   look                 4 visible, 2 in flight
      `,
    )
  })

  test('FIFO.08 of two in flight, the first one made visible again comes back alone while its partner is in flight', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 A3  A1 A2 A3
      0  receive c 2    A1 A2
      1  hide c A1 0    done
      1  receive d 10   A1x2
      1  receive d 10   nothing
      `,
    )
  })

  test('FIFO.08 of two in flight, the second one made visible again is held back by the first', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 A3  A1 A2 A3
      0  receive c 2    A1 A2
      1  hide c A2 0    done
      1  look           2 visible, 1 in flight
      1  receive d 10   nothing
      2  delete c A1    done
      2  receive d 10   A2x2 A3
      `,
    )
  })

  test('FIFO.08 of three in flight with the middle one extended, only those before it come back', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 A4  A1 A2 A3 A4
      0   receive c 3       A1 A2 A3
      10  hide c A2 60      done
      30  look              3 visible, 1 in flight
      30  receive d 10      A1x2
      31  delete d A1       done
      31  receive d 10      nothing
      70  receive d 10      A2x2 A3x2 A4
      `,
    )
  })

  test('W34 of five, the first consumer took two: the second gets none until the first is visible again, then that one', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 A4 A5  A1 A2 A3 A4 A5
      0   receive c 2          A1 A2
      1   receive d 10         nothing
      5   hide c A2 60         done
      30  receive d 10         A1x2
      `,
    )
  })

  test('W34 or until both are deleted', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 A3 A4 A5  A1 A2 A3 A4 A5
      0  receive c 2          A1 A2
      1  delete c A1          done
      1  receive d 10         nothing
      2  delete c A2          done
      2  receive d 10         A3 A4 A5
      `,
    )
  })
})

describe('FIFO.09: how a batch is filled', () => {
  test('W33 seven of group A then three of B: all seven in order, then the three', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 A3 A4 A5 A6 A7  A1 A2 A3 A4 A5 A6 A7
      0  send B1 B2 B3              B1 B2 B3
      0  receive c 10               A1 A2 A3 A4 A5 A6 A7 B1 B2 B3
      `,
    )
  })

  test('FIFO.09 the group with the oldest message to be had is first, and the rest of a batch comes from the others', () => {
    expectFifo(
      {},
      `
      0  send A1 B1 A2 C1 B2 C2  A1 B1 A2 C1 B2 C2
      0  receive c 1             A1
      0  receive d 3             B1 B2 C1
      0  receive e 10            nothing
      1  delete c A1             done
      1  delete d C1             done
      1  receive e 10            A2 C2
      `,
    )
  })

  test('FIFO.09 a message that came back counts by its age', () => {
    expectFifo(
      {},
      `
      0   send B1 A1 A2  B1 A1 A2
      0   receive c 1 for=5  B1
      6   receive d 10  B1x2 A1 A2
      `,
    )
  })
})

describe('FIFO.10: partial deletes', () => {
  test('FIFO.10 while one of the batch is in flight the group stays locked, then the oldest one left is next', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 A4 A5  A1 A2 A3 A4 A5
      0   receive c 3          A1 A2 A3
      5   delete c A1 A2       done done
      5   receive d 10         nothing
      30  receive d 10         A3x2 A4 A5
      `,
    )
  })

  test('FIFO.10 deleted out of order it is the same', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 A4  A1 A2 A3 A4
      0   receive c 3       A1 A2 A3
      5   delete c A3 A2    done done
      5   receive d 10      nothing
      6   delete c A1       done
      6   receive d 10      A4
      `,
    )
  })
})

describe('FIFO.11: expiry of the visibility timeout', () => {
  test('FIFO.11 messages return to their old place with one more receive', () => {
    expectFifo(
      {},
      `
      0          send A1 A2 B1      A1 A2 B1
      0          receive c 1        A1
      29.999999  receive d 10       B1
      30         receive d 10       A1x2 A2
      60         receive e 10       A1x3 A2x2 B1x2
      `,
    )
  })
})

describe('FIFO.24: counts', () => {
  test('FIFO.24 messages that a lock holds back are visible: of six sent, one received from each of two groups', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 A3 B1 B2 B3  A1 A2 A3 B1 B2 B3
      0  receive c 1             A1
      0  receive c 1             B1
      0  look                    4 visible, 2 in flight
      `,
    )
  })
})
