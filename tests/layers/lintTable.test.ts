import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LAYERS } from './layerTable.ts'

interface Override {
  readonly includes: readonly string[]
  readonly linter: { rules: { style?: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } }
}

const { overrides } = JSON.parse(readFileSync(new URL('../../biome.json', import.meta.url), 'utf8')) as {
  overrides: Override[]
}

test.each(Object.keys(LAYERS))('the linter bans for %s what the table of layers does not allow', (layer) => {
  const rule = LAYERS[layer]
  const lint = overrides.find(
    ({ includes, linter }) =>
      includes[0] === `src/${layer}/**` && linter.rules.style?.noRestrictedImports !== undefined,
  )
  const banned = lint?.linter.rules.style?.noRestrictedImports?.options.patterns.flatMap(({ group }) => group)
  const reachable = [layer, ...(rule?.layers ?? []), ...(rule?.files ?? []).map((file) => file.split('/')[1])]
  const forbidden = Object.keys(LAYERS).filter((other) => !reachable.includes(other))
  expect(banned?.toSorted()).toEqual(forbidden.map((other) => `**/${other}/**`).toSorted())
})
