import { describe, expect, it } from 'vitest'
import { HEADER } from '../../src/protocol/frame.ts'
import { fingerprintAt, loaded } from './fakeHost.ts'
import { busy, slow } from './scenarios.ts'

describe('seek', () => {
  it('forward and back: everywhere the fingerprint of a fresh run', () => {
    const host = loaded(busy)
    for (const micros of [50_000_000, 10_000_000, 30_000_000, 29_999_999, 0, 60_000_000, 45_123_456]) {
      host.ask({ type: 'seek', toMicros: micros })
      host.settle()
      expect(host.last('arrived')).toMatchObject({ atMicros: micros, reason: 'sought' })
      expect(host.fingerprint).toBe(fingerprintAt(busy, micros))
    }
    expect(host.frame().header[HEADER.playedMicros]).toBe(60_000_000)
  })

  it('a long way shows progress', () => {
    const host = loaded(busy, 0, 5)
    host.ask({ type: 'seek', toMicros: 60_000_000 })
    host.settle()
    const progress = host.all('progress')
    expect(progress.length).toBeGreaterThan(2)
    expect(progress.every(({ fromMicros, toMicros }) => fromMicros === 0 && toMicros === 60_000_000)).toBe(true)
    const moments = progress.map(({ atMicros }) => atMicros)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(host.last('arrived').atMicros).toBe(60_000_000)
  })

  it('can be cancelled and stands where it came to', () => {
    const host = loaded(busy, 0, 5)
    host.ask({ type: 'seek', toMicros: 60_000_000 })
    host.pass(200)
    host.ask({ type: 'cancel' })
    const { atMicros, reason } = host.last('arrived')
    expect(reason).toBe('cancelled')
    expect(atMicros).toBeGreaterThan(0)
    expect(atMicros).toBeLessThan(60_000_000)
    host.settle()
    expect(host.nowMicros).toBe(atMicros)
    host.costMs = 0
    expect(host.fingerprint).toBe(fingerprintAt(busy, atMicros))
  })

  it('cancel without a way says nothing', () => {
    const host = loaded(busy)
    const count = host.told.length
    host.ask({ type: 'cancel' })
    expect(host.told.length).toBe(count)
  })

  it('another seek takes the place of the first', () => {
    const host = loaded(busy, 0, 5)
    host.ask({ type: 'seek', toMicros: 60_000_000 })
    host.pass(100)
    host.ask({ type: 'seek', toMicros: 1_000_000 })
    host.settle()
    expect(host.all('arrived').map(({ atMicros }) => atMicros)).toEqual([0, 1_000_000])
  })

  it('play on the way plays from where it leads, at its pace', () => {
    const host = loaded(busy, 0, 5)
    host.ask({ type: 'seek', toMicros: 20_000_000 })
    host.ask({ type: 'play', speed: 1 })
    host.pass(20)
    while (host.all('arrived').length < 2) host.pass(50)
    host.costMs = 0
    host.pass(1000)
    host.ask({ type: 'pause' })
    expect(host.last('arrived').atMicros).toBeGreaterThan(20_900_000)
    expect(host.last('arrived').atMicros).toBeLessThan(21_200_000)
  })
})

describe('step', () => {
  it('forward: one event after the other', () => {
    const host = loaded(slow)
    const moments = Array.from({ length: 6 }, () => {
      host.ask({ type: 'step', direction: 1 })
      return host.last('arrived').atMicros
    })
    // The worker asks at the start; then each record arrives at a whole second and is done 0.25 s later.
    expect(moments).toEqual([1_000_000, 1_250_000, 2_000_000, 2_250_000, 3_000_000, 3_250_000])
    expect(host.last('arrived').reason).toBe('stepped')
  })

  it('back: to just before the latest event', () => {
    const host = loaded(slow, 3_600_000)
    const moments = Array.from({ length: 4 }, () => {
      host.ask({ type: 'step', direction: -1 })
      return host.last('arrived').atMicros
    })
    expect(moments).toEqual([3_249_999, 2_999_999, 2_249_999, 1_999_999])
    host.ask({ type: 'step', direction: 1 })
    expect(host.last('arrived').atMicros).toBe(2_000_000)
    expect(host.fingerprint).toBe(fingerprintAt(slow, 2_000_000))
  })

  it('the completion of a record is an event too, though it has no timer', () => {
    const reading: typeof busy = {
      ...slow,
      nodes: [
        ...slow.nodes.slice(0, 1),
        { ...busy.nodes[1]!, shards: 1 } as (typeof busy.nodes)[number],
        {
          ...busy.nodes[3]!,
          pollIntervalMs: 4500,
          serviceMs: 100,
          serviceSpread: 'constant',
          callLatencyMs: 0,
        } as (typeof busy.nodes)[number],
      ],
      links: [
        { from: 'producer', to: 'stream' },
        { from: 'stream', to: 'reader' },
      ],
    }
    const host = loaded(reading, 4_500_000)
    const forward = Array.from({ length: 5 }, () => {
      host.ask({ type: 'step', direction: 1 })
      return host.last('arrived').atMicros
    })
    expect(forward).toEqual([4_600_000, 4_700_000, 4_800_000, 4_900_000, 5_000_000])
    const back = Array.from({ length: 3 }, () => {
      host.ask({ type: 'step', direction: -1 })
      return host.last('arrived').atMicros
    })
    expect(back).toEqual([4_999_999, 4_899_999, 4_799_999])
  })

  it('off the ends it stays', () => {
    const host = loaded(slow)
    host.ask({ type: 'step', direction: -1 })
    expect(host.last('arrived').atMicros).toBe(0)
    host.ask({ type: 'seek', toMicros: 10_000_000 })
    host.settle()
    host.ask({ type: 'step', direction: 1 })
    expect(host.last('arrived').atMicros).toBe(10_000_000)
  })

  it('back and forth through chance ends where a fresh run is', () => {
    const host = loaded(busy, 30_000_100)
    for (let i = 0; i < 30; i++) host.ask({ type: 'step', direction: i % 3 === 0 ? 1 : -1 })
    expect(host.fingerprint).toBe(fingerprintAt(busy, host.last('arrived').atMicros))
  })
})
