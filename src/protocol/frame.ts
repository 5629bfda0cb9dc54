// One frame is one ArrayBuffer that travels between the threads as a transferable: lent empty by
// the view, returned full by the worker. Layout only; no logic.

export const OTHER_PAINT = 7
export const PAINT_COUNT = 8
export const DOT_CAPACITY = 16384
export const BEAD_CAPACITY = 128
/** store (node index), record, paint, state (0 waiting, 1 received), deadlineMicros, worker (row of its pool, or -1), receiveCount, sentAtMicros */
export const BEAD_FIELDS = 8
export const HEADER = {
  run: 0,
  nowMicros: 1,
  /** Simulated seconds per wall second reached lately. */
  reachedSpeed: 2,
  /** 1 while the run is slower than asked for. */
  behind: 3,
  fingerprintHigh: 4,
  fingerprintLow: 5,
  gaugeCount: 6,
  dotCount: 7,
  beadCount: 8,
  /** Moment of the second set of gauges: about one second before now (or 0). */
  beforeMicros: 9,
  /** 1 when the end of the duration is reached. */
  ended: 10,
  eventCount: 11,
  /** Latest moment ever played in this run: seeking up to here is quick. */
  playedMicros: 12,
} as const
export const HEADER_LENGTH = 16

/** Views into one frame's buffer. Dots are ordered by time, oldest first. */
export type Frame = {
  buffer: ArrayBuffer
  header: Float64Array
  gauges: Float64Array
  before: Float64Array
  dotAtMicros: Float64Array
  beads: Float64Array
  dotTrack: Uint16Array
  dotPaint: Uint8Array
}

/** Bytes that a frame with so many gauges needs. */
export function frameByteLength(gaugeCount: number): number {
  return 8 * (HEADER_LENGTH + 2 * gaugeCount + DOT_CAPACITY + BEAD_CAPACITY * BEAD_FIELDS) + 3 * DOT_CAPACITY
}

/** Lays the views over a buffer of `frameByteLength(gaugeCount)` bytes. */
export function frameViews(buffer: ArrayBuffer, gaugeCount: number): Frame {
  let at = 0
  const doubles = (length: number) => {
    const view = new Float64Array(buffer, at, length)
    at += 8 * length
    return view
  }
  const header = doubles(HEADER_LENGTH)
  const gauges = doubles(gaugeCount)
  const before = doubles(gaugeCount)
  const dotAtMicros = doubles(DOT_CAPACITY)
  const beads = doubles(BEAD_CAPACITY * BEAD_FIELDS)
  const dotTrack = new Uint16Array(buffer, at, DOT_CAPACITY)
  const dotPaint = new Uint8Array(buffer, at + 2 * DOT_CAPACITY, DOT_CAPACITY)
  return { buffer, header, gauges, before, dotAtMicros, beads, dotTrack, dotPaint }
}
