import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { NODE_KINDS, parseScenario } from '../../src/scenario/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { runs } from '../runs.ts'
import { everyKind } from '../scenario/fixtures/everyKind.ts'

/** By then every intervention has happened. */
const END = 35_000_000
const play = () => createEngine(compile(everyKind()), 11)
const whole = play()
whole.run(END, Number.POSITIVE_INFINITY)
const fingerprint = whole.digest()

describe('a scene with every kind of node', () => {
  test('has every kind there is, and is a document like any other', () => {
    const scenario = everyKind()
    expect([...new Set(scenario.nodes.map(({ kind }) => kind))].sort()).toEqual([...NODE_KINDS].sort())
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toMatchObject({ ok: true, dropped: [] })
  })

  test('something happens in each: no node of it stands still', () => {
    const out = new Float64Array(whole.gaugeCount)
    whole.readGauges(out)
    for (const node of whole.nodes) {
      const end = node.writeGauges(whole.now, out, 0)
      expect(
        out.subarray(0, end).some((value) => value > 0),
        node.plan.id,
      ).toBe(true)
    }
  })

  test('whatever the slices, and taken back to any moment, it is one run', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: END }), { minLength: 1, maxLength: 4 }), (moments) => {
        const engine = play()
        const [back = 0, ...stops] = moments
        engine.run(back, Number.POSITIVE_INFINITY)
        const snapshot = engine.snapshot()
        for (const stop of stops) engine.run(stop, Number.POSITIVE_INFINITY)
        engine.digest()
        engine.restore(snapshot)
        engine.run(END, Number.POSITIVE_INFINITY)
        expect(engine.digest()).toBe(fingerprint)
      }),
      { numRuns: runs(6) },
    )
  })

  test('another seed is another run', () => {
    const other = createEngine(compile(everyKind()), 12)
    other.run(END, Number.POSITIVE_INFINITY)
    expect(other.digest()).not.toBe(fingerprint)
  })
})
