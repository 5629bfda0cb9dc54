import type { Failure, Stage } from './stage.ts'

const LONGEST_DETAILS_LINES = 60

export interface Total {
  readonly passed: number
  readonly failed: number
}

/** Runs stages one after the other, tells each in a line and each failure in full, and counts. */
export async function runStages(stages: readonly Stage[], say: (line: string) => void): Promise<Total> {
  let passed = 0
  let failed = 0
  for (const { name, run, isNeeded } of stages) {
    const start = performance.now()
    const result = await run().catch((error: unknown) => ({
      passed: 0,
      failures: [{ title: name, details: String(error instanceof Error ? (error.stack ?? error.message) : error) }],
    }))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    passed += result.passed
    failed += result.failures.length
    say(
      `${result.failures.length === 0 ? '✓' : '✗'} ${name}: ${result.passed} passed, ${result.failures.length} failed (${seconds} s)`,
    )
    for (const failure of result.failures) say(failureText(failure))
    if (isNeeded && result.failures.length > 0) {
      say('The stages after this one need it and did not run.')
      break
    }
  }
  return { passed, failed }
}

function failureText({ title, details }: Failure): string {
  const lines = details.trim().split('\n')
  const shown = lines.slice(0, LONGEST_DETAILS_LINES)
  const left = lines.length - shown.length
  return [
    `  ✗ ${title}`,
    ...shown.map((line) => `    ${line}`),
    ...(left > 0 ? [`    … ${left} more lines`] : []),
  ].join('\n')
}

/** The last line of every test run, and the exit code that says the same. */
export function finish({ passed, failed }: Total): void {
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
