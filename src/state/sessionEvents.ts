// What happens to a session, what it remembers, and what it asks of the worker.

import type { ArrivalReason } from '../protocol/messages.ts'

export type SessionEvent =
  /** A document (new or edited) is to be run up to `toMicros`. Without `resume`: playing goes on if it did. */
  | { type: 'LOAD'; toMicros: number; durationMicros: number; resume?: boolean }
  | { type: 'PLAY' }
  | { type: 'PAUSE'; atMicros: number }
  | { type: 'STEP'; direction: 1 | -1 }
  | { type: 'SEEK'; toMicros: number }
  | { type: 'CANCEL' }
  | { type: 'SPEED'; speed: number }
  | { type: 'RETRY' }
  | { type: 'HIDE' }
  | { type: 'SHOW' }
  | { type: 'LOADED' }
  | { type: 'REFUSED'; message: string }
  | { type: 'ARRIVED'; atMicros: number; reason: ArrivalReason }
  | { type: 'PROGRESS'; fromMicros: number; atMicros: number; toMicros: number }
  /** The worker is lost; `atMicros` is the playhead that was shown. */
  | { type: 'FAILED'; message: string; atMicros: number }

export type Progress = { from: number; at: number; to: number }

export type SessionContext = {
  /** Where the playhead stands; while booting or seeking where it goes; while running where it last stood. */
  atMicros: number
  durationMicros: number
  /** Playing, or going to play on arrival. */
  resume: boolean
  /** Simulated seconds per second; Infinity = as fast as it goes. */
  speed: number
  /** A hidden page does not play; the playhead waits. */
  hidden: boolean
  progress: Progress | null
  message: string | null
  failure: 'refused' | 'crashed' | null
  /** The document is still being compiled. */
  loading: boolean
  /** The newest place asked for while another seek is under way: only one is under way at a time. */
  next: number | null
  /** The seek under way was told to end where it is. */
  cancelAsked: boolean
  /** Answers still to come before `atMicros` is exact. */
  awaited: { reason: 'paused' | 'stepped'; count: number } | null
}

export type SessionState = 'booting' | 'ready' | 'running' | 'paused' | 'seeking' | 'failed'

export type Session = { readonly state: SessionState; readonly context: SessionContext }

/** What the machine asks for; the client of the worker does it. */
export type SessionCommand =
  | { do: 'boot' }
  | { do: 'load'; toMicros: number }
  | { do: 'play'; speed: number }
  | { do: 'pause' }
  | { do: 'seek'; toMicros: number }
  | { do: 'step'; direction: 1 | -1 }
  | { do: 'cancel' }
  | { do: 'terminate' }
