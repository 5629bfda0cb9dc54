/** Runs at most once in `everyMs`; a call in between is made up for at the end. */
export type Throttled = {
  ask: () => void
  /** At once, and nothing left over. */
  now: () => void
}

export function throttle(
  run: () => void,
  everyMs: number,
  nowMs: () => number,
  later: (run: () => void, afterMs: number) => () => void,
): Throttled {
  let ranAtMs = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null

  function now() {
    cancel?.()
    cancel = null
    ranAtMs = nowMs()
    run()
  }

  return {
    now,
    ask() {
      if (cancel !== null) return
      const waitMs = ranAtMs + everyMs - nowMs()
      if (waitMs <= 0) now()
      else cancel = later(now, waitMs)
    },
  }
}
