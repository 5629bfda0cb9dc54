import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runProgram } from './runProgram.ts'
import { type Failure, failedOnce, orEmptyFails, type Stage, type StageResult } from './stage.ts'

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightReport {
  readonly suites: readonly Suite[]
  readonly errors: readonly { readonly message?: string }[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly line: number
    readonly tests: readonly {
      readonly results: readonly {
        readonly status: string
        readonly errors: readonly { readonly message?: string }[]
      }[]
    }[]
  }[]
}

const TITLE = 'playwright'

export function playwrightStage(chromium: string, filters: readonly string[] = []): Stage {
  return {
    name: 'browser tests',
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'shardscope-'))
      try {
        const file = join(folder, 'playwright.json')
        const env = { SHARDSCOPE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
        const { code, output } = await runProgram('playwright', ['test', '--reporter=json', ...filters], env)
        const text = await readFile(file, 'utf8').catch(() => null)
        if (text === null) return failedOnce(TITLE, output)
        const result = readPlaywrightReport(JSON.parse(text) as PlaywrightReport)
        if (code !== 0 && result.failures.length === 0) return { ...result, ...failedOnce(TITLE, output) }
        return orEmptyFails(TITLE, result)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Skipped tests count as failed: a test that did not run proves nothing. */
export function readPlaywrightReport({ suites, errors }: PlaywrightReport): StageResult {
  const failures: Failure[] = errors.map(({ message }) => ({
    title: TITLE,
    details: stripVTControlCharacters(message ?? ''),
  }))
  let passed = 0
  const read = (suite: Suite): void => {
    for (const { title, file, line, tests } of suite.specs) {
      for (const { results } of tests) {
        const last = results.at(-1)
        const details =
          last?.errors.map(({ message }) => stripVTControlCharacters(message ?? '')).join('\n') ||
          (last?.status ?? 'did not run')
        if (last?.status === 'passed') passed += 1
        else failures.push({ title: `${file}:${line} > ${title}`, details })
      }
    }
    for (const inner of suite.suites ?? []) read(inner)
  }
  for (const suite of suites) read(suite)
  return { passed, failures }
}
