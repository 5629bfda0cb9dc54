import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sim } from './sim.ts'

// What the documents tell people to type works as it stands.

const COMMAND = /^npm run -s sim -- (.+)$/gm

function examplesOf(document: string): string[] {
  const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8')
  return [...text.matchAll(COMMAND)].map(([, line]) => line!.replace(/\s+#\s.*$/, ''))
}

/** Words of a shell line in which only double quotes have a meaning. */
const wordsOf = (line: string) => [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))

const examples = [...new Set(['README.md', 'docs/sim.md'].flatMap(examplesOf))]

test('there are examples of every command', async () => {
  const commands = new Set(examples.map((line) => wordsOf(line)[0]))
  expect([...commands].sort()).toEqual(['fingerprint', 'life', 'list', 'order', 'price', 'refusals', 'run'])
})

test.each(examples)('npm run -s sim -- %s', async (line) => {
  const { status, stdout, stderr } = await sim(...wordsOf(line))
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).not.toBe('')
})
