import { expect, test } from 'vitest'
import { factText } from '../../src/aws/facts.ts'
import { compared, saidOf } from '../../src/panels/compare/compared.ts'
import { consumersOf, promisedOf } from '../../src/panels/compare/promised.ts'
import { comparedIn } from '../../src/scenario/compare/designs.ts'
import { sameOn, sameOnRefusal } from '../../src/scenario/compare/sameOn.ts'
import { sideBySide } from '../../src/scenario/compare/sideBySide.ts'
import { type Side, sharedProducers, sideOf } from '../../src/scenario/compare/sides.ts'
import { parseScenario, problems } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { comparePicks, versionPicks } from '../../src/shell/tools/comparePicks.ts'
import { readerOf } from '../../src/state/gaugeReader.ts'
import { runOf } from '../canvas/frameAt.ts'
import { builtIn, LIBRARY } from './sixScenes.ts'

const SIDES: readonly Side[] = ['sqs', 'kinesis']
const SECONDS = 20

const oneSided = LIBRARY.flatMap(({ id }) => {
  const scenario = builtIn(id)!
  return SIDES.flatMap((side) => (sameOnRefusal(scenario, side) === null ? [{ id, side, scenario }] : []))
})

function readingOf(scenario: Scenario) {
  const run = runOf(scenario)
  return readerOf(run.frameAt(SECONDS, 1), run.layout)
}

test.each(oneSided)('$id on $side too: both sides are sent the same, and the first is not disturbed', (entry) => {
  const both = sameOn(entry.scenario, entry.side)
  const parsed = parseScenario(JSON.parse(JSON.stringify(both)))
  expect(parsed.ok && parsed.scenario).toEqual(both)
  expect(sharedProducers(both)).toHaveLength(1)
  const reader = readingOf(both)
  const [left, right] = compared(both, comparedIn(both)!, reader).find(({ label }) => label === 'New records')!.values
  expect(left).toBeGreaterThan(0)
  expect(left).toBe(right)
  // What was there before runs as it ran alone.
  const alone = readingOf(entry.scenario)
  for (const { id } of entry.scenario.nodes.filter(({ kind }) => kind !== 'producer')) {
    expect(reader.value(id, 'deliveriesTotal'), id).toBe(alone.value(id, 'deliveriesTotal'))
  }
})

test.each(oneSided)('$id on $side too: every reader has one like it, and nothing new is wrong', (entry) => {
  const both = sameOn(entry.scenario, entry.side)
  const [before, after] = [sideOf(entry.scenario, entry.side === 'sqs' ? 'kinesis' : 'sqs'), sideOf(both, entry.side)]
  expect(after.readers.map(({ name }) => name)).toEqual(before.readers.map(({ name }) => name))
  const wrong = (scenario: Scenario) => problems(scenario).filter(({ text }) => /not connected|nothing/i.test(text))
  expect(wrong(both).length).toBe(wrong(entry.scenario).length)
})

test('what a stream keeps and a queue deletes stands in the counts and in words', () => {
  const scenario = builtIn('same-traffic')!
  const both = comparedIn(scenario)!
  const rows = compared(scenario, both, readingOf(scenario))
  const of = (label: string) => rows.find((row) => row.label === label)!
  expect(of('Deleted').values[0]).toBe(0)
  expect(of('Deleted').values[1]).toBeGreaterThan(0)
  expect(of('Still kept').values[0]).toBeGreaterThan(of('Still kept').values[1])
  expect(saidOf(rows, both)[0]).toBe(`The same ${of('New records').texts[0]} records were sent to both.`)
  expect(saidOf(rows, both)).toContain(
    `Kept, read or not: ${of('Still kept').texts[0]} in Kinesis, ${of('Still kept').texts[1]} in SQS.`,
  )
})

test('a scene without a sender, without readers or with both sides is left as it is, with the reason', () => {
  const scenario = builtIn('same-traffic')!
  expect(sameOn(scenario, 'sqs')).toBe(scenario)
  expect(sameOnRefusal(scenario, 'kinesis')).toBe('A stream gets this traffic already.')
  const empty = { ...scenario, nodes: [], links: [], interventions: [] }
  expect(sameOnRefusal(empty, 'sqs')).toBe('No producer sends to a stream or a queue yet.')
  const unread = { ...scenario, links: [{ from: 'producer', to: 'stream' }] }
  expect(sameOnRefusal(unread, 'sqs')).toBe('Nobody reads yet.')
})

test('a column names its consumers, and what is not of this run is a fact that can be read', () => {
  const { designs } = comparedIn(builtIn('same-traffic')!)!
  expect(designs.map(consumersOf)).toEqual(['polling application', 'competing workers'])
  const promised = promisedOf(designs)
  expect(promised.map(({ cells }) => cells.map((cell) => cell.map(({ factId }) => factId).join()))).toEqual([
    ['KIN2.11', 'SQS.02'],
    ['KIN2.11', 'SQS.17'],
    ['KIN1.15', 'SQS.02'],
  ])
  for (const { cells } of promised)
    for (const { factId } of cells.flat()) expect(factText(factId), factId).not.toBeNull()
})

test('as versions there are the scene as it was opened, as it is now, and the futures that were left', () => {
  const opened = builtIn('taking-turns')!
  const [crash] = opened.interventions
  const here = { ...opened, interventions: [] }
  const picks = versionPicks(here, opened, [{ at: crash!.at - 1, steps: [crash!] }])
  expect(picks.map(({ text }) => text)).toEqual(['Before the changes', 'As it is now', 'The future left at 0:19.9'])
  expect(picks.filter(({ isRefused }) => isRefused)).toEqual([])
  expect(versionPicks(opened, opened, []).map(({ text }) => text)).toEqual(['As it is now'])
  // A scene that stands beside another one already can take no third.
  const both = sideBySide(opened, here, 'Without the crash', 'same')
  expect(versionPicks(both, opened, []).every(({ isRefused }) => isRefused)).toBe(true)
  const [other] = comparePicks(opened, [opened, builtIn('one-shard')!])
  expect([other?.text, other?.sort]).toEqual(['One shard, one reader', 'the same traffic'])
})
