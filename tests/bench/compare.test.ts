import { describe, expect, it } from 'vitest'
import { failures, type Measurements } from './compare.ts'
import { deviations } from './expected.ts'
import { runHandLoop } from './handLoop.ts'
import { createShardOfKey } from './shardOfKey.ts'

const counts = runHandLoop(createShardOfKey())

const measured = (millis: { loop: number; jsSimulator: number; engine: number }): Measurements => {
  const one = (processorMillis: number) => [
    { firstMillis: processorMillis, processorMillis, wallMillis: processorMillis, counts },
  ]
  return {
    engine: one(millis.engine),
    loop: one(millis.loop),
    'js-simulator': one(millis.jsSimulator),
    simjs: one(2000),
  }
}

describe('what the bench demands', () => {
  it('the hand-written loop reproduces the counts of the model', () => {
    expect(deviations(counts)).toEqual([])
  })

  it('names each count that is off', () => {
    const off = { ...counts, retries: counts.retries * 1.1, meanLatencySeconds: Number.NaN }
    expect(deviations(off).map((text) => text.split(':')[0])).toEqual(['retries', 'events', 'mean latency (s)'])
  })

  it('passes good ratios and refuses bad ones', () => {
    expect(failures(measured({ loop: 300, jsSimulator: 1800, engine: 500 }))).toEqual([])
    expect(failures(measured({ loop: 500, jsSimulator: 1800, engine: 600 })).join()).toContain('loop is 3.60 times')
    expect(failures(measured({ loop: 300, jsSimulator: 1800, engine: 700 })).join()).toBe(
      'engine is 0.43 times loop, not at least 0.5 times',
    )
    expect(failures(measured({ loop: 300, jsSimulator: 1000, engine: 550 })).length).toBe(2)
  })
})
