import { describe, expect, test } from 'vitest'
import type { FifoQueue } from '../../src/engine/sqs/fifoQueue.ts'
import { expectFifo, FifoWorld } from './fifoBench.ts'

function sendOne(world: FifoWorld, queue: FifoQueue, group: string): void {
  const { reference, key } = world.record(group)
  queue.send({ reference, group: key, deduplication: reference, delayMicros: -1 }, world.box.now)
}

describe('FIFO.17: in flight', () => {
  test('FIFO.17 at the limit there is no error, just no message; a delete makes room for one', () => {
    expectFifo(
      { turnable: { inFlightLimit: 3 } },
      `
      0   send A1 A2 B1 B2 C1  A1 A2 B1 B2 C1
      0   receive c 2          A1 A2
      0   receive d 10         B1
      0   receive e 10         nothing
      1   delete c A1          done
      1   receive e 10         C1
      30  receive e 10         A2x2 B1x2
      61  receive e 10         A2x3 B1x3 B2
      `,
    )
  })

  test('FIFO.17 120,000 of AWS, of at least 12,000 groups: ten of each', () => {
    const world = new FifoWorld()
    const queue = world.queue()
    const out = new Int32Array(10)
    for (let i = 0; i < 120_001; i++) sendOne(world, queue, `group ${Math.floor(i / 10)}`)
    let received = 0
    for (let i = 0; i < 12_000; i++) received += queue.receive(10, out, 0)
    expect(received).toBe(120_000)
    expect([queue.receive(10, out, 0), queue.isOverLimit, queue.visible]).toEqual([0, true, 1])
    queue.delete(out[0]!, queue.messageOf(out[0]!), queue.receivesOf(out[0]!), 0)
    expect(queue.receive(10, out, 0)).toBe(1)
  })
})

describe('FIFO.18: the scan horizon', () => {
  test('FIFO.18 a backlog of one locked group as long as the horizon hides all others', () => {
    expectFifo(
      { scanLimit: 4 },
      `
      0   send A1 A2 A3 A4 B1  A1 A2 A3 A4 B1
      0   receive c 1          A1
      0   receive d 10         nothing
      1   delete c A1          done
      1   receive d 2          A2 A3
      1   receive e 10         B1
      1   send C1              C1
      2   receive e 10         nothing
      3   delete e B1          done
      3   receive e 10         C1
      `,
    )
  })

  test('FIFO.18 120,000 of AWS: one message more of the locked group hides the next group', () => {
    for (const [backlog, received] of [
      [119_999, 1],
      [120_000, 0],
    ] as const) {
      const world = new FifoWorld()
      const queue = world.queue()
      const out = new Int32Array(10)
      for (let i = 0; i < backlog; i++) sendOne(world, queue, 'A')
      sendOne(world, queue, 'B')
      expect(queue.receive(1, out, 0)).toBe(1)
      expect(queue.receive(10, out, 0)).toBe(received)
    }
  })
})

describe('FIFO.19: delay', () => {
  test('FIFO.19 of the queue alone', () => {
    expectFifo(
      { turnable: { delayMicros: 10_000_000 } },
      `
      0         send A1 A2    A1 A2
      3         send A3       A3
      9.999999  receive c 10  nothing
      9.999999  look          0 visible, 0 in flight, 3 delayed
      10        receive c 10  A1 A2
      13        look          1 visible, 2 in flight
      `,
    )
  })

  test('FIFO.19 retroactive: another delay holds for the messages that are there', () => {
    expectFifo(
      {},
      `
      0   send A1 B1                A1 B1
      1   set delayMicros 20000000  set
      1   look                      0 visible, 0 in flight, 2 delayed
      5   send A2                   A2
      19  receive c 10              nothing
      20  receive c 10              A1 B1
      21  set delayMicros 2000000   set
      21  delete c A1               done
      21  receive c 10              A2
      21  set delayMicros 90000000  set
      51  receive c 10              B1x2 A2x2
      `,
    )
  })
})

describe('FIFO.20: delete after the timeout', () => {
  test('FIFO.20 fails, and the message comes back; inside an extended timeout it works', () => {
    expectFifo(
      {},
      `
      0          send A1 B1    A1 B1
      0          receive c 10  A1 B1
      20         hide c B1 60  done
      30         delete c A1   expired
      30         hide c A1 60  expired
      79.999999  delete c B1   done
      79.999999  delete c B1   no effect
      80         receive d 10  A1x2
      80         delete c A1   expired
      `,
    )
  })

  test('FIFO.20 a handle of an earlier receive is expired too', () => {
    expectFifo(
      {},
      `
      0   send A1            A1
      0   receive c          A1
      30  receive c          A1x2
      31  delete c A1 nth=1  expired
      31  delete c A1 nth=2  done
      `,
    )
  })

  test('SQS.05 a message stays hidden for 12 h from its receive at the most', () => {
    expectFifo(
      {},
      `
      0      send A1          A1
      0      receive c        A1
      10     hide c A1 43190  done
      10     hide c A1 43191  too long
      43199  delete c A1      done
      `,
    )
  })
})

describe('FIFO.21: dead-letter queue', () => {
  test('FIFO.21 moving the poison message unlocks its group, with a gap in its order', () => {
    expectFifo(
      { turnable: { maxReceiveCount: 2 } },
      `
      0   send A1 A2 B1                    A1 A2 B1
      0   receive c 1                      A1
      30  receive c 1                      A1x2
      60  receive c 10                     A2 B1
      60  receive d 10 from=dead           A1x3
      `,
      {},
    )
  })

  test('FIFO.21 within one receive whatever is behind it in the group is delivered', () => {
    expectFifo(
      { turnable: { maxReceiveCount: 1 } },
      `
      0   send A1 A2       A1 A2
      0   receive c 2 for=5  A1 A2
      5   send A3          A3
      5   receive c 10     A3
      5   receive d 10 from=dead  A1x2 A2x2
      `,
      {},
    )
  })

  test('W31 one day in the source, four days in the dead-letter queue: gone after four more days, since the time begins anew', () => {
    const day = 86_400
    expectFifo(
      { turnable: { maxReceiveCount: 1, retentionMicros: 4 * day * 1e6 } },
      `
      0                send A1               A1
      ${day - 30}      receive c             A1
      ${day}           receive c             nothing
      ${day}           look from=dead        1 visible, 0 in flight
      ${5 * day - 1}   oldest from=dead      ${4 * day - 1} s
      ${5 * day - 1}   look from=dead        1 visible, 0 in flight
      ${5 * day}       look from=dead        0 visible, 0 in flight
      `,
      {},
    )
  })

  test('FIFO.21 its deduplication id is its message id: two dead letters with one id are both there', () => {
    expectFifo(
      { turnable: { maxReceiveCount: 1, deduplicationScope: 1 } },
      `
      0   send A1 id=x            A1
      0   send B1 id=x            B1
      0   receive c 10            A1 B1
      30  receive c 10            nothing
      31  look from=dead          2 visible, 0 in flight
      31  receive d 10 from=dead  A1x2 B1x2
      `,
      {},
    )
  })
})

describe('FIFO.22: poison without a dead-letter queue', () => {
  test('FIFO.22 blocks its group until its retention ends; other groups go on', () => {
    expectFifo(
      { turnable: { retentionMicros: 60_000_000 } },
      `
      0   send A1        A1
      10  send A2 B1     A2 B1
      10  receive c 1    A1
      40  receive c 1    A1x2
      41  receive d 10   B1
      60  look           1 visible, 2 in flight
      60  receive d 10   nothing
      70  look           0 visible, 1 in flight
      `,
    )
    expectFifo(
      { turnable: { retentionMicros: 60_000_000, visibilityTimeoutMicros: 5_000_000 } },
      `
      0          send A1        A1
      20         send A2        A2
      20         receive c 1    A1
      25         receive c 1    A1x2
      30         look           2 visible, 0 in flight
      59.999999  look           2 visible, 0 in flight
      60         receive c 10   A2
      `,
    )
  })
})
