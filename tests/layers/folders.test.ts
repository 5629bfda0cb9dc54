import { describe, expect, test } from 'vitest'
import { fileShapeViolations } from './fileShape.ts'
import { folderReadmeViolations } from './folderReadmes.ts'
import { LAYERS } from './layerTable.ts'
import { readCode, readTexts } from './sourceFiles.ts'

describe('every folder of src says what it is for', () => {
  test('in its README', () => {
    expect(folderReadmeViolations(readTexts('src', ['.ts', '.tsx', '.md']))).toEqual([])
  })

  test('and a missing, an empty or a silent one is found', () => {
    const silent = 'A\n'.repeat(10)
    const texts = { 'src/ui/a.ts': '', 'src/aws/README.md': silent, 'src/engine/README.md': 'What belongs here: all' }
    const violations = folderReadmeViolations(texts)
    expect(violations).toContain('src/ui/README.md: is missing')
    expect(violations).toContain('src/aws/README.md: does not answer "Who may import it:"')
    expect(violations).toContain('src/engine/README.md: has 1 lines, not about ten')
  })

  test('and the table of layers names layers only', () => {
    const named = Object.values(LAYERS).flatMap(({ layers }) => layers)
    expect(named.filter((layer) => !(layer in LAYERS))).toEqual([])
  })
})

describe('one idea a file', () => {
  test('in src and tests', () => {
    expect(fileShapeViolations({ ...readCode('src'), ...readCode('tests') })).toEqual([])
  })

  test('a long file and a name that says nothing are found', () => {
    expect(fileShapeViolations({ 'src/ui/long.ts': 'x\n'.repeat(301), 'src/ui/utils.ts': '' })).toEqual([
      'src/ui/long.ts: has 301 lines, more than 300',
      'src/ui/utils.ts: a name that says nothing',
    ])
  })
})
