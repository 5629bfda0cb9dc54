import { describe, expect, test } from 'vitest'
import { fingerprintAt, loaded } from './fakeHost.ts'
import { busy } from './scenarios.ts'

const STOPS = [2_345_678, 7_000_001, 999_000_000]

describe('moments at which playing stops', () => {
  test('it stands at exactly that microsecond at any speed and on any machine, and it is the same run', () => {
    for (const [speed, costMs] of [
      [20, 0.3],
      [3600, 5],
      [Number.POSITIVE_INFINITY, 2],
    ] as const) {
      const host = loaded(busy, 0, costMs)
      host.ask({ type: 'stops', moments: STOPS })
      host.ask({ type: 'play', speed })
      host.settle()
      expect(host.last('arrived'), `${speed}`).toMatchObject({ atMicros: 2_345_678, reason: 'stopped' })
      expect(host.fingerprint).toBe(fingerprintAt(busy, 2_345_678))
      host.ask({ type: 'play', speed })
      host.settle()
      expect(host.last('arrived'), `${speed}`).toMatchObject({ atMicros: 7_000_001, reason: 'stopped' })
    }
  })

  test('a step back from it and playing on stops there again; a seek goes past it; another load knows it no more', () => {
    const host = loaded(busy)
    host.ask({ type: 'stops', moments: STOPS })
    host.ask({ type: 'play', speed: Number.POSITIVE_INFINITY })
    host.settle()
    host.ask({ type: 'step', direction: -1 })
    expect(host.last('arrived').atMicros).toBeLessThan(2_345_678)
    host.ask({ type: 'play', speed: 1 })
    host.settle()
    expect(host.last('arrived')).toMatchObject({ atMicros: 2_345_678, reason: 'stopped' })
    host.ask({ type: 'seek', toMicros: 20_000_000 })
    host.settle()
    expect(host.last('arrived')).toMatchObject({ atMicros: 20_000_000, reason: 'sought' })
    host.load(busy)
    host.settle()
    host.ask({ type: 'play', speed: Number.POSITIVE_INFINITY })
    host.settle()
    expect(host.last('arrived')).toMatchObject({ atMicros: 60_000_000, reason: 'ended' })
  })
})
