import { describe, expect, test } from 'vitest'
import { engineMathViolations, engineWordViolations } from './engineWords.ts'
import { readCode } from './sourceFiles.ts'

const engine = readCode('src/engine')

describe('the engine knows no clock, no chance, no locale and no timer', () => {
  test('in every file', () => {
    expect(Object.keys(engine).length).toBeGreaterThan(10)
    expect(engineWordViolations(engine)).toEqual([])
  })

  test.each([
    'const now = Date.now()',
    'const { now } = performance',
    'setTimeout(() => {}, 0)',
    'export async function f() { await g() }',
    "const word = n.toLocaleString('en')",
    "words.sort((a, b) => a['localeCompare'](b))",
    "const clock = globalThis['Date']",
    'const id = crypto.randomUUID()',
    'const fields = { Date }',
    "const now = new Function('return 1')",
  ])('finds %s', (text) => {
    expect(engineWordViolations({ 'src/engine/a.ts': text })).not.toEqual([])
  })

  test('lets fields, comments and strings pass, and other layers', () => {
    const texts = {
      'src/engine/a.ts': "// Date.now()\nconst performance_ = 'Date'\nconst x = { self: y.window }",
      'src/shell/a.ts': 'const now = Date.now()',
    }
    expect(engineWordViolations(texts)).toEqual([])
  })
})

describe('the engine takes its arithmetic from one file', () => {
  test('in every file', () => {
    expect(engineMathViolations(engine)).toEqual([])
  })

  test.each([
    'const x = Math.log(2)',
    'const { log } = Math',
    "const x = Math['random']()",
    'const x = globalThis.Math.random()',
    "const x = globalThis['Math'].random()",
    'const m = Math; m.log(2)',
    'const x = `${Math.max(1, 2)}`',
    'const x = 2 ** 3',
    'x **= 2',
  ])('finds %s', (text) => {
    expect(engineMathViolations({ 'src/engine/kinesis/a.ts': text })).not.toEqual([])
  })

  test('lets that one file, comments and strings pass', () => {
    const texts = {
      'src/engine/kernel/detMath.ts': 'export const floor = Math.floor',
      'src/engine/a.ts': "/** 2 ** 3 with Math */\nconst text = 'Math ** 2' // Math\nconst pattern = /Math **/",
    }
    expect(engineMathViolations(texts)).toEqual([])
  })
})
