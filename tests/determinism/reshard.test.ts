import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { resharding } from '../scenario/fixtures/resharding.ts'

// The golden scene whose shards split, merge and are counted anew under readers with and without the library.

const plan = compile(resharding)
const END = plan.durationMicros
const NO_END = Number.POSITIVE_INFINITY
const begin = (): Engine => createEngine(plan, resharding.seed)
const whole = begin()
whole.run(END, NO_END)
const fingerprint = whole.digest()

/** Before, during and after each change of the shards, and while a child waits for its parent. */
const MOMENTS = [20, 49.9999, 51.3, 75, 131, 215, 231].map((seconds) => seconds * 1e6)

describe('across a reshard', () => {
  test('KIN4.03 KCL.13 a snapshot anywhere, run on from, gives the same run', () => {
    const engine = begin()
    for (const at of MOMENTS) {
      engine.run(at, NO_END)
      const snapshot = engine.snapshot()
      const digest = engine.digest()
      engine.run(at + 40e6, NO_END)
      engine.restore(snapshot)
      expect(engine.digest()).toBe(digest)
    }
    engine.run(END, NO_END)
    expect(engine.digest()).toBe(fingerprint)
  })

  test('going back before shards were made and on again makes the same shards', () => {
    const engine = begin()
    engine.run(10e6, NO_END)
    const early = engine.snapshot()
    engine.run(END, NO_END)
    expect(engine.streams[0]!.shards.length).toBeGreaterThan(8)
    engine.restore(early)
    expect(engine.streams[0]!.shards.length).toBe(2)
    expect(engine.streams[0]!.openShards.length).toBe(2)
    engine.run(END, NO_END)
    expect(engine.digest()).toBe(fingerprint)
  })

  test('slices of any length, with looks in between, give the same run', () => {
    const engine = begin()
    const gauges = new Float64Array(engine.gaugeCount)
    for (let at = 0; at < END; at += 1_234_567) {
      engine.run(at, 500)
      engine.readGauges(gauges)
    }
    engine.run(END, NO_END)
    expect(engine.digest()).toBe(fingerprint)
  })
})
