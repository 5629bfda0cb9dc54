import { describe, expect, test } from 'vitest'
import { engineLiteralViolations } from './engineLiterals.ts'
import { readCode } from './sourceFiles.ts'

describe('the engine takes its numbers from the plan, and its machinery from a few files', () => {
  test('in every file', () => {
    const engine = readCode('src/engine')
    expect(Object.keys(engine).length).toBeGreaterThan(10)
    expect(engineLiteralViolations(engine)).toEqual([])
  })

  test.each([
    'const limit = 1_000',
    'const limit = -3',
    'const half = 0.5',
    'const mask = 0xff',
    'const hash = x >> 96n',
    'const wait = after(1e6)',
    'const third = row[3]',
    "const third = { ['a']: 3 }",
    'const row = { [3]: 1 }',
    'const text = `${x * 8}`',
    'function wait(millis = 20) { return millis }',
    'class Queue { limit = 120_000 }',
    'const limit = 10 as 10',
    'x += 4',
  ])('finds %s', (text) => {
    expect(engineLiteralViolations({ 'src/engine/sqs/a.ts': text })).toHaveLength(1)
  })

  test('says where', () => {
    const text = 'const a = 1\n\nconst b = 0x10\n'
    expect(engineLiteralViolations({ 'src/engine/a.ts': text })).toEqual(['src/engine/a.ts:3: 0x10 has no home here'])
  })

  test('lets counting, types, names, strings and comments pass', () => {
    const text = `
      // 1,000 records a second
      const counting = [0, 1, 2, -1, -2, 0n, 1n, 2n, 0x1, 1.0]
      const text = 'at most 256 shards' + \`\${counting} 256\`
      type Small = 3 | -4 | 5n | [6, 7]
      const table = { 3: 'three', three: 'v4' } as const
      const pattern = /[0-9]{3}/
      const four = x4.y8
    `
    expect(engineLiteralViolations({ 'src/engine/a.ts': text })).toEqual([])
  })

  test('lets the homes of numbers pass, and other layers', () => {
    const texts = {
      'src/engine/kernel/units.ts': 'export const KIBI = 1_024',
      'src/engine/kernel/time.ts': 'export const MICROS_PER_SECOND = 1_000_000',
      'src/aws/sqs.ts': 'export const inFlight = 120_000',
    }
    expect(engineLiteralViolations(texts)).toEqual([])
  })

  test('a file of the same name elsewhere is no home', () => {
    expect(engineLiteralViolations({ 'src/engine/sqs/units.ts': 'const limit = 10' })).toHaveLength(1)
  })
})
