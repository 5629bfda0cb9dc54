/** What one part of the test run found. */
export interface StageResult {
  readonly passed: number
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly title: string
  /** Everything a reader needs to understand it, in lines. */
  readonly details: string
}

export interface Stage {
  readonly name: string
  readonly run: () => Promise<StageResult>
  /** A stage that the ones after it need: when it fails, they cannot run. */
  readonly isNeeded?: boolean
}

export const passedOnce: StageResult = { passed: 1, failures: [] }

export const failedOnce = (title: string, details: string): StageResult => ({
  passed: 0,
  failures: [{ title, details }],
})

/** A stage without a test proves nothing, so it fails. */
export const orEmptyFails = (title: string, result: StageResult): StageResult =>
  result.passed + result.failures.length > 0 ? result : failedOnce(title, 'no test ran')
