import { expect, test } from 'vitest'
import { twoShards } from '../../src/scenario/library/twoShards.ts'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { nodeCells } from '../../src/shell/twin/cells.ts'
import { linkCells } from '../../src/shell/twin/linkCells.ts'
import { subRows } from '../../src/shell/twin/subRows.ts'
import { summary } from '../../src/shell/twin/summary.ts'
import type { GaugeReader } from '../../src/state/index.ts'

type Numbers = Record<string, number>

/** A moment made up: `stream` a node's numbers, `stream.0` those of a row; names that stand in `rates` change so much a second. */
function moment(
  values: Record<string, Numbers>,
  rates: Record<string, Numbers> = {},
  nowMicros = 12_400_000,
): GaugeReader {
  const at = (all: Record<string, Numbers>, id: string, name: string, row?: number) =>
    all[row === undefined ? id : `${id}.${row}`]?.[name]
  return {
    ...{
      nowMicros,
      playedMicros: nowMicros,
      answer: () => '',
      fingerprint: '',
      behind: false,
      reachedSpeed: 1,
      ended: false,
    },
    value: (id, name, row) =>
      at(values, id, name, row) ?? (name === 'refusedTotal' && id === 'stream' ? 0 : Number.NaN),
    rate: (id, name, row) => at(rates, id, name, row) ?? 0,
    rows: (id) => Object.keys(values).filter((key) => key.startsWith(`${id}.`)).length,
  }
}

const scene: Scenario = twoShards
const node = (kind: ScenarioNode['kind']) => scene.nodes.find((each) => each.kind === kind)!
const stream = node('stream')
const producer = node('producer')
const application = node('application')

const OPEN_SHARD = { shardState: 1, hashFrom: 0, retained: 900, refusedByRecordsTotal: 70, refusedByBytesTotal: 0 }
const refusing = moment(
  {
    [stream.id]: { refusedTotal: 70 },
    [`${stream.id}.0`]: OPEN_SHARD,
    [`${stream.id}.1`]: { ...OPEN_SHARD, hashFrom: 0.5, refusedByRecordsTotal: 0 },
    [`${producer.id}.0`]: { notYetStored: 12, refusedTotal: 70, droppedTotal: 0, givenUpTotal: 3 },
    [application.id]: { ageMicros: 3_000_000, backlog: 40 },
    [`${application.id}.0`]: { worker: 0, behindMicros: 3_000_000, callsRefusedTotal: 0 },
  },
  {
    [stream.id]: { refusedTotal: 300, storedTotal: 1000 },
    [`${stream.id}.0`]: { refusedByRecordsTotal: 300, storedTotal: 1000 },
    [`${producer.id}.0`]: { refusedTotal: 300, storedTotal: 1000 },
    [application.id]: { deliveriesTotal: 990 },
  },
)

test('a row of the table says what the drawing shows: kind, state, number, refusals, what waits', () => {
  expect(nodeCells(stream, scene, refusing)).toMatchObject({
    ...{
      name: stream.name,
      kind: 'Stream, 2 shards',
      main: '1,000 stored/s',
      refused: '300/s, 70 in all',
      isTrouble: true,
    },
    state: 'refuses 300 a second, shard 1',
  })
  expect(nodeCells(producer, scene, refusing)).toMatchObject({ state: '300 a second come back refused', waiting: '12' })
  expect(nodeCells(application, scene, refusing)).toMatchObject({
    state: 'is 3.0 s behind',
    waiting: '40',
    refused: '–',
  })
})

test('a node opens to its shards, connections and workers', () => {
  expect(subRows(stream, scene, refusing).map(({ name, state }) => [name, state])).toEqual([
    ['Shard 1', 'open, keeps 900, full by records'],
    ['Shard 2', 'open, keeps 900'],
  ])
  expect(subRows(producer, scene, refusing)).toMatchObject([
    { name: `to ${stream.name}`, state: '0 dropped, 3 given up', refused: '300/s, 70 in all' },
  ])
  expect(subRows(application, scene, refusing).map(({ name, kind }) => `${name}, ${kind}`)).toEqual([
    'Shard 1, read by worker 1',
    'Worker 1, worker',
  ])
})

test('a worker that was killed is dead in the table until it is started again', () => {
  const dead: Scenario = {
    ...scene,
    interventions: [{ action: 'crash', at: 5_000_000, node: application.id, worker: 0 }],
  }
  expect(subRows(application, dead, refusing).at(-1)).toMatchObject({
    name: 'Worker 1',
    state: 'dead',
    isTrouble: false,
  })
  expect(nodeCells(application, dead, refusing).state).toBe('is 3.0 s behind, worker 1 is dead')
})

test('KIN1.02 a link says which shard of its stream refuses, and by which limit', () => {
  const link = scene.links.find(({ to }) => to === stream.id)!
  expect(linkCells(link, scene, refusing).refused).toBe('300/s: more records than shard 1 may take')
})

test('the summary tells who is in trouble, and its key changes with the state and not with the numbers', () => {
  const now = summary(scene, refusing)
  expect(now.text).toBe(
    `${producer.name} 300 a second come back refused; ${stream.name} refuses 300 a second, shard 1; ${application.name} is 3.0 s behind`,
  )
  const later = moment(
    {
      [stream.id]: { refusedTotal: 80 },
      [`${stream.id}.0`]: OPEN_SHARD,
      [application.id]: { ageMicros: 4_000_000 },
      [`${producer.id}.0`]: {},
    },
    {
      [stream.id]: { refusedTotal: 310 },
      [`${stream.id}.0`]: { refusedByRecordsTotal: 310 },
      [`${producer.id}.0`]: { refusedTotal: 310 },
    },
  )
  expect(summary(scene, later).key).toBe(now.key)
  expect(summary(scene, moment({ [application.id]: { ageMicros: 0 } })).text).toBe('')
})

test('KIN5.06 the row of a shard says when its on-demand stream cuts it', () => {
  const soon = moment({
    ...{ [stream.id]: { refusedTotal: 0 }, [`${stream.id}.0`]: OPEN_SHARD },
    [`~${stream.id}.0`]: { splitsAtMicros: 12_400_000 + 42_000_000 },
  })
  expect(subRows(stream, scene, soon)[0]?.state).toMatch(/^open, keeps 900.*, is cut in 42\.0 s$/)
})
