import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { READ_CALLS_TOTAL, READS_REFUSED_BY_CALLS } from '../../src/engine/kinesis/shardColumn.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'
import { expectFunction, FunctionBench } from './lambdaBench.ts'
import { lambda } from './testLambda.ts'

describe('polling', () => {
  test('LKI.01 a shard is polled once a second; what came is given to the function at once', () => {
    expectFunction(
      {},
      `
      0.5   put 3      3 stored
      0.99  invoked    none
      1     invoked    1: 1-3
      1.2   put 1      stored
      2.5   invoked    2: 4
      `,
    )
  })

  test('LKI.01 while records remain, batches follow back to back', () => {
    expectFunction(
      {},
      `
      0.5   put 250    250 stored
      1     invoked    1: 1-100
      1.35  invoked    1.1: 101-200; 1.2: 201-250
      1.4   put 1      stored
      1.99  invoked    none
      2     invoked    2: 251
      `,
    )
  })

  test('LKI.01 a mapping shares the read limits of the shard: two of them use up its 5 calls/s', () => {
    // Each call returns one record only, so records remain and the calls follow as fast as the function is.
    const limits = { recordsPerCall: 1 }
    const turnable = { batchMicros: 10_000, batchRecords: 1 }
    const bench = new FunctionBench({ lambda: { turnable, limits }, others: [{ turnable, limits }] })
    bench.run(0.5)
    bench.put(900)
    bench.run(10.999)
    const { readCalls, refused } = readsOf(bench)
    expect(readCalls - refused).toBeLessThanOrEqual(5 * 11 + 5)
    expect(refused).toBeGreaterThan(0)
    expect(bench.gauge('processedTotal') + bench.gauge('processedTotal', 1)).toBeGreaterThan(40)
  })
})

function readsOf(bench: FunctionBench) {
  const { c } = bench.engine.streams[0]!.shards[0]!
  return { readCalls: c[READ_CALLS_TOTAL]!, refused: c[READS_REFUSED_BY_CALLS]! }
}

describe('a batch', () => {
  test('LKI.02 holds 100 records by default, and as many as BatchSize says', () => {
    expectFunction(
      {},
      `
      0.5   put 300                     300 stored
      1.05  invoked                     1: 1-100
      1.05  set batchRecords 150        set
      1.15  invoked                     1.1: 101-250
      `,
    )
  })

  test('LKI.02 is given away when its payload reaches 6 MB, keys included', () => {
    // Six records of 1,048,576 B with their key of one byte are 6 bytes too many.
    expectFunction(
      { streams: [stream({ turnable: { writeBytesPerSecond: 1e8, readBytesPerSecond: 1e8 } })] },
      `
      0.5   put 7 a 1048575             7 stored
      1.35  invoked                     1: 1-6; 1.1: 7
      `,
    )
    expectFunction(
      {
        streams: [
          stream({ turnable: { writeBytesPerSecond: 1e8, readBytesPerSecond: 1e8, recordBytesLimit: 2_000_000 } }),
        ],
      },
      `
      0.5   put 7 a 1048576             7 stored
      1.35  invoked                     1: 1-5; 1.1: 6-7
      `,
    )
  })

  test('LKI.02 waits for its window when it is not full', () => {
    expectFunction(
      { lambda: { turnable: { windowMicros: 5_000_000, batchRecords: 10 } } },
      `
      0.5   put 3      3 stored
      1.5   put 3      3 stored
      4.9   invoked    none
      5     invoked    5: 1-6
      `,
    )
  })

  test('W40 a window of 40 s from 7 s on: 5 records go at 47 s, 10 records (BatchSize 10) as soon as they are there', () => {
    const mapping = { startAtMicros: 7_000_000, turnable: { windowMicros: 40_000_000, batchRecords: 10 } }
    expectFunction(
      { lambda: mapping },
      `
      12.5    put 5      5 stored
      46.999  invoked    none
      47      invoked    47: 1-5
      `,
    )
    expectFunction(
      { lambda: mapping },
      `
      12.5    put 5      5 stored
      20.5    put 5      5 stored
      47      invoked    21: 1-10
      `,
    )
  })

  test('LKI.03 the next window begins when the invocation before has finished', () => {
    // The first invocation runs from 5 to 8 s, so the second window is 8 to 13 s.
    expectFunction(
      { lambda: { turnable: { windowMicros: 5_000_000, batchMicros: 3_000_000 } } },
      `
      0.5    put 1      stored
      6.5    put 1      stored
      12.99  invoked    5: 1
      13     invoked    13: 2
      `,
    )
  })

  test('LKI.03 a window that ends without a record is followed by the next at once (ours)', () => {
    expectFunction(
      { lambda: { turnable: { windowMicros: 5_000_000 } } },
      `
      11.5   put 1      stored
      14.9   invoked    none
      15     invoked    15: 1
      `,
    )
  })
})

describe('lanes', () => {
  test('LKI.04 a shard has one batch at a time, or as many as its ParallelizationFactor', () => {
    const turnable = { batchMicros: 10_000_000, batchRecords: 1 }
    expectFunction(
      { lambda: { turnable } },
      `
      0.5    put 8 *      8 stored
      5      concurrent   1
      10.99  invoked      1: 1
      11     invoked      11: 2
      `,
    )
    // Of the keys a to h, by MD5 modulo 4: two or more lanes get one.
    const bench = expectFunction(
      { lambda: { parallelizationFactor: 4, turnable } },
      `
      0.5    put 8 *      8 stored
      `,
    )
    bench.run(5)
    expect(bench.gauge('concurrent')).toBe(lanesOf(bench).size)
    expect(lanesOf(bench).size).toBeGreaterThan(2)
  })

  test('W39 100 shards with factor 2: 200 invocations at once, never more', () => {
    const engine = createEngine(
      plan({
        durationMicros: 20e6,
        binMicros: 20e6,
        producers: [
          producer({ keys: { kind: 'even', count: 5000, prefix: 'user-' }, turnable: { ratePerSecond: 20_000 } }),
        ],
        streams: [stream({ shards: 100, shardsAtMost: 100 })],
        nodes: [lambda({ tracks: 100, parallelizationFactor: 2, turnable: { batchMicros: 5_000_000 } })],
      }),
      1,
    )
    const out = new Float64Array(engine.gaugeCount)
    let most = 0
    for (let seconds = 1; seconds <= 20; seconds += 0.5) {
      engine.run(seconds * 1e6, Number.POSITIVE_INFINITY)
      engine.nodes[0]!.writeGauges(engine.now, out, 0)
      most = Math.max(most, out[1]!)
    }
    expect(most).toBe(200)
  })

  test('LKI.05 the records of a key keep their order, whatever the factor', () => {
    const bench = new FunctionBench({
      lambda: { parallelizationFactor: 10, turnable: { batchRecords: 3, serviceMicros: 10_000 } },
    })
    const seen: number[][] = []
    const { fn } = bench.node
    const endOf = fn.endOf.bind(fn)
    fn.endOf = (work, cold, now) => {
      seen.push([...fn.batch.references.subarray(0, fn.batch.count)])
      return endOf(work, cold, now)
    }
    bench.run(0.5)
    bench.put(200, '*')
    bench.run(60)
    expect(bench.gauge('processedTotal')).toBe(200)
    const { records } = bench.engine.world
    for (let key = 0; key < 8; key++) {
      const own = seen.flat().filter((reference) => records.keyOf(reference) === key)
      expect(own).toEqual([...own].sort((a, b) => a - b))
      expect(own).toHaveLength(25)
    }
    // Each batch is of one lane.
    for (const batch of seen) {
      const lanes = new Set(batch.map((reference) => laneOf(bench, records.keyOf(reference))))
      expect(lanes.size).toBe(1)
    }
  })
})

function laneOf({ engine, node }: FunctionBench, key: number): number {
  return Number(engine.world.keys.hashKeyOf(key) % BigInt(node.plan.parallelizationFactor))
}

function lanesOf(bench: FunctionBench): Set<number> {
  return new Set(Array.from({ length: 8 }, (_, key) => laneOf(bench, key)))
}
