import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { NODE_KINDS } from '../../src/scenario/index.ts'
import { goldenRuns, goldenScenarios } from './goldenRuns.ts'
import goldens from './goldens.json' with { type: 'json' }

const versions = readFileSync(new URL('../../docs/decisions/engine-versions.md', import.meta.url), 'utf8')

/** Numbers in the first column of the table, in the order in which they stand. */
const listed = [...versions.matchAll(/^\| (\d+) \| \d{4}-\d{2}-\d{2} \| \S.* \|$/gm)].map(([, number]) =>
  Number(number),
)

describe('golden fingerprints', () => {
  it('twelve scenarios give what they gave: a link opens the same run', () => {
    // A change that was not meant is a bug. One that was: raise ENGINE_VERSION, say why in
    // docs/decisions/engine-versions.md, and run `npm run goldens`.
    expect(goldenRuns()).toEqual(goldens.goldens)
    expect(goldens.goldens.length).toBe(12)
  })

  it('differ from one another, and have names of their own', () => {
    expect(new Set(goldens.goldens.map(({ fingerprint }) => fingerprint)).size).toBe(12)
    expect(new Set(goldens.goldens.map(({ scenario }) => scenario)).size).toBe(12)
  })

  it('reach every kind of node and every kind of intervention', () => {
    const nodes = goldenScenarios().flatMap((scenario) => scenario.nodes.map(({ kind }) => kind))
    expect([...new Set(nodes)].sort()).toEqual([...NODE_KINDS].sort())
    const actions = goldenScenarios().flatMap((scenario) => scenario.interventions.map(({ action }) => action))
    expect([...new Set(actions)].sort()).toEqual(
      expect.arrayContaining(['crash', 'goTo', 'mergeShards', 'set', 'splitShard', 'start', 'updateShardCount']),
    )
  })
})

describe('engine versions', () => {
  it('the file names the engine that made it', () => {
    expect(goldens.engine).toBe(ENGINE_VERSION)
  })

  it('each has its line, from 1 on without a gap, and the newest is the one that runs', () => {
    expect(listed).toEqual(Array.from({ length: ENGINE_VERSION }, (_, i) => i + 1))
  })
})
