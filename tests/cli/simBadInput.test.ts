import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { encodeLink, setTitle } from '../../src/scenario/index.ts'
import { CATALOGUE } from '../../src/scenario/library/catalogue.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'
import { sim } from './sim.ts'

let folder: string
let link: string

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shardscope-'))
  link = await encodeLink(setTitle(builtIn('many-readers')!, 'My own'), ENGINE_VERSION, 12)
})

afterAll(() => rmSync(folder, { recursive: true }))

/** One line on standard error that says what is wrong, nothing on standard output, exit code 2. */
async function expectRefusal(args: readonly string[], said: RegExp): Promise<void> {
  const { status, stdout, stderr } = await sim(...args)
  expect(stderr).toMatch(said)
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect([status, stdout]).toEqual([2, ''])
}

test.each<[string, string[], RegExp]>([
  ['an unknown scenario', ['run', 'three-shards', '--json'], /three-shards: `list` names those that exist/],
  ['a name that every object has', ['run', 'toString'], /no scenario toString/],
  ['an unknown node', ['run', 'two-shards', '--set', 'nobody.rate=1'], /no node nobody.*producer, stream, reader/],
  ['an unknown field', ['run', 'two-shards', '--set', 'producer.speed=1'], /no field speed.*rate/],
  ['a value that is no number', ['run', 'two-shards', '--set', 'producer.rate=fast'], /producer\.rate.*fast/],
  ['a value out of its range', ['run', 'two-shards', '--set', 'producer.rate=-1'], /producer\.rate.*-1.*between/],
  ['a word that is no choice', ['run', 'two-shards', '--set', 'producer.keys=some'], /producer\.keys.*some/],
  ['a change without a value', ['run', 'two-shards', '--set', 'producer'], /node\.field=value/],
  ['an end that is none', ['run', 'two-shards', '--until', 'soon'], /--until.*soon/],
  ['an end after the end', ['run', 'two-shards', '--until', '121'], /--until 121.*120 s/],
  ['an end before the start', ['run', 'two-shards', '--until=-1'], /--until.*-1/],
  ['a seed that is none', ['run', 'two-shards', '--seed', '1.5'], /--seed.*1\.5/],
  ['a seed too large', ['run', 'two-shards', '--seed', '4294967296'], /--seed.*4294967295/],
  ['no scenario', ['run'], /run needs one scenario/],
  ['no scenario for a fingerprint', ['fingerprint'], /fingerprint needs one scenario/],
  ['two scenarios', ['run', 'one-shard', 'two-shards'], /run needs one scenario/],
  ['an unknown option', ['run', 'two-shards', '--fast'], /--fast/],
  ['an option without its value', ['run', 'two-shards', '--until'], /--until/],
  ['an unknown command', ['walk', 'two-shards'], /no command walk/],
  ['a link to an unknown scenario', ['run', '#scenario=three-shards'], /no built-in scenario three-shards/],
  ['a link without a scenario', ['run', 'https://example.org/#t=3'], /no scenario/],
])('%s is refused', async (_what, args, said) => expectRefusal(args, said))

test('a damaged link is refused, wherever the damage is', async () => {
  const cut = link.slice(0, link.indexOf('&t=') - 3)
  const middle = Math.floor(link.length / 2)
  const mistyped = `${link.slice(0, middle)}${link[middle] === 'A' ? 'B' : 'A'}${link.slice(middle + 1)}`
  for (const damaged of [cut, mistyped]) await expectRefusal(['run', damaged], /damaged/)
})

test('a link from a later version is refused', async () => {
  await expectRefusal(['run', link.replace(/^#s=\d+/, '#s=99')], /format 99.*newest/)
})

test('a file that is no JSON is refused', async () => {
  const path = file('cut.json', '{"version": 1, "nodes": [')
  await expectRefusal(['run', path], /cut\.json is not JSON/)
})

test('a file that is no scenario is refused', async () => {
  await expectRefusal(['run', file('list.json', '[1, 2]')], /list\.json: /)
  const scenario = structuredClone(builtIn('one-shard')!)
  const wrong = { ...scenario, nodes: [{ ...scenario.nodes[0], rate: 'often' }] }
  await expectRefusal(['run', file('wrong.json', JSON.stringify(wrong))], /wrong\.json: .*rate/)
})

test('a file larger than any scenario is refused without being read', async () => {
  await expectRefusal(['run', file('large.json', ' '.repeat(4 * 1024 * 1024 + 1))], /large\.json is larger than 4 MiB/)
})

test('a file that is not there is refused', async () => {
  await expectRefusal(['run', join(folder, 'nothing.json')], /nothing\.json cannot be read: ENOENT/)
})

test('a run that memory does not hold is refused, with its rate, length and bound', async () => {
  const long = { ...builtIn('two-shards')!, durationSeconds: 86_400 }
  const path = file('long.json', JSON.stringify(long))
  await expectRefusal(['run', path, '--set', 'producer.rate=4000'], /4,000.*86,400 s.*30,000,000/)
})

test('usage names every command, and is no error', async () => {
  for (const args of [[], ['--help']]) {
    const { status, stdout, stderr } = await sim(...args)
    expect([status, stderr]).toEqual([0, ''])
    for (const command of ['run', 'fingerprint', 'list']) expect(stdout).toContain(`sim -- ${command}`)
  }
})

test('list names the built-in scenarios with their questions', async () => {
  const { status, stdout } = await sim('list')
  expect(status).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(CATALOGUE.map(({ id }) => id))
  for (const { id, question } of LIBRARY) expect(lines.find((line) => line.startsWith(`${id} `))).toContain(question)
})
