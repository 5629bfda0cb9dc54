import { type Answer, answerTo } from '../../src/cli/sim/answerTo.ts'
import type { Report } from '../../src/cli/sim/report.ts'

/** The headless command in this process. That it is the same as a program of its own is shown by simProgram.test.ts. */
export const sim = (...args: string[]): Promise<Answer> => answerTo(args)

/** The report of a run that must end well. */
export async function reportOf(...args: string[]): Promise<Report> {
  const { status, stdout, stderr } = await sim('run', ...args, '--json')
  if (status !== 0) throw new Error(`sim run ${args.join(' ')} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Report
}

export async function fingerprintOf(...args: string[]): Promise<string> {
  return (await sim('fingerprint', ...args)).stdout.trim()
}

/** A node of a report by its id. */
export function nodeOf(report: Report, id: string) {
  const node = report.nodes.find((other) => other.id === id)
  if (node === undefined) throw new Error(`The report has no node ${id}`)
  return node
}
