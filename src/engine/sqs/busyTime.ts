import { floor } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'

// How much time consumers have lately spent on somebody's messages: messages in flight times microseconds, over a window that slides
// (X-Q2). Time is cut in pieces of the window's length; the window's share of the piece before is taken as even.

/** Number of the piece up to whose part of the sum is known. */
const PIECE = 0
const IN_PIECE = PIECE + 1
const IN_PIECE_BEFORE = IN_PIECE + 1
/** Up to when it has been added up. */
const UP_TO = IN_PIECE_BEFORE + 1
export const BUSY_FIELDS = UP_TO + 1

/** Adds what passed since the last time with `inFlight` messages in flight, in the row that begins at `row`. */
export function addBusyTime(
  rows: Float64Array,
  row: number,
  inFlight: number,
  now: Micros,
  windowMicros: Micros,
): void {
  const piece = floor(now / windowMicros)
  const pieces = piece - rows[row + PIECE]!
  const upTo = rows[row + UP_TO]!
  if (pieces === 0) rows[row + IN_PIECE]! += inFlight * (now - upTo)
  else {
    const start = piece * windowMicros
    rows[row + IN_PIECE_BEFORE] =
      pieces === 1 ? rows[row + IN_PIECE]! + inFlight * (start - upTo) : inFlight * windowMicros
    rows[row + IN_PIECE] = inFlight * (now - start)
    rows[row + PIECE] = piece
  }
  rows[row + UP_TO] = now
}

/** Of the last window up to `now`, in microseconds. */
export function busyTimeAt(
  rows: Float64Array,
  row: number,
  inFlight: number,
  now: Micros,
  windowMicros: Micros,
): number {
  addBusyTime(rows, row, inFlight, now, windowMicros)
  const gone = now / windowMicros - rows[row + PIECE]!
  return rows[row + IN_PIECE]! + rows[row + IN_PIECE_BEFORE]! * (1 - gone)
}
