import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/charts/lineValues.ts'
import { firstCharts, parseChosen } from '../../src/charts/panel/chosen.ts'
import { consoleGauges, consoleView } from '../../src/charts/panel/consoleView.ts'
import { type GaugeChosen, gaugesOfChart, gaugeView } from '../../src/charts/panel/gaugeView.ts'
import { limitOf } from '../../src/charts/panel/limitOf.ts'
import { NODE_GAUGES, ROW_GAUGES } from '../../src/engine/metrics/gaugeNames.ts'
import { NODE_WORDS, ROW_WORDS } from '../../src/protocol/gaugeWords.ts'
import { NODE_KINDS } from '../../src/scenario/index.ts'
import { hotKey } from '../../src/scenario/library/hotKey.ts'
import { scenarioOf } from '../canvas/frameAt.ts'
import { playedScene } from './playedScene.ts'

/** Places, owners and states: no amounts, so there is no curve of them. */
const NO_AMOUNT = new Set([
  ...['tipIndex', 'trimIndex', 'trimAtMicros', 'shardState', 'hashFrom', 'hashTo', 'parent', 'otherParent'],
  ...['closedAtMicros', 'worker', 'caretIndex', 'caretAtMicros', 'fetchedIndex', 'fetchedAtMicros'],
  ...['checkpointIndex', 'checkpointAtMicros', 'leaseOwner', 'leaseState', 'leader', 'state', 'record', 'paint'],
])
const isAmount = (name: string) => !NO_AMOUNT.has(name) && !/Paint\d$/.test(name)

test('every amount that the engine measures can be charted by its name, and nothing else', () => {
  for (const kind of NODE_KINDS) {
    if (kind === 'note') continue
    expect(Object.keys(NODE_WORDS[kind]).sort(), kind).toEqual([...NODE_GAUGES[kind]].filter(isAmount).sort())
    const rows = Object.keys(ROW_WORDS[kind] ?? {}).sort()
    expect(rows, `rows of ${kind}`).toEqual([...ROW_GAUGES[kind]].filter(isAmount).sort())
  }
})

const nodeIn = (scenario: ReturnType<typeof scenarioOf>, id: string) => {
  const node = scenario.nodes.find((one) => one.id === id)
  if (node === undefined) throw new Error(id)
  return node
}

describe('the hot key', () => {
  const scenario = hotKey
  const { nodeOf, historyOf } = playedScene(scenario, 90)
  const node = nodeIn(scenario, 'stream')
  const layout = nodeOf('stream')
  const rowCount = layout?.rowCount ?? 0
  const chart = (chosen: GaugeChosen) =>
    gaugeView(scenario, node, chosen, layout, historyOf(gaugesOfChart(chosen, rowCount).flat()))
  const console_ = (chosen: GaugeChosen) =>
    consoleView(scenario, node, chosen, layout, historyOf(consoleGauges(scenario, chosen, rowCount).flat()))

  test('as the console shows it (W08): a calm half of the limit, while one shard refuses 500 records every second', () => {
    const stored = console_({ is: 'gauge', nodeId: 'stream', gauge: 'storedTotal', rows: 'each' })
    const [minute = Number.NaN] = stored?.lines[0]?.values ?? []
    const limit = stored?.limit?.steps[0]?.value ?? Number.NaN
    expect(stored?.title).toBe('IncomingRecords, Sum')
    expect(limit).toBe(2 * 1000 * 60)
    // A thousand a second, and what the full bucket let through at first.
    expect(minute).toBeGreaterThan(60_000)
    expect(minute).toBeLessThan(61_100)
    expect(minute / limit).toBeLessThan(0.51)

    const refused = chart({ is: 'gauge', nodeId: 'stream', gauge: 'refusedByRecordsTotal', rows: 'each' })
    const bySecond = (second: number) =>
      refused?.lines.map(({ values }) => Math.round(valueAt(values, refused.stepMicros, second * 1e6)))
    for (let second = 10; second <= 60; second += 10) expect(bySecond(second)).toEqual([0, 500])
  })

  test('each shard for itself has the limit of one shard, both together that of two', () => {
    const each = chart({ is: 'gauge', nodeId: 'stream', gauge: 'storedTotal', rows: 'each' })
    expect(each?.limit?.steps).toEqual([{ atMicros: 0, value: 1000 }])
    expect(each?.lines.map(({ label }) => label)).toEqual(['Shard 1', 'Shard 2'])
    expect(each?.lines.map(({ values }) => Math.round(valueAt(values, each.stepMicros, 30e6)))).toEqual([0, 1000])
    const whole = chart({ is: 'gauge', nodeId: 'stream', gauge: 'storedTotal' })
    expect(whole?.limit?.steps[0]?.value).toBe(2000)
  })

  test('a minute that is not over has no value, and a number that CloudWatch does not keep no chart', () => {
    const view = console_({ is: 'gauge', nodeId: 'stream', gauge: 'refusedTotal' })
    expect(view?.lines[0]?.values.length).toBe(1)
    expect(console_({ is: 'gauge', nodeId: 'stream', gauge: 'expiredTotal' })).toBeNull()
  })
})

test('the console knows one iterator age for a stream: the highest of all that poll it (KIN2.13)', () => {
  const scenario = scenarioOf('many-readers')
  const applications = scenario.nodes.filter(({ kind }) => kind === 'application')
  const chosen = { is: 'gauge', nodeId: applications[0]?.id ?? '', gauge: 'iteratorAgeMicros' } as const
  expect(consoleGauges(scenario, chosen, 0).map(([gauge]) => gauge?.nodeId)).toEqual(applications.map(({ id }) => id))
})

test('a limit follows what was done to it', () => {
  const scenario = {
    ...scenarioOf('two-shards'),
    interventions: [
      { at: 5e6, node: 'stream', action: 'set', field: 'writeRecordsPerSecond', value: 400 } as const,
      { at: 7e6, node: 'stream', action: 'setRetention', hours: 48 } as const,
    ],
  }
  const reader = scenario.nodes.find(({ kind }) => kind === 'application')
  const node = nodeIn(scenario, 'stream')
  const steps = (of: typeof node, gauge: string) => limitOf(scenario, of, { is: 'gauge', nodeId: of.id, gauge })?.steps
  expect(steps(node, 'storedTotal')?.map(({ value }) => value)).toEqual([2000, 800, 800])
  expect(steps(reader ?? node, 'iteratorAgeMicros')?.map(({ value }) => value / 3600)).toEqual([24, 24, 48])
})

test('what a tab kept is believed only where the scene still has it', () => {
  const scenario = scenarioOf('two-shards')
  const good = { is: 'gauge', nodeId: 'stream', gauge: 'storedTotal', rows: 'each' }
  expect(parseChosen(good, scenario)).toEqual(good)
  for (const bad of [
    null,
    'stream',
    { ...good, nodeId: 'gone' },
    { ...good, gauge: 'toString' },
    { ...good, rows: -1 },
    { ...good, rows: 1.5 },
    { is: 'other', nodeId: 'stream' },
  ])
    expect(parseChosen(bad, scenario), JSON.stringify(bad)).toBeNull()
  expect(firstCharts(scenario, null).length).toBeGreaterThan(1)
  for (const chosen of firstCharts(scenario, 'stream')) expect(parseChosen(chosen, scenario)).toEqual(chosen)
})
