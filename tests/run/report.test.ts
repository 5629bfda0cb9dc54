import { describe, expect, test } from 'vitest'
import { readPlaywrightReport } from './playwrightStage.ts'
import { runStages } from './runStages.ts'
import { failedOnce, orEmptyFails, passedOnce } from './stage.ts'
import { readVitestReport } from './vitestStage.ts'

// A test run that hides a failure is worse than none, so the counting is tested too.
describe('the count of a test run', () => {
  test('takes a skipped test and a file without tests for failures', () => {
    const result = readVitestReport({
      testResults: [
        {
          name: 'a.test.ts',
          assertionResults: [
            { fullName: 'holds', status: 'passed', failureMessages: [] },
            { fullName: 'breaks', status: 'failed', failureMessages: ['1 is not 2'] },
            { fullName: 'waits', status: 'pending', failureMessages: [] },
          ],
        },
        { name: 'b.test.ts', message: 'cannot be read', assertionResults: [] },
      ],
    })
    expect(result.passed).toBe(1)
    expect(result.failures.map(({ details }) => details)).toEqual(['1 is not 2', 'pending', 'cannot be read'])
  })

  test('finds the browser tests of every suite, and errors outside them', () => {
    const spec = (status: string) => ({
      title: status,
      file: 'a.spec.ts',
      line: 1,
      tests: [{ results: [{ status, errors: [] }] }],
    })
    const result = readPlaywrightReport({
      suites: [{ specs: [spec('passed')], suites: [{ specs: [spec('timedOut'), spec('skipped')] }] }],
      errors: [{ message: 'the server did not start' }],
    })
    expect(result.passed).toBe(1)
    expect(result.failures.map(({ details }) => details)).toEqual(['the server did not start', 'timedOut', 'skipped'])
  })

  test('takes a stage without tests, and one that throws, for a failure', async () => {
    const lines: string[] = []
    const total = await runStages(
      [
        { name: 'types', run: async () => passedOnce },
        { name: 'nothing', run: async () => orEmptyFails('nothing', { passed: 0, failures: [] }) },
        { name: 'broken', run: () => Promise.reject(new Error('no such program')) },
      ],
      (line) => lines.push(line),
    )
    expect(total).toEqual({ passed: 1, failed: 2 })
    expect(lines.join('\n')).toContain('no such program')
  })

  test('ends at a failed stage that the others need', async () => {
    const stages = [
      { name: 'build', isNeeded: true, run: async () => failedOnce('build', 'no entry') },
      { name: 'browser', run: async () => passedOnce },
    ]
    expect(await runStages(stages, () => {})).toEqual({ passed: 0, failed: 1 })
  })
})
