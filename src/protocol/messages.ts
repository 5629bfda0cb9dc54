import type { Layout } from './layout.ts'

// What the two threads say to each other. `run` is raised by the view with every load, so that
// answers to an older document can be told and dropped.
// `scenario` is `unknown` here: the protocol knows no document. It was parsed where it entered the page.

export type ToWorker =
  /** Compile and take the place of the present run; then stand at `playheadMicros` (progress is reported), paused. */
  | { type: 'load'; run: number; scenario: unknown; playheadMicros: number }
  | { type: 'play'; run: number /** simulated seconds per wall second; Infinity = as fast as it goes */; speed: number }
  /** Playing comes to a stand at the first of these moments after the one where it stands, in the order of time; travelling does not. */
  | { type: 'stops'; run: number; moments: readonly number[] }
  | { type: 'pause'; run: number }
  | { type: 'seek'; run: number; toMicros: number }
  /** One event forward, or back to just before the latest one. */
  | { type: 'step'; run: number; direction: 1 | -1 }
  /** Ends a long seek or load where it is. */
  | { type: 'cancel'; run: number }
  /** Lends a buffer; it comes back in `frame`. `windowMicros`: how far back dots are wanted. */
  | { type: 'frame'; run: number; buffer: ArrayBuffer; windowMicros: number }
  /** History of gauges: for each index the values at `count` moments, `fromMicros` + i * `stepMicros`; NaN where not played. */
  | {
      type: 'series'
      run: number
      request: number
      gauges: number[]
      fromMicros: number
      stepMicros: number
      count: number
    }
  /** Records that each shard of a stream got before a moment, exactly; answered by `series`, a row for every shard there can be. */
  | { type: 'stored'; run: number; request: number; stream: string; atMicros: number }

/** `stopped`: at a moment where playing was to stop. */
export type ArrivalReason = 'sought' | 'stepped' | 'ended' | 'cancelled' | 'paused' | 'stopped'

export type FromWorker =
  | { type: 'loaded'; run: number; layout: Layout }
  /** The document could not be compiled; `message` says what to do. The former run is gone. */
  | { type: 'refused'; run: number; message: string }
  | { type: 'arrived'; run: number; atMicros: number; reason: ArrivalReason }
  | { type: 'progress'; run: number; fromMicros: number; atMicros: number; toMicros: number }
  | { type: 'frame'; run: number; buffer: ArrayBuffer }
  | { type: 'series'; run: number; request: number; gaugeCount: number; values: Float64Array }
