import { expect, test } from 'vitest'
import { importCycles } from './importCycles.ts'
import { readCode } from './sourceFiles.ts'

test('no file of src imports itself through others', () => {
  expect(importCycles(readCode('src'))).toEqual([])
})

test('a cycle is found, also one of types', () => {
  const texts = {
    'src/engine/a.ts': "import { b } from './b.ts'",
    'src/engine/b.ts': "export { c } from './c.ts'",
    'src/engine/c.ts': "import type { A } from './a.ts'",
    'src/engine/d.ts': "import { a } from './a.ts'",
  }
  expect(importCycles(texts)).toEqual(['src/engine/a.ts -> src/engine/b.ts -> src/engine/c.ts -> src/engine/a.ts'])
})

test('a file that imports itself is a cycle', () => {
  expect(importCycles({ 'src/engine/a.ts': "import './a.ts'" })).toEqual(['src/engine/a.ts -> src/engine/a.ts'])
})
