import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { addIntervention, encodeLink, setField, setSeed, setTitle } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from '../scenario/sixScenes.ts'
import { fingerprintOf, reportOf } from './sim.ts'

// One scenario, however it is named, is one run.

const FINGERPRINT = /^[0-9a-f]{16}$/
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shardscope-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (scenario: Scenario) => {
  const path = join(folder, 'scenario.json')
  writeFileSync(path, JSON.stringify(scenario))
  return path
}

test('fingerprint prints the fingerprint that the run reports, every time', async () => {
  const fingerprint = await fingerprintOf('same-traffic')
  expect(fingerprint).toMatch(FINGERPRINT)
  expect(await fingerprintOf('same-traffic')).toBe(fingerprint)
  expect((await reportOf('same-traffic')).fingerprint).toBe(fingerprint)
})

test('another seed, another moment or another value is another run', async () => {
  const runs = [
    await fingerprintOf('same-traffic', '--until', '20'),
    await fingerprintOf('same-traffic', '--until', '20', '--seed', '2'),
    await fingerprintOf('same-traffic', '--until', '20.000001'),
    await fingerprintOf('same-traffic', '--until', '20', '--set', 'workers.serviceMs=801'),
  ]
  expect(new Set(runs).size).toBe(runs.length)
})

test('a file with the scenario gives the whole report of the scenario', async () => {
  const scenario = builtIn('taking-turns')!
  expect(await reportOf(fileOf(scenario))).toEqual(await reportOf('taking-turns'))
})

test('a file says what --set and --seed say', async () => {
  const changed = setSeed(setField(builtIn('many-readers')!, 'search', 'serviceMs', 500, 0), 7)
  const byId = await fingerprintOf('many-readers', '--set', 'search.serviceMs=0.5 s', '--seed', '7')
  expect(await fingerprintOf(fileOf(changed))).toBe(byId)
})

test.each<[string, (scenario: Scenario) => Scenario, RegExp]>([
  ['as it is', (scenario) => scenario, /^#scenario=many-readers/],
  [
    'with other values',
    (scenario) => setField(scenario, 'search', 'serviceMs', 500, 0),
    /^#scenario=many-readers&.*500/,
  ],
  [
    'with something done during the run',
    (scenario) => addIntervention(scenario, { at: 60_000_000, node: 'archive', action: 'crash', worker: 0 }),
    /^#s=/,
  ],
  ['under another title', (scenario) => setTitle(scenario, 'My own'), /^#s=/],
])('a link to a scenario %s gives the run of that scenario', async (_how, change, form) => {
  const scenario = change(builtIn('many-readers')!)
  const link = await encodeLink(scenario, ENGINE_VERSION, 30)
  expect(link).toMatch(form)
  const fingerprint = await fingerprintOf(link)
  expect(fingerprint).toMatch(FINGERPRINT)
  expect(fingerprint).toBe(await fingerprintOf(fileOf(scenario)))
})

test('a whole address is a link too, and a title changes no bit of the run', async () => {
  const link = await encodeLink(setTitle(builtIn('many-readers')!, 'My own'), ENGINE_VERSION, 0)
  expect(await fingerprintOf(`https://example.org/shardscope/${link}`)).toBe(await fingerprintOf('many-readers'))
})

test('nothing has happened at 0 but what is due at 0', async () => {
  const report = await reportOf('two-shards', '--until', '0')
  expect(report.untilMicros).toBe(0)
  expect(report.nodes.map(({ processed }) => processed)).toEqual([0, 0, 0])
})
