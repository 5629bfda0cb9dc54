import type { Micros } from '../kernel/time.ts'

/**
 * What a model shows beside its gauges: numbers that the picture alone asks for. They follow from the state, no bin of the history keeps
 * them and no fingerprint knows them.
 */
export interface Seen {
  /** Of the node as a whole, and of each of its `seenRows` rows. */
  readonly seenNames: readonly string[]
  readonly seenRowNames: readonly string[]
  readonly seenRows: number
  /** Writes them, those of the node first; returns the place after the last. */
  writeSeen(now: Micros, out: Float64Array, at: number): number
}
