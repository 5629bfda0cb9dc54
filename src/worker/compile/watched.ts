import type { Engine } from '../../engine/index.ts'

/** So many events take some milliseconds. */
const SLICE_EVENTS = 10_000
/** Shares are told in whole hundredths, each once. */
const STEPS = 100

/**
 * The same engine, which tells as it runs how far of `untilMicros` it has come (0 to 1). It runs in slices, and how a run is sliced makes no
 * difference to it. Where a question plays several runs, the share that was told last does not go back.
 */
export function watchedBy(tell: (share: number) => void, untilMicros: number): (engine: Engine) => Engine {
  let told = 0
  return (engine) => {
    const run = engine.run.bind(engine)
    engine.run = (until, maxEvents) => {
      let left = maxEvents
      while (left > SLICE_EVENTS) {
        if (run(until, SLICE_EVENTS) === 'reached') return 'reached'
        left -= SLICE_EVENTS
        const share = Math.min(1, Math.floor((engine.now / Math.max(1, untilMicros)) * STEPS) / STEPS)
        if (share > told) tell(share)
        told = Math.max(told, share)
      }
      return run(until, left)
    }
    return engine
  }
}
