import { expect, test } from 'vitest'
import { type Aim, goToStep, readAgain } from '../../src/canvas/hands/aim.ts'
import { loadBuiltIn } from '../../src/scenario/library/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { storedBefore } from '../../src/worker/storedBefore.ts'
import { at, movedBy } from './runAt.ts'

// What the caret tells while it is dragged, against what the engine then does.

const SECOND = 1e6

// A producer that sends in one microsecond what a second holds; a run so long that its history has bins of several seconds; two shards
// that were merged; a scene with records one by one.
test.each([
  ['broker-between', 'writer', 30.37],
  ['on-demand-today', 'reader', 70.37],
  ['merge-shards', 'reader', 30.37],
  ['slow-reader', 'reader', 40.12],
])(
  'KIN2.08 %s: as many records are read again by %s as its caret tells before it is let go of',
  async (id, reader, seconds) => {
    const scenario = await loadBuiltIn(id)
    if (scenario === null) throw new Error(`no scene ${id}`)
    const now = Math.round(seconds * SECOND)
    const before: Scenario = { ...scenario, interventions: scenario.interventions.filter((step) => step.at < now) }
    const stream = before.links.find(({ to }) => to === reader)?.from ?? ''
    const { engine, value } = at(before, now)
    const shards = (engine.streams.find(({ plan }) => plan.id === stream)?.shards ?? []).map((_, shard) => ({
      ...{ shard, caret: value(reader, 'caretIndex', shard), tip: value(stream, 'tipIndex', shard) },
      trim: value(stream, 'trimIndex', shard),
    }))
    const carets = shards.map(({ caret }) => caret)
    const second = Math.floor(seconds)
    const moments = [1, 5].map((back): Aim => ({ to: 'moment', atMicros: (second - back) * SECOND }))
    const aims: Aim[] = [...moments, { to: 'TRIM_HORIZON' }, { to: 'LATEST' }, { to: 'record', record: 7 }]
    for (const aim of aims) {
      const known = storedBefore(engine, stream, aim.to === 'moment' ? aim.atMicros : 0)
      const told = readAgain(aim, shards, 0, (shard) => known[shard] ?? Number.NaN)
      expect(told, JSON.stringify(aim)).toEqual(movedBy(before, now, reader, carets, goToStep(aim, 0, now)))
    }
  },
)

test('KIN2.08 of a moment that has not come, and of a stream that is not there, nothing is known', async () => {
  const scenario = await loadBuiltIn('slow-reader')
  if (scenario === null) throw new Error('no scene')
  const { engine } = at(scenario, 5 * SECOND)
  const stream = engine.streams[0]?.plan.id ?? ''
  expect([...storedBefore(engine, stream, 5 * SECOND)]).not.toContain(Number.NaN)
  expect([...storedBefore(engine, stream, 5 * SECOND + 1)]).toEqual([Number.NaN])
  expect([...storedBefore(engine, 'gone', 0)]).toEqual([])
})
