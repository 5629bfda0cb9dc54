import { describe, expect, it } from 'vitest'
import { frameByteLength, HEADER } from '../../src/protocol/frame.ts'
import { fingerprintAt, loaded } from './fakeHost.ts'
import { busy, slow } from './scenarios.ts'

describe('load', () => {
  it('says where the numbers stand and stands at the playhead', () => {
    const host = loaded(busy, 7_500_000)
    expect(host.layout.nodes.map(({ id }) => id)).toEqual(['producer', 'stream', 'queue', 'reader', 'workers'])
    expect(host.last('arrived')).toEqual({ type: 'arrived', run: 1, atMicros: 7_500_000, reason: 'sought' })
    expect(host.fingerprint).toBe(fingerprintAt(busy, 7_500_000))
  })

  it('a playhead outside the run is brought to its ends', () => {
    expect(loaded(busy, 1e15).last('arrived').atMicros).toBe(60_000_000)
    expect(loaded(busy, -5).last('arrived').atMicros).toBe(0)
  })

  it('refuses what memory cannot hold and tells why; the former run is gone', () => {
    const host = loaded(busy)
    const [node, ...rest] = busy.nodes
    host.load({ ...busy, durationSeconds: 3600, nodes: [{ ...node!, rate: 50_000 } as typeof node & object, ...rest] })
    expect(host.last('refused').message).toMatch(/records/)
    const count = host.told.length
    host.ask({ type: 'play', speed: 1 })
    host.pass(1000)
    expect(host.told.length).toBe(count)
  })
})

describe('play', () => {
  it('keeps to wall time x speed and stops where it is told to', () => {
    for (const speed of [0.01, 1, 10]) {
      const host = loaded(busy)
      host.ask({ type: 'play', speed })
      host.pass(3000)
      host.ask({ type: 'pause' })
      const { atMicros, reason } = host.last('arrived')
      expect(reason).toBe('paused')
      expect(atMicros).toBeLessThanOrEqual(3_000_000 * speed)
      expect(atMicros).toBeGreaterThan((3_000_000 - 20_000) * speed)
      const { header } = host.frame()
      expect(header[HEADER.nowMicros]).toBe(atMicros)
      expect(header[HEADER.behind]).toBe(0)
      host.pass(5000)
      expect(host.nowMicros).toBe(atMicros)
      expect(host.pending).toBe(0)
    }
  })

  it('the fingerprint does not depend on speed, pauses, slices or frames in between', () => {
    for (const [speed, costMs] of [
      [1, 0],
      [7, 0.3],
      [3600, 2],
      [Number.POSITIVE_INFINITY, 5],
    ] as const) {
      const host = loaded(busy, 0, costMs)
      host.ask({ type: 'play', speed })
      for (let i = 0; i < 20; i++) {
        host.pass(40)
        host.frame()
      }
      host.ask({ type: 'pause' })
      const { atMicros } = host.last('arrived')
      expect(host.fingerprint).toBe(fingerprintAt(busy, atMicros))
    }
  })

  it('ends at the duration, says so once, and stands', () => {
    const host = loaded(busy)
    host.ask({ type: 'play', speed: Number.POSITIVE_INFINITY })
    host.settle()
    expect(host.last('arrived')).toMatchObject({ reason: 'ended', atMicros: 60_000_000 })
    expect(host.all('arrived').filter(({ reason }) => reason === 'ended').length).toBe(1)
    expect(host.frame().header[HEADER.ended]).toBe(1)
    expect(host.fingerprint).toBe(fingerprintAt(busy, 60_000_000))
    expect(host.pending).toBe(0)
  })

  it('says when it cannot keep the pace, and how fast it goes', () => {
    const host = loaded({ ...busy, durationSeconds: 3600 }, 0, 10)
    host.ask({ type: 'play', speed: 3600 })
    host.pass(1500)
    const { header } = host.frame()
    expect(header[HEADER.behind]).toBe(1)
    expect(header[HEADER.reachedSpeed]).toBeGreaterThan(0)
    expect(header[HEADER.reachedSpeed]).toBeLessThan(3600)
  })

  it('a long silence of the browser makes the run late, not faster', () => {
    const host = loaded(busy)
    host.ask({ type: 'play', speed: 1 })
    host.pass(100)
    host.costMs = 3
    host.wallMs += 30_000
    host.pass(500)
    host.ask({ type: 'pause' })
    expect(host.last('arrived').atMicros).toBeLessThan(40_000_000)
  })

  it('a change of speed goes on from where it is', () => {
    const host = loaded(busy)
    host.ask({ type: 'play', speed: 1 })
    host.pass(2000)
    host.ask({ type: 'play', speed: 5 })
    host.pass(2000)
    host.ask({ type: 'pause' })
    expect(host.last('arrived').atMicros / 12_000_000).toBeCloseTo(1, 1)
  })
})

describe('stale runs and frames', () => {
  it('what is asked of an older run is not done; its buffer comes back', () => {
    const host = loaded(busy)
    host.load(slow)
    host.settle()
    const count = host.told.length
    host.ask({ type: 'play', speed: 1 }, 1)
    host.ask({ type: 'seek', toMicros: 5 }, 1)
    host.ask({ type: 'series', request: 1, gauges: [0], fromMicros: 0, stepMicros: 1, count: 1 }, 1)
    host.pass(1000)
    expect(host.told.length).toBe(count)
    const buffer = new ArrayBuffer(64)
    host.ask({ type: 'frame', buffer, windowMicros: 0 }, 1)
    expect(host.last('frame')).toEqual({ type: 'frame', run: 1, buffer })
  })

  it('a lent buffer of the right size is the one that comes back; another is replaced', () => {
    const host = loaded(busy)
    const right = new ArrayBuffer(frameByteLength(host.layout.gaugeCount))
    host.ask({ type: 'frame', buffer: right, windowMicros: 0 })
    expect(host.last('frame').buffer).toBe(right)
    host.ask({ type: 'frame', buffer: new ArrayBuffer(8), windowMicros: 0 })
    expect(host.last('frame').buffer.byteLength).toBe(right.byteLength)
  })

  it('a frame holds the gauges of now and of about a second before, and the dots of its window', () => {
    const host = loaded(busy, 10_000_000)
    const { header, gauges, before, dotAtMicros } = host.frame(2_000_000)
    const producer = host.layout.nodes[0]!
    expect(header[HEADER.beforeMicros]).toBe(9_000_000)
    const arrivals = producer.first + producer.names.indexOf('arrivalsTotal')
    expect(gauges[arrivals]! - before[arrivals]!).toBeGreaterThan(300)
    expect(gauges[arrivals]! - before[arrivals]!).toBeLessThan(500)
    const dots = [...dotAtMicros.subarray(0, header[HEADER.dotCount])]
    expect(dots.length).toBeGreaterThan(10)
    expect(dots).toEqual([...dots].sort((a, b) => a - b))
    expect(dots[0]).toBeGreaterThanOrEqual(8_000_000)
    expect(dots.at(-1)).toBeLessThanOrEqual(10_000_000)
  })
})

describe('series', () => {
  it('gives recorded gauges at even moments, 0 at the start and nothing where the run has not been', () => {
    const host = loaded(slow, 5_000_000)
    const { first, names } = host.layout.nodes[0]!
    const arrivals = first + names.indexOf('arrivalsTotal')
    host.ask({
      type: 'series',
      request: 9,
      gauges: [arrivals, 1e6, -1],
      fromMicros: 0,
      stepMicros: 1_000_000,
      count: 8,
    })
    const { request, gaugeCount, values } = host.last('series')
    expect([request, gaugeCount]).toEqual([9, 3])
    expect([...values.subarray(0, 8)]).toEqual([0, 1, 2, 3, 4, 5, Number.NaN, Number.NaN])
    expect([...values.subarray(8)].every(Number.isNaN)).toBe(true)
  })

  it('a greedy request is answered with less', () => {
    const host = loaded(slow)
    host.ask({ type: 'series', request: 1, gauges: [0, 1], fromMicros: 0, stepMicros: 1, count: 1e9 })
    expect(host.last('series').values.length).toBeLessThanOrEqual(200_000)
  })
})
