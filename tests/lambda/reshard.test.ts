import { expect, test } from 'vitest'
import { ReshardAnswer } from '../../src/engine/kinesis/resharding.ts'
import { stream } from '../engine/testPlan.ts'
import { FunctionBench } from './lambdaBench.ts'

test('LKI.12 KIN4.05 a parent is done to its end before its children are read, from their first record on', () => {
  const bench = new FunctionBench({
    streams: [stream({ shardsAtMost: 4 })],
    lambda: { startPosition: -2, turnable: { batchRecords: 3, poisonRecord: 2, attemptsMax: 5 } },
  })
  bench.run(0.5)
  bench.put(4, '*')
  const shards = bench.engine.streams[0]!
  const middle = 2n ** 127n
  expect(shards.splitShard(0, middle, bench.engine.now)).toBe(ReshardAnswer.started)
  bench.run(40)
  expect(shards.shards.length).toBe(3)
  bench.put(8, '*')
  bench.run(60)
  expect(bench.gauge('processedTotal')).toBe(1 + 8)
  expect(bench.gauge('backlog')).toBe(0)
  expect(bench.gauge('scale')).toBe(2)
})

test('LKI.13 at the end of a shard its tumbling window ends', () => {
  const bench = new FunctionBench({
    streams: [stream({ shardsAtMost: 4 })],
    lambda: { turnable: { tumblingMicros: 900_000_000 } },
  })
  bench.run(0.5)
  bench.put(4, '*')
  bench.engine.streams[0]!.splitShard(0, 2n ** 127n, bench.engine.now)
  bench.run(40)
  expect([bench.gauge('windowsTotal'), bench.gauge('windowRecordsTotal')]).toEqual([1, 4])
})
