import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll } from 'vitest'
import type { Report } from '../../src/cli/sim/report.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Answer = { status: number | null; stdout: string; stderr: string }

// `npm run sim` bundles anew on every run, which takes longer than most of these runs: here it is done once for each file of
// tests. That bundling itself works is proven by run.test.ts. The name ends as run.mjs wants it, so that it clears up after a crash.
const folder = join(ROOT, `node_modules/.cache/shardscope/sim-of-tests-${process.pid}`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bundle = await rolldown({
  input: join(ROOT, 'src/cli/sim.ts'),
  platform: 'node',
  external: (id) => builtinModules.includes(id) || !(id.startsWith('.') || isAbsolute(id)),
})
await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'entry.mjs' })
await bundle.close()

/** Runs the headless command in a process of its own. */
export function sim(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'entry.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

/** The report of a run that must end well. */
export function reportOf(...args: string[]): Report {
  const { status, stdout, stderr } = sim('run', ...args, '--json')
  if (status !== 0) throw new Error(`sim run ${args.join(' ')} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Report
}

export function fingerprintOf(...args: string[]): string {
  return sim('fingerprint', ...args).stdout.trim()
}

/** A node of a report by its id. */
export function nodeOf(report: Report, id: string) {
  const node = report.nodes.find((other) => other.id === id)
  if (node === undefined) throw new Error(`The report has no node ${id}`)
  return node
}
