import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/engine/index.ts'

// What docs/sandbox.md shows works as it stands: each block is run, and what stands behind an arrow is what comes out.

const text = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!)

/** A statement whose value is told: `box.now() // → 7` becomes a comparison; imports are what the test brings. */
function runnable(code: string): string {
  return code
    .replace(/^import .*$/gm, '')
    .replace(
      /^(\s*)(.+?)\s*\/\/ → (.+)$/gm,
      (_, indent: string, seen: string, told: string) => `${indent}same(${seen}, ${told})`,
    )
}

test('every block tells something', () => {
  expect(blocks.length).toBeGreaterThan(5)
  for (const block of blocks) expect(block).toContain('// → ')
})

test.each(blocks.map((block) => [block.split('\n').slice(0, 3).join(' ').slice(0, 100), block]))('%s', (_, block) => {
  let told = 0
  const same = (seen: unknown, expected: unknown) => {
    told++
    expect(seen).toEqual(expected)
  }
  const example = runInThisContext(`(function (createSandbox, same) {${runnable(block)}\n})`) as (
    ...given: unknown[]
  ) => void
  example(createSandbox, same)
  expect(told).toBe(block.split('// → ').length - 1)
})
