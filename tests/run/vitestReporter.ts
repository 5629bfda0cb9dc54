import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { SerializedError } from 'vitest'
import type { Reporter } from 'vitest/node'
import type { Failure, StageResult } from './stage.ts'

// The stack below these lines is the runner's own.
const LINES_OF_STACK = 3

/** The part of vitest's modules and tests that is read here. */
export interface RunModule {
  readonly moduleId: string
  readonly children: { allTests(): Iterable<RunTest> }
  errors(): readonly SerializedError[]
}

interface RunTest {
  readonly fullName: string
  readonly module: { readonly relativeModuleId: string }
  result(): { readonly state: string; readonly errors?: readonly SerializedError[] | undefined }
}

/** Writes what a run found to the file named by SHARDSCOPE_REPORT; vitest's own JSON leaves out how two values differ. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly RunModule[], errors: readonly SerializedError[]): void {
    const file = process.env['SHARDSCOPE_REPORT']
    if (file !== undefined) writeFileSync(file, JSON.stringify(countModules(modules, errors)))
  }
}

/** Skipped and unfinished tests count as failed: a test that did not run proves nothing. */
export function countModules(modules: readonly RunModule[], errors: readonly SerializedError[]): StageResult {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const passed = tests.filter((test) => test.result().state === 'passed').length
  const failures: Failure[] = [
    ...tests.filter((test) => test.result().state !== 'passed').map(failureOf),
    ...modules.flatMap((module) =>
      module.errors().map((error) => ({ title: module.moduleId, details: errorText(error) })),
    ),
    ...errors.map((error) => ({ title: 'outside every test', details: errorText(error) })),
  ]
  return { passed, failures }
}

function failureOf(test: RunTest): Failure {
  const { state, errors } = test.result()
  const title = `${test.module.relativeModuleId} > ${test.fullName}`
  return { title, details: errors?.map(errorText).join('\n') || state }
}

function errorText({ message, diff, stacks }: SerializedError): string {
  const places = stacks?.slice(0, LINES_OF_STACK).map(({ file, line }) => `at ${file}:${line}`) ?? []
  return stripVTControlCharacters([message, ...(diff === undefined ? [] : [diff]), ...places].join('\n'))
}
