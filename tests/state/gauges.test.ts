import { describe, expect, it } from 'vitest'
import { frameByteLength, frameViews, HEADER } from '../../src/protocol/frame.ts'
import type { FrameListener } from '../../src/state/frames.ts'
import { readerOf } from '../../src/state/gaugeReader.ts'
import { createGauges } from '../../src/state/gauges.ts'
import { LAYOUT } from './fakeWorker.ts'

function frameAt(nowMicros: number, gauges: number[] = [0, 0, 0], before: number[] = [0, 0, 0]) {
  const frame = frameViews(new ArrayBuffer(frameByteLength(3)), 3)
  frame.header[HEADER.nowMicros] = nowMicros
  frame.header[HEADER.beforeMicros] = Math.max(0, nowMicros - 2_000_000)
  frame.header[HEADER.fingerprintHigh] = 0x0000_00ff
  frame.header[HEADER.fingerprintLow] = 0xdead_beef
  frame.gauges.set(gauges)
  frame.before.set(before)
  return frame
}

describe('a reading', () => {
  const reader = readerOf(frameAt(5_000_000, [10, 40, 7], [4, 0, 0]), LAYOUT)
  it('finds numbers by node, name and row', () => {
    expect([
      reader.value('stream', 'storedTotal'),
      reader.value('stream', 'attemptsTotal'),
      reader.value('stream', 'retained', 0),
    ]).toEqual([10, 40, 7])
    expect(reader.rows('stream')).toBe(1)
  })
  it('gives rates per second of simulated time', () => {
    expect([reader.rate('stream', 'storedTotal'), reader.rate('stream', 'attemptsTotal')]).toEqual([3, 20])
  })
  it('has 16 hex digits of fingerprint, zeros kept', () => {
    expect(reader.fingerprint).toBe('000000ffdeadbeef')
  })
  it('reads what is not there as 0, and a wrong name as NaN', () => {
    expect([reader.value('gone', 'storedTotal'), reader.value('stream', 'retained', 3), reader.rows('gone')]).toEqual([
      0, 0, 0,
    ])
    expect(reader.value('stream', 'storedTotals')).toBeNaN()
    const empty = readerOf(null, null)
    expect([
      empty.nowMicros,
      empty.value('stream', 'storedTotal'),
      empty.rate('stream', 'storedTotal'),
      empty.fingerprint,
    ]).toEqual([0, 0, 0, '0'.repeat(16)])
  })
  it('does not change when the buffer travels on', () => {
    const frame = frameAt(1_000_000, [1, 2, 3])
    const kept = readerOf(frame, LAYOUT)
    frame.gauges.fill(99)
    frame.header.fill(99)
    expect([kept.value('stream', 'storedTotal'), kept.nowMicros, kept.fingerprint]).toEqual([
      1,
      1_000_000,
      '000000ffdeadbeef',
    ])
  })
})

describe('readings', () => {
  it('come four times a second while running, each one at once while standing', () => {
    let show: FrameListener = () => {}
    let running = true
    let nowMs = 0
    const onFrame = (listener: FrameListener) => {
      show = listener
      return () => {}
    }
    const gauges = createGauges(
      { current: () => null, setDotWindowMicros() {}, onFrame },
      () => running,
      () => nowMs,
    )
    const read: number[] = []
    gauges.subscribe(() => void read.push(gauges.read().nowMicros))
    for (nowMs = 0; nowMs < 1000; nowMs += 16) show(frameAt(nowMs * 1000), LAYOUT)
    expect(read.length).toBe(4)
    running = false
    show(frameAt(1_000_001), LAYOUT)
    show(frameAt(1_000_002), LAYOUT)
    expect(read.slice(4)).toEqual([1_000_001, 1_000_002])
  })
})
