import { type Engine, type SeenNode, seenOf, writeSeen } from '../engine/index.ts'
import {
  BEAD_CAPACITY,
  BEAD_FIELDS,
  DOT_CAPACITY,
  type Frame,
  frameByteLength,
  frameViews,
  HEADER,
} from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import { writeBeads } from './beads.ts'

const ONE_SECOND = 1_000_000
const FINGERPRINTS_APART_MS = 200

export type FrameNumbers = { run: number; reachedSpeed: number; behind: boolean; playedMicros: number; exact: boolean }

/** Fills lent buffers with the present moment of a run. */
export class FrameWriter {
  private readonly engine: Engine
  private readonly layout: Layout
  private readonly clock: () => number
  private readonly seen: readonly SeenNode[]
  private fingerprint: [number, number] = [0, 0]
  private fingerprintAt = -Infinity
  private fingerprintNow = -1

  constructor(engine: Engine, layout: Layout, clock: () => number) {
    this.engine = engine
    this.layout = layout
    this.clock = clock
    this.seen = seenOf(engine)
  }

  /** Returns the buffer to send: the lent one, or a new one when it has not the size this run needs. */
  write(lent: ArrayBuffer, windowMicros: number, numbers: FrameNumbers): ArrayBuffer {
    const { engine } = this
    const { gaugeCount } = this.layout
    const bytes = frameByteLength(gaugeCount)
    const buffer = lent.byteLength === bytes ? lent : new ArrayBuffer(bytes)
    const frame = frameViews(buffer, gaugeCount)
    const { now } = engine
    engine.readGauges(frame.gauges)
    writeSeen(this.seen, now, frame.gauges, engine.gaugeCount)
    const beforeMicros = this.writeBefore(frame, now)
    const dotCount = this.writeDots(frame, now - windowMicros)
    const beadCount = writeBeads(engine, this.layout, frame.beads, BEAD_CAPACITY, BEAD_FIELDS)
    const [high, low] = this.fingerprintFor(now, numbers.exact)
    const { header } = frame
    header[HEADER.run] = numbers.run
    header[HEADER.nowMicros] = now
    header[HEADER.reachedSpeed] = numbers.reachedSpeed
    header[HEADER.behind] = numbers.behind ? 1 : 0
    header[HEADER.fingerprintHigh] = high
    header[HEADER.fingerprintLow] = low
    header[HEADER.gaugeCount] = gaugeCount
    header[HEADER.dotCount] = dotCount
    header[HEADER.beadCount] = beadCount
    header[HEADER.beforeMicros] = beforeMicros
    header[HEADER.ended] = now >= engine.plan.durationMicros ? 1 : 0
    header[HEADER.eventCount] = engine.eventCount
    header[HEADER.playedMicros] = numbers.playedMicros
    return buffer
  }

  /** The newest recorded gauges at least a second old. */
  private writeBefore(frame: Frame, now: number): number {
    const { history } = this.engine
    const bin = Math.min(history.length, Math.floor((now - ONE_SECOND) / history.binMicros)) - 1
    if (bin < 0) {
      frame.before.fill(0)
      return 0
    }
    for (let gauge = 0; gauge < this.engine.gaugeCount; gauge++) frame.before[gauge] = history.get(bin, gauge)
    return (bin + 1) * history.binMicros
  }

  private writeDots(frame: Frame, since: number): number {
    const { trace } = this.engine.world
    let low = Math.max(0, trace.length - DOT_CAPACITY)
    let high = trace.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (trace.at.get(middle) < since) low = middle + 1
      else high = middle
    }
    const count = trace.length - low
    for (let i = 0; i < count; i++) {
      frame.dotAtMicros[i] = trace.at.get(low + i)
      frame.dotTrack[i] = trace.trackOf(low + i)
      frame.dotPaint[i] = trace.paintOf(low + i)
    }
    return count
  }

  /** A fingerprint reads the whole state: while running a few a second are enough, standing still it is exact. */
  private fingerprintFor(now: number, exact: boolean): [number, number] {
    const wall = this.clock()
    const stale = now !== this.fingerprintNow && (exact || wall - this.fingerprintAt > FINGERPRINTS_APART_MS)
    if (stale) {
      this.fingerprint = this.engine.digestWords()
      this.fingerprintAt = wall
      this.fingerprintNow = now
    }
    return this.fingerprint
  }
}
