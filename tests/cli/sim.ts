import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../src/cli/sim/report.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Answer = { status: number | null; stdout: string; stderr: string }

/** Runs the headless command as a person does, in a process of its own. */
export function sim(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'src/cli/sim.ts', ...args], {
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
