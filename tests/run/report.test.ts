import { describe, expect, test } from 'vitest'
import { atOnce } from './atOnce.ts'
import { readPlaywrightReport } from './playwrightStage.ts'
import { runStages } from './runStages.ts'
import { failedOnce, orEmptyFails, passedOnce } from './stage.ts'
import { countModules } from './vitestReporter.ts'

// A test run that hides a failure is worse than none, so the counting is tested too.
describe('the count of a test run', () => {
  test('takes a skipped test, a broken file and an error outside the tests for failures', () => {
    const errors = [{ message: '1 is not 2', diff: '- 2\n+ 1', stacks: [] }]
    const module = { relativeModuleId: 'a.test.ts' }
    const tests = [
      { fullName: 'holds', module, result: () => ({ state: 'passed' }) },
      { fullName: 'breaks', module, result: () => ({ state: 'failed', errors }) },
      { fullName: 'waits', module, result: () => ({ state: 'skipped' }) },
    ]
    const result = countModules(
      [
        { moduleId: 'a.test.ts', children: { allTests: () => tests }, errors: () => [] },
        { moduleId: 'b.test.ts', children: { allTests: () => [] }, errors: () => [{ message: 'cannot be read' }] },
      ],
      [{ message: 'a promise nobody awaited' }],
    )
    expect(result.passed).toBe(1)
    expect(result.failures.map(({ details }) => details)).toEqual([
      '1 is not 2\n- 2\n+ 1',
      'skipped',
      'cannot be read',
      'a promise nobody awaited',
    ])
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

  test('of stages at once, each is told in its turn, also when one throws before', async () => {
    let ends: () => void = () => {}
    const slow = new Promise<void>((resolve) => {
      ends = resolve
    })
    const began: string[] = []
    const lines: string[] = []
    const stages = atOnce([
      { name: 'slow', run: () => slow.then(() => passedOnce) },
      {
        name: 'broken',
        run: () => {
          began.push('broken')
          ends()
          return Promise.reject(new Error('no such program'))
        },
      },
    ])
    expect(await runStages(stages, (line) => lines.push(line))).toEqual({ passed: 1, failed: 1 })
    expect(began).toEqual(['broken'])
    expect(lines[0]).toContain('slow: 1 passed')
    expect(lines[1]).toContain('broken: 0 passed, 1 failed')
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
