import { setSeed } from '../scenario/index.ts'
import type { ScenarioHistory } from './scenarioStore.ts'
import type { SessionRunner } from './sessionRunner.ts'

/** What a person does with time. None of these but `newSeed` changes the document. */
export type SessionCommands = {
  play: () => void
  pause: () => void
  toggle: () => void
  /** One event forward or back; pauses first. */
  step: (direction: 1 | -1) => void
  /** Anywhere in the run, also back; plays on if it played. */
  seek: (micros: number) => void
  /** The same seed from the start. */
  reset: () => void
  /** Another seed from the start; can be undone, because the seed is in the document. */
  newSeed: () => void
  /** Simulated seconds per second, above 0; Infinity = as fast as it goes. Anything else is not taken. */
  setSpeed: (speed: number) => void
  /** After a failure: a new worker, the same document, the same playhead. */
  retry: () => void
  /** Ends a long seek or load where it is. */
  cancel: () => void
}

export function createCommands(
  runner: SessionRunner,
  history: ScenarioHistory,
  randomSeed: () => number,
): SessionCommands {
  const { send } = runner
  const pause = () => send({ type: 'PAUSE', atMicros: runner.playheadMicros() })
  const play = () => send({ type: 'PLAY' })
  const retry = () => send({ type: 'RETRY' })
  const seek = (toMicros: number) => {
    if (Number.isFinite(toMicros)) send({ type: 'SEEK', toMicros })
  }
  return {
    play,
    pause,
    toggle: () => (runner.store.getState().playing ? pause() : play()),
    step: (direction) => send({ type: 'STEP', direction }),
    seek,
    reset() {
      seek(0)
      retry()
    },
    newSeed() {
      // An edit runs again up to the playhead, and that is 0 from here on.
      seek(0)
      history.apply((scenario) => setSeed(scenario, randomSeed()))
    },
    setSpeed(speed) {
      if (speed > 0) send({ type: 'SPEED', speed })
    },
    retry,
    cancel: () => send({ type: 'CANCEL' }),
  }
}
