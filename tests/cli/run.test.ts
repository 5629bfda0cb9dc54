import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
let folder: string

// Inside the project, so that packages resolve as they do for the real commands.
beforeAll(() => {
  folder = mkdtempSync(join(ROOT, 'node_modules/.cache/run-test-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/run.mjs'), ...args], { encoding: 'utf8' })

test('runs TypeScript with its arguments, and always the text of this moment', () => {
  const entry = join(folder, 'entry.ts')
  write('part.ts', "export const word: string = 'first'")
  write('entry.ts', "import { word } from './part.ts'\nconsole.log(word, process.argv.slice(2).join(' '))")
  expect(run(entry, 'a', '--b').stdout).toBe('first a --b\n')
  write('part.ts', "export const word: string = 'second'")
  expect(run(entry).stdout).toBe('second \n')
})

test('keeps the exit code of the program', () => {
  write('ends.ts', 'process.exit(3)')
  expect(run(join(folder, 'ends.ts')).status).toBe(3)
})

test('names the line of the source when the program throws', () => {
  write('throws.ts', "type Unused = 1\n\nthrow new Error('on line three')")
  const { status, stderr } = run(join(folder, 'throws.ts'))
  expect(status).toBe(1)
  expect(stderr).toContain('throws.ts:3')
})

test('keeps the address of a bundled file, so that it finds what lies beside it', () => {
  write('beside.ts', 'console.log(import.meta.url)')
  expect(run(join(folder, 'beside.ts')).stdout).toMatch(/\/beside\.ts\n$/)
})

test('says what to do without an entry', () => {
  const { status, stderr } = run()
  expect([status, stderr.split('\n').length]).toEqual([2, 2])
})
