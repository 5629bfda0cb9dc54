import { expect, test } from 'vitest'
import { mapView } from '../../src/charts/panel/ShardMap.tsx'
import { shadeOf, shardCells, shardGauges } from '../../src/charts/panel/shardCells.ts'
import { hotKey } from '../../src/scenario/library/hotKey.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { playedScene } from './playedScene.ts'

function cellsOf(scenario: Scenario, seconds: number) {
  const { nodeOf, historyOf } = playedScene(scenario, seconds)
  const rowCount = nodeOf('stream')?.rowCount ?? 0
  const history = historyOf(shardGauges('stream', rowCount))
  const at = (micros: number) => Math.round(micros / history.stepMicros)
  const limits = { recordsPerSecond: 1000, bytesPerSecond: 1_048_576 }
  return { shards: shardCells('stream', rowCount, history, () => limits), at, stepMicros: history.stepMicros }
}

test('with one key (W08) one shard is full and refuses, the other is empty; what has not been played is not known', () => {
  const { shards, at, stepMicros } = cellsOf(hotKey, 20)
  expect(shards.map(({ shard, from, to }) => [shard, from, to])).toEqual([
    [0, 0, 0.5],
    [1, 0.5, 1],
  ])
  const [calm, hot] = shards
  // A call brings 25 records: a bin of a tenth of a second has one more or less.
  const mean = (values: Float64Array | undefined, from: number, to: number) =>
    (values?.subarray(at(from), at(to)).reduce((sum, value) => sum + value, 0) ?? 0) / (at(to) - at(from))
  expect(mean(hot?.stored, 10e6, 18e6)).toBeCloseTo(1000, -1)
  expect(mean(hot?.refused, 10e6, 18e6)).toBeCloseTo(500, -1)
  expect(mean(hot?.share, 10e6, 18e6)).toBeCloseTo(1, 1)
  expect(mean(calm?.stored, 10e6, 18e6)).toBe(0)
  expect(hot?.stored[at(30e6)]).toBeNaN()
  const labels = mapView('', shards, stepMicros).lines.map(({ label }) => label)
  expect(labels).toEqual(['Shard 1', 'Shard 2', 'Shard 2 refused'])
})

test('a shard that is split ends where its children begin, each in its part of the hash keys', () => {
  const split: Scenario = {
    ...hotKey,
    interventions: [{ at: 3e6, node: 'stream', action: 'splitShard', shard: 1, startingHashKey: '' }],
  }
  const { shards, at } = cellsOf(split, 40)
  expect(shards.map(({ shard, from, to }) => [shard, from, to])).toEqual([
    [0, 0, 0.5],
    [1, 0.5, 1],
    [2, 0.5, 0.75],
    [3, 0.75, 1],
  ])
  const [, parent, left, right] = shards
  expect(parent?.stored[at(2e6)]).toBeGreaterThan(0)
  expect(left?.stored[at(2e6)]).toBeNaN()
  expect(parent?.stored[at(38e6)]).toBeNaN()
  expect((left?.stored[at(38e6)] ?? 0) + (right?.stored[at(38e6)] ?? 0)).toBeGreaterThan(0)
})

test('a cell is darker by quarters of the limit, and black beyond it', () => {
  expect([0, 0.01, 0.25, 0.26, 0.5, 0.75, 0.9, 1, 1.004, 1.2].map(shadeOf)).toEqual([0, 1, 1, 2, 2, 3, 4, 4, 4, 5])
})
