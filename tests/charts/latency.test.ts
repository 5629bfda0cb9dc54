import { describe, expect, test } from 'vitest'
import { sumOf, valueAt } from '../../src/charts/lineValues.ts'
import { windowOf } from '../../src/charts/panel/useLatency.ts'
import { hotKey } from '../../src/scenario/library/hotKey.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { logBins, nearestRank, percentilesOver } from '../../src/worker/compile/percentiles.ts'
import { busy, slow } from '../worker/scenarios.ts'
import { playedScene } from './playedScene.ts'

function latency(scenario: Scenario, consumer: string, untilSeconds: number, stepMicros = 1e6) {
  const said = answerTo(scenario, { kind: 'latency', consumer, untilMicros: untilSeconds * 1e6, stepMicros })
  if (said.kind !== 'latency') throw new Error(JSON.stringify(said))
  return said
}

describe('a percentile', () => {
  test('is by nearest rank: a value that happened', () => {
    const sorted = [15, 20, 35, 40, 50]
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => nearestRank(sorted, share))).toEqual([15, 20, 20, 35, 50])
    expect(nearestRank([7], 0.99)).toBe(7)
    expect(nearestRank([], 0.5)).toBeNaN()
  })
  test('of each window looks at what was done in it', () => {
    const over = percentilesOver([0, 5, 9, 10, 25], [3, 1, 2, 8, 9], 10, 3, [0.5, 1])
    expect(over).toEqual([
      [2, 8, 9],
      [3, 8, 9],
    ])
  })
  test('windows are of round width, sixty at most', () => {
    expect(windowOf(60e6)).toBe(1e6)
    expect(windowOf(90e6)).toBe(2e6)
    expect(windowOf(86_400e6)).toBe(1800e6)
  })
})

test('the spread counts every value once, between 1, 2, 5 and 10', () => {
  const bins = logBins([0, 999, 1000, 1999, 2000, 9999, 10_000])
  expect(bins.map(({ count }) => count)).toEqual([2, 2, 1, 1, 1])
  expect(bins.map(({ toMicros }) => toMicros)).toEqual([1000, 2000, 5000, 10_000, 20_000])
  expect(logBins([30_000, 40_000])).toEqual([{ fromMicros: 20_000, toMicros: 50_000, count: 2 }])
  expect(logBins([])).toEqual([])
})

describe('latency from put to processed', () => {
  test('one message a second, taken at once, is its work alone', () => {
    const said = latency(slow, 'workers', 10)
    expect(said).toMatchObject({ store: 'queue', isCut: false })
    for (const { micros } of said.percentiles) expect(micros).toBe(250_000)
    expect(said.bins).toEqual([{ fromMicros: 200_000, toMicros: 500_000, count: said.count }])
  })

  test('counts each record once, however often it was worked', () => {
    // Every fifth delete has no effect: its message comes again and is done again.
    const nodes = busy.nodes.map((node) => (node.kind === 'queue' ? { ...node, deleteLostShare: 0.2 } : node))
    const repeated = { ...busy, nodes }
    const { historyOf } = playedScene(repeated, 6)
    const said = latency(repeated, 'workers', 6)
    const counted = (name: string) => {
      const gauge = { nodeId: 'workers', name }
      return valueAt(sumOf([gauge], historyOf([gauge])), 100_000, 6e6)
    }
    expect(said.count).toBe(said.bins.reduce((sum, { count }) => sum + count, 0))
    expect(counted('processedAgainTotal')).toBeGreaterThan(0)
    expect(said.count).toBe(counted('processedTotal') - counted('processedAgainTotal'))
    const [p50, p90, p99] = said.percentiles.map(({ micros }) => micros)
    expect(p50).toBeLessThanOrEqual(p90!)
    expect(p90).toBeLessThanOrEqual(p99!)
  })

  test('a record that waits for the next poll of its shard is half the time between two polls old, and its work', () => {
    // 1,000 records a second, polled every 500 ms: up to half a second of waiting, then 0.2 ms for each record before it.
    const { percentiles } = latency(hotKey, 'reader', 10)
    expect(percentiles[0]?.micros).toBeGreaterThan(200_000)
    expect(percentiles[2]?.micros).toBeLessThan(700_000)
  })

  test('a node that works nothing says so', () => {
    const question = { kind: 'latency', consumer: 'stream', untilMicros: 1e6, stepMicros: 1e6 } as const
    expect(answerTo(hotKey, question)).toMatchObject({ kind: 'none' })
  })
})
