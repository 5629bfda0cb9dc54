/** Frames may be missing this long before the picture waits for them. */
const AHEAD_MAX_MS = 100
/** Share of the difference to the newest frame that is made good in one drawing. */
const PULL = 0.15
/** A jump of more than this (in wall time) is a seek, not a hiccup. */
const JUMP_MS = 400

export type DisplayClock = {
  /** A new frame says `nowMicros`. */
  hear: (nowMicros: number, wallMs: number) => void
  /** The moment to show at this wall time. */
  at: (wallMs: number, speed: number, running: boolean) => number
}

/**
 * Turns frames that come when they come into a moment that moves evenly. It never goes back while running, and is never
 * further ahead of the newest frame than a hiccup. At a stop it waits where it is for the frame of the stop, and is exact then.
 */
export function createDisplayClock(): DisplayClock {
  let heardMicros = 0
  let heardMs = 0
  let shownMicros = 0
  let shownMs = 0
  let isNew = false
  return {
    hear(nowMicros, wallMs) {
      heardMicros = nowMicros
      heardMs = wallMs
      isNew = true
    },
    at(wallMs, speed, running) {
      const perMs = speed * 1000
      if (!running || !Number.isFinite(perMs)) {
        if (isNew) shownMicros = heardMicros
        isNew = false
        shownMs = wallMs
        return shownMicros
      }
      isNew = false
      const target = heardMicros + Math.min(wallMs - heardMs, AHEAD_MAX_MS) * perMs
      const even = shownMicros + (wallMs - shownMs) * perMs
      const off = target - even
      shownMs = wallMs
      if (Math.abs(off) > JUMP_MS * perMs) shownMicros = heardMicros
      else shownMicros = Math.max(shownMicros, Math.min(even + off * PULL, heardMicros + AHEAD_MAX_MS * perMs))
      return shownMicros
    },
  }
}
