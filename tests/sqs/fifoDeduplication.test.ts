import { describe, test } from 'vitest'
import { expectFifo } from './fifoBench.ts'

describe('FIFO.12: deduplication ids', () => {
  test('FIFO.12 a repetition within five minutes is taken and not delivered; it answers with the original', () => {
    expectFifo(
      {},
      `
      0           send A1 id=x   A1
      1           send A2 id=x   A2 is A1
      299.999999  send B1 id=x   B1 is A1
      299.999999  send A3 id=y   A3
      299.999999  receive c 10   A1 A3
      `,
    )
  })

  test('FIFO.12 it is remembered after the message was deleted', () => {
    expectFifo(
      {},
      `
      0   send A1 id=x  A1
      1   receive c     A1
      2   delete c A1   done
      10  send A2 id=x  A2 is A1
      10  receive c     nothing
      `,
    )
  })

  test('FIFO.12 in the scope of the group, the same id in another group is another message', () => {
    expectFifo(
      { turnable: { deduplicationScope: 1 } },
      `
      0  send A1 id=x  A1
      1  send B1 id=x  B1
      2  send A2 id=x  A2 is A1
      2  send B2 id=x  B2 is B1
      2  receive c 10  A1 B1
      `,
    )
  })

  test('FIFO.12 a change of scope holds for what is remembered already', () => {
    expectFifo(
      { turnable: { deduplicationScope: 1 } },
      `
      0  send A1 id=x              A1
      0  set deduplicationScope 0  set
      1  send B1 id=x              B1 is A1
      1  set deduplicationScope 1  set
      1  send B2 id=x              B2
      `,
    )
  })
})

describe('FIFO.14: after the five minutes', () => {
  test('FIFO.14 a retry is a new message; a repetition in between does not prolong the time', () => {
    expectFifo(
      {},
      `
      0    send A1 id=x  A1
      299  send A2 id=x  A2 is A1
      300  send A3 id=x  A3
      599  send A4 id=x  A4 is A3
      600  send A5 id=x  A5
      600  look          3 visible, 0 in flight
      `,
    )
  })
})

describe('FIFO.15: what exactly-once processing means', () => {
  test('FIFO.15 a consumer that finishes and does not delete in time works the message a second time', () => {
    expectFifo(
      {},
      `
      0   send A1      A1
      0   receive c    A1
      30  receive d    A1x2
      30  delete c A1  expired
      31  delete d A1  done
      `,
    )
  })
})

describe('FIFO.16: receive attempts', () => {
  test('FIFO.16 the same attempt returns the same messages by the same handles, and their timeout begins anew', () => {
    expectFifo(
      {},
      `
      0   send A1 A2 A3 B1           A1 A2 A3 B1
      0   receive c 2 attempt=one    A1 A2
      20  receive c 2 attempt=one    A1 A2
      30  receive d 10 attempt=two   B1
      31  delete c A1 nth=1          done
      49  receive d 10               nothing
      50  receive d 10               A2x2 A3
      `,
    )
  })

  test('FIFO.16 not when one of them was deleted, or its visibility changed: that is a new receive', () => {
    expectFifo(
      {},
      `
      0  send A1 A2 B1             A1 A2 B1
      0  receive c 2 attempt=one   A1 A2
      1  delete c A1               done
      1  receive c 2 attempt=one   B1
      2  receive c 2 attempt=one   B1
      3  hide c B1 20              done
      3  receive c 2 attempt=one   nothing
      `,
    )
  })

  test('FIFO.16 not after the timeout either, nor after five minutes', () => {
    expectFifo(
      {},
      `
      0    send A1 B1                        A1 B1
      0    receive c 1 attempt=one           A1
      30   receive c 2 attempt=one           A1x2 B1
      40   receive d 2 for=600 attempt=two   nothing
      60   receive d 2 for=600 attempt=two   A1x3 B1x2
      359  receive d 2 for=600 attempt=two   A1x3 B1x2
      360  receive d 2 for=600 attempt=two   nothing
      `,
    )
  })
})

describe('FIFO.23: purge', () => {
  test('FIFO.23 takes everything, in flight too, and what deduplication remembered', () => {
    expectFifo(
      {},
      `
      0   send A1 id=x           A1
      0   send A2 B1             A2 B1
      0   receive c attempt=one  A1
      1   purge                  purged
      1   look                   0 visible, 0 in flight
      1   receive c attempt=one  nothing
      2   delete c A1            no effect
      2   hide c A1 10           gone
      2   send A3 id=x           A3
      2   receive d 10           A3
      40  look                   1 visible, 0 in flight
      `,
    )
  })
})
