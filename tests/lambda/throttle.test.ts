import { expect, test } from 'vitest'
import { queue } from '../engine/testPlan.ts'
import { FunctionBench } from './lambdaBench.ts'

const THROTTLED = 'throttledTotal'

test('LKI.07 a function that may not run for a while: its batch waits, and throttles do not count as attempts', () => {
  const bench = new FunctionBench({ lambda: { turnable: { attemptsMax: 2 } } })
  bench.run(0.5)
  bench.node.act('pause', 0, bench.engine.now)
  bench.put(3)
  bench.run(10)
  expect(bench.looked()).toBe('none')
  expect(bench.gauge(THROTTLED)).toBe(10)
  bench.node.act('resume', 0, bench.engine.now)
  bench.run(12)
  expect(bench.looked()).toBe('11: 1-3')
  expect([bench.gauge('processedTotal'), bench.gauge('discardedTotal')]).toEqual([3, 0])
})

test('LSQ.12 on a queue every throttled batch has been received: messages come nearer to the dead-letter queue without work', () => {
  const bench = new FunctionBench({
    streams: [],
    queues: [
      queue({ deadLetterQueue: 1, turnable: { maxReceiveCount: 2, visibilityTimeoutMicros: 5_000_000 } }),
      queue({ id: 'dead' }),
    ],
    lambda: { queue: 0, turnable: { maximumConcurrency: 2 } },
  })
  bench.node.act('pause', 0, 0)
  bench.put(3, 'a', 100, 'queue')
  bench.run(30)
  expect(bench.looked()).toBe('none')
  expect(bench.engine.queues.map(({ visible }) => visible)).toEqual([0, 3])
  expect(bench.gauge('droppedBatchesTotal')).toBe(2)
})
