import { describe, expect, test } from 'vitest'
import { writeLimit } from '../../src/charts/writeLimit.ts'
import { createEngine } from '../../src/engine/index.ts'
import { applyOverride, problems } from '../../src/scenario/index.ts'
import type { Scenario, ScenarioNode, StreamNode } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { builtIn } from '../scenario/sixScenes.ts'
import { linkOf } from './producerLibrary.ts'

function scene(...overrides: string[]): Scenario {
  return overrides.reduce((scenario, text) => {
    const result = applyOverride(scenario, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, builtIn('two-shards') as Scenario)
}

const isStream = (node: ScenarioNode): node is StreamNode => node.kind === 'stream'

const run = (scenario: Scenario, seconds: number) => {
  const engine = createEngine(compile({ ...scenario, durationSeconds: seconds }), scenario.seed)
  engine.run(seconds * 1e6, Number.POSITIVE_INFINITY)
  return linkOf(engine)
}

describe('the producer library in a scene', () => {
  const BUSY = ['producer.rate=4000', 'producer.recordBytes=200', 'producer.bufferRecords=20000'] as const

  test('KIN6.06 what two shards refuse as single records, they take when it is packed', () => {
    const alone = scene(...BUSY)
    expect(problems(alone).map(({ factId }) => factId)).toContain('KIN1.02')
    expect(run(alone, 10).refusedTotal).toBeGreaterThan(0)
    const packed = scene(...BUSY, 'producer.sendsWith=kpl')
    expect(problems(packed)).toEqual([])
    const link = run(packed, 10)
    expect(link.refusedTotal).toBe(0)
    expect(link.storedTotal).toBeGreaterThan(39_000)
    expect(link.kinesisRecordsTotal).toBeLessThan(500)
  })

  test('KIN6.06 packing does not help against the byte limit, and the scene says so', () => {
    const large = scene('producer.rate=4000', 'producer.recordBytes=1000', 'producer.sendsWith=kpl')
    expect(problems(large).map(({ factId }) => factId)).toEqual(['KIN1.01'])
  })

  test('KIN6.06 the line of the write limit stands at the user records that it takes', () => {
    const limitOf = (...overrides: string[]) => {
      const of = scene(...overrides)
      return writeLimit(of, of.nodes.find(isStream)!, null).steps[0]!.value
    }
    expect(limitOf(...BUSY)).toBe(2000)
    // 51,200 B hold 238 records of 200 B with key and frame; four thousand a second on two shards make 200 in 100 ms.
    expect(limitOf(...BUSY, 'producer.sendsWith=kpl')).toBe(2000 * 200)
  })
})
