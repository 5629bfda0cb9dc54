import { describe, expect, test } from 'vitest'
import { checkOrder, createEngine } from '../../src/engine/index.ts'
import { downstream } from '../around/testDownstream.ts'
import { plan, pool, producer } from '../engine/testPlan.ts'
import { fifoNode } from '../sqs/fifoNode.ts'
import { expectPool } from './poolBench.ts'

const SECOND = 1_000_000
const ten = { messagesPerCall: 10 }
const hidden = (seconds: number) => ({ turnable: { visibilityTimeoutMicros: seconds * SECOND } })

describe('a pool on a FIFO queue', () => {
  test('FIFO.22 a poison message holds its group; the other groups go on', () => {
    expectPool(
      { fifo: hidden(5), pool: { turnable: { ...ten, poisonRecord: 2 } } },
      `
      0.5   pause 1     done
      1     send 3 a    3 stored
      1     send 2 b    2 stored
      1     resume 1    done
      15    looked      2: 1; 3: 2 failed; 4: 4; 5: 5; 7: 2 failed; 12: 2 failed
      15    queue       0 visible, 2 in flight
      `,
    )
  })

  test('FIFO.08 heartbeats keep the group locked for as long as the work takes', () => {
    const drawing = (looked: string) => `
      1     send 2 a    2 stored
      30    looked      ${looked}
      `
    const slow = { workers: 2, turnable: { serviceMicros: 4 * SECOND, heartbeatMicros: 2 * SECOND } }
    expectPool({ fifo: hidden(3), pool: slow }, drawing('5: 1; 9: 2'))
    // Without them both workers take the first in turn, and nobody's delete comes in time (FIFO.20).
    const endless = { ...slow, turnable: { ...slow.turnable, heartbeatMicros: 0 } }
    expectPool(
      { fifo: hidden(3), pool: endless },
      drawing('5: 1; 8: 1; 11: 1; 14: 1; 17: 1; 20: 1; 23: 1; 26: 1; 29: 1'),
    )
  })

  test('FIFO.02 X-F1 a heartbeat beyond the quota is left out', () => {
    const bench = expectPool(
      {
        fifo: { turnable: { callsPerSecond: 1 } },
        pool: { workers: 2, turnable: { serviceMicros: 9 * SECOND, heartbeatMicros: SECOND } },
      },
      `
      1     send 1 a    stored
      1     send 1 b    stored
      `,
    )
    bench.run(6)
    expect(bench.gauge('heartbeatsTotal')).toBeLessThan(8)
    expect(bench.gauge('heartbeatsTotal')).toBeGreaterThanOrEqual(4)
  })

  test('FIFO.20 FIFO.15 a pause longer than the timeout: the work is done twice and the late delete fails', () => {
    expectPool(
      { fifo: hidden(5), pool: { workers: 2 } },
      `
      1     send 2 a    2 stored
      1.4   pause 1     done
      9     resume 1    done
      20    looked      7: 1; 8: 2; 9.6: 1
      20    sideEffectsTotal duplicateEffectsTotal    3, 1
      `,
    )
  })

  test('FIFO.22 FIFO.08 an outage downstream: the group waits for the message whose call failed', () => {
    expectPool(
      { fifo: hidden(5), pool: { turnable: ten }, downstream: downstream({ serviceMicros: 500_000 }) },
      `
      0.5   pause 1     done
      1     send 2 a    2 stored
      1     resume 1    done
      2.2   outage      done
      4     mended      done
      12    looked      2.2: 1 failed; 7.5: 1; 9: 2
      `,
    )
  })

  const ordered = (worksInParallel: boolean) => {
    const of = plan({
      producers: [producer({ keys: { kind: 'even', count: 3 }, turnable: { ratePerSecond: 20 } })],
      links: [{ producer: 0, toStream: -1, toQueue: -1, toNode: 0 }],
      nodes: [fifoNode(hidden(20))],
      pools: [pool({ workers: 2, worksInParallel, turnable: { ...ten, serviceMicros: 50_000, serviceSpread: 1 } })],
    })
    const { inversions } = checkOrder(createEngine(of, 1), 30e6, -1, 10_000, 10_000)
    return [...new Set(inversions.map(({ cause }) => cause))]
  }

  test('FIFO.07 in turn, every group is worked in its order; all at once, the queue keeps it and the worker does not', () => {
    expect(ordered(false)).toEqual([])
    expect(ordered(true)).toEqual(['parallelConsumers'])
  })
})
