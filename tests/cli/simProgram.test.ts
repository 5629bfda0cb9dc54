import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sim } from './sim.ts'

// The other tests of the command call it in their own process; here it is the program that people start.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

test.each([
  ['what it prints', ['fingerprint', 'taking-turns', '--until', '5'], 0],
  ['its refusal', ['run', 'three-shards'], 2],
])('as a program it has %s and the exit code', async (_what, words, code) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'src/cli/sim.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(status).toBe(code)
  expect({ status, stdout, stderr }).toEqual(await sim(...words))
})
