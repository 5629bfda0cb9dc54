import { type Frame, frameByteLength, frameViews, HEADER } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'

/** Enough for a tape of 52 seconds and the dots that are still on their way to it. */
const WINDOW_MICROS_FIRST = 60_000_000
/** While it runs the worker is asked so often at most, ms: in every third frame of sixty a second. Painters move on by themselves. */
const ASK_MS = 42

export type FrameListener = (frame: Frame, layout: Layout) => void

export type FrameSource = {
  current: () => { frame: Frame; layout: Layout } | null
  /** Called once an animation frame while it runs, else when something changed; only while the page can be seen. */
  onFrame: (listener: FrameListener) => () => void
  setDotWindowMicros: (micros: number) => void
}

export type FrameLoop = FrameSource & {
  /** A new run: the old picture stays until the first frame of the new one. */
  begin: (layout: Layout) => void
  /** What was shown, and what is on its way, is from before a jump. */
  forget: () => void
  /** Something may look different now: ask once. */
  touch: () => void
  /** Running: ask as time goes by. Idle: only after `touch`. Still: never. */
  setPace: (pace: 'running' | 'idle' | 'still') => void
  receive: (buffer: ArrayBuffer) => void
  recycle: (buffer: ArrayBuffer) => void
  /** The moment shown, unless it is from before a jump. */
  freshMicros: () => number | null
}

type Lend = (buffer: ArrayBuffer, windowMicros: number) => void

/**
 * Two buffers circulate: one is shown while the other is with the worker. The whole page has one
 * animation frame, and this is it: swap, lend, then paint, so that the worker fills while we paint.
 */
export function createFrameLoop(requestFrame: (run: (nowMs: number) => void) => void, lend: Lend): FrameLoop {
  const listeners = new Set<FrameListener>()
  let layout: Layout | null = null
  let shown: { frame: Frame; layout: Layout } | null = null
  let incoming: { frame: Frame; layout: Layout } | null = null
  const spare: ArrayBuffer[] = []
  let lent = false
  let lentAtMs = Number.NEGATIVE_INFINITY
  let pace: 'running' | 'idle' | 'still' = 'idle'
  let changed = false
  let fresh = false
  let lentBeforeJump = false
  let scheduled = false
  let windowMicros = WINDOW_MICROS_FIRST

  function schedule() {
    if (scheduled || pace === 'still' || layout === null) return
    if (pace === 'idle' && incoming === null && (lent || !changed)) return
    scheduled = true
    requestFrame(tick)
  }

  function keep(buffer: ArrayBuffer) {
    if (layout !== null && buffer.byteLength === frameByteLength(layout.gaugeCount) && spare.length < 2)
      spare.push(buffer)
  }

  function tick(nowMs: number) {
    scheduled = false
    if (pace === 'still' || layout === null) return
    const arrived = incoming
    if (arrived !== null) {
      if (shown !== null) keep(shown.frame.buffer)
      shown = arrived
      incoming = null
    }
    const due = changed || (pace === 'running' && nowMs - lentAtMs >= ASK_MS)
    if (due && !lent) {
      lent = true
      lentAtMs = nowMs
      lentBeforeJump = false
      changed = false
      lend(spare.pop() ?? new ArrayBuffer(frameByteLength(layout.gaugeCount)), windowMicros)
    }
    if (shown !== null && (arrived !== null || pace === 'running'))
      for (const listener of [...listeners]) listener(shown.frame, shown.layout)
    schedule()
  }

  return {
    current: () => shown,
    onFrame(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setDotWindowMicros(micros) {
      if (micros === windowMicros || !(micros >= 0)) return
      windowMicros = micros
      changed = true
      schedule()
    },
    begin(next) {
      if (next.gaugeCount !== layout?.gaugeCount) spare.length = 0
      layout = next
      incoming = null
      // The buffer that is with the worker belongs to the older run and may never come back.
      lent = false
      lentBeforeJump = false
      fresh = false
      changed = true
      schedule()
    },
    forget() {
      fresh = false
      if (incoming !== null) keep(incoming.frame.buffer)
      incoming = null
      lentBeforeJump = lent
    },
    touch() {
      changed = true
      schedule()
    },
    setPace(next) {
      pace = next
      schedule()
    },
    receive(buffer) {
      lent = false
      if (layout === null || buffer.byteLength !== frameByteLength(layout.gaugeCount)) return
      if (lentBeforeJump) {
        lentBeforeJump = false
        changed = true
        keep(buffer)
      } else {
        if (incoming !== null) keep(incoming.frame.buffer)
        incoming = { frame: frameViews(buffer, layout.gaugeCount), layout }
        fresh = true
      }
      schedule()
    },
    recycle: keep,
    freshMicros() {
      const newest = incoming ?? shown
      return fresh && newest !== null ? (newest.frame.header[HEADER.nowMicros] ?? null) : null
    },
  }
}
