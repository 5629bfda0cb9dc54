import { describe, expect, test } from 'vitest'
import { importTableViolations } from './importTable.ts'
import { readCode } from './sourceFiles.ts'

const DOOR = { 'src/engine/index.ts': '', 'src/aws/index.ts': '', 'src/scenario/scenario.ts': '' }

describe('the import table', () => {
  test('holds for every file of src', () => {
    const texts = readCode('src')
    expect(Object.keys(texts).length).toBeGreaterThan(50)
    expect(importTableViolations(texts)).toEqual([])
  })

  test.each([
    [
      'src/engine/engine.ts',
      "import type { Scenario } from '../scenario/scenario.ts'",
      'engine may not import scenario',
    ],
    ['src/canvas/Canvas.tsx', "export * from '../engine/index.ts'", 'canvas may not import engine'],
    ['src/canvas/Canvas.tsx', "type A = import('../engine/index.ts').A", 'canvas may not import engine'],
    ['src/panels/a.tsx', "const later = import('../engine/index.ts')", 'panels may not import engine'],
    ['src/engine/a.ts', "import { z } from 'zod/mini'", 'engine may not use the package zod/mini'],
    ['src/panels/a.tsx', "import { Handle } from '@xyflow/react'", 'panels may not use the package @xyflow/react'],
    ['src/charts/a.ts', "import * as d3 from 'd3'", 'charts may not use the package d3'],
    ['src/scenario/a.ts', "import '../aws/limit.ts'", 'there is no file src/aws/limit.ts'],
    ['src/worker/a.ts', "import { x } from '../engine/a.ts'", 'engine is imported through src/engine/index.ts alone'],
    ['src/worker/a.ts', 'const later = import(`./${name}.ts`)', 'imports an address that only running tells'],
    ['src/cli/a.ts', "import './run.mjs'", 'there is no file src/cli/run.mjs'],
    ['src/worker/a.ts', "import { helper } from '../../tests/run/all.ts'", 'tests/run/all.ts lies in no layer'],
    [
      'src/panels/a.ts',
      "new Worker(new URL('../worker/a.ts', import.meta.url))",
      'panels may not start src/worker/a.ts',
    ],
    [
      'src/worker/pump.ts',
      "import '../engine/index.ts'\nimport '../scenario/scenario.ts'",
      'only compiling may know scenario and engine together',
    ],
    ['src/helpers/a.ts', '', 'lies in no layer of the table'],
    ['src/main.ts', '', 'lies in no layer of the table'],
  ])('finds what is wrong in %s: %s', (path, text, violation) => {
    const texts = { ...DOOR, 'src/engine/a.ts': '', [path]: text }
    expect(importTableViolations(texts)).toEqual([expect.stringContaining(violation)])
  })

  test('lets the allowed pass', () => {
    const texts = {
      ...DOOR,
      'src/worker/compile.ts': "import '../engine/index.ts'\nimport '../scenario/scenario.ts'",
      'src/worker/simulation.worker.ts': '',
      'src/state/client.ts':
        "new Worker(new URL('../worker/simulation.worker.ts', import.meta.url), { type: 'module' })",
      'src/canvas/Canvas.tsx':
        "import { ReactFlow } from '@xyflow/react'\n// import '../engine/index.ts'\nconst text = `import '../engine'`",
      'src/cli/sim.ts': "import '../worker/compile.ts'\nimport { readFileSync } from 'node:fs'",
    }
    expect(importTableViolations(texts)).toEqual([])
  })
})
