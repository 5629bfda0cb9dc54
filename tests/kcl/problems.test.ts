import { describe, expect, test } from 'vitest'
import { applyOverride, problems } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from '../scenario/sixScenes.ts'

const told = (...overrides: string[]) => {
  const scenario = overrides.reduce((before, text) => {
    const result = applyOverride(before, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, builtIn('slow-reader') as Scenario)
  return problems(scenario).map(({ field, factId }) => [field, factId])
}
const reader = (builtIn('slow-reader') as Scenario).nodes.find(({ kind }) => kind === 'application')!.id

describe('what will surprise in an application with the library', () => {
  test.each([
    ['KCL.03 a failover time without room for a renewal', 'failoverSeconds=0.07', [['failoverSeconds', 'KCL.03']]],
    ['KCL.03 one with room', 'failoverSeconds=0.1', []],
    [
      'KCL.06 polls closer than the library makes them',
      'pollIntervalMs=100',
      [
        ['readCallsPerSecond', 'KIN2.01'],
        ['pollIntervalMs', 'KCL.06.least'],
      ],
    ],
    ['KCL.20 more workers than shards', 'workers=9', [['workers', undefined]]],
  ])('%s', (_, change, expected) => {
    expect(told(`${reader}.coordination=kcl3`, `${reader}.${change}`)).toEqual(expected)
  })

  test('KCL.03 without the library these are no problems', () => {
    expect(told(`${reader}.failoverSeconds=0`)).toEqual([])
  })
})
