import type { Progress, Session, SessionState } from './sessionEvents.ts'

/** What panels see of the session. */
export type SessionView = {
  state: SessionState
  /** True also on the way to a place from which it will play on: a play button that does not flicker. */
  playing: boolean
  /** Simulated seconds per second; Infinity = as fast as it goes. */
  speed: number
  /** A long seek or load under way, in microseconds of simulated time. */
  progress: Progress | null
  /** Why it failed, for the person at the page. */
  message: string | null
  /** `refused`: the document cannot be run as it is; `crashed`: the worker is lost. */
  failure: 'refused' | 'crashed' | null
  durationMicros: number
  /** false: the open link was made with another engine; true: with this one; null: nothing is known. */
  engineMatches: boolean | null
}

export function viewOf({ state, context }: Session, engineMatches: boolean | null): SessionView {
  const { resume, speed, progress, message, failure, durationMicros } = context
  return { state, playing: resume, speed, progress, message, failure, durationMicros, engineMatches }
}
