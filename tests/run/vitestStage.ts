import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './runProgram.ts'
import { type Failure, failedOnce, orEmptyFails, type Stage, type StageResult } from './stage.ts'

/** The part of vitest's JSON report that is read here. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

const TITLE = 'vitest'

export const vitestStage: Stage = {
  name: 'node tests',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shardscope-'))
    try {
      const file = join(folder, 'vitest.json')
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const { code, output } = await runProgram('vitest', ['run', '--project', 'node', ...reporters])
      const text = await readFile(file, 'utf8').catch(() => null)
      if (text === null) return failedOnce(TITLE, output)
      const result = readVitestReport(JSON.parse(text) as VitestReport)
      // An error outside every test (a promise nobody awaited) is only told by the exit code.
      if (code !== 0 && result.failures.length === 0) return { ...result, ...failedOnce(TITLE, output) }
      return orEmptyFails(TITLE, result)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Skipped and unfinished tests count as failed: a test that did not run proves nothing. */
export function readVitestReport(report: VitestReport): StageResult {
  let passed = 0
  const failures: Failure[] = []
  for (const { name, message, assertionResults } of report.testResults) {
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status === 'passed') passed += 1
      else failures.push({ title: `${name} > ${fullName}`, details: failureMessages?.join('\n') || status })
    }
    if (assertionResults.length === 0) failures.push({ title: name, details: message || 'no test ran' })
  }
  return { passed, failures }
}
