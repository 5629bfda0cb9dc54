import type { Spread } from './spread.ts'

/** A system behind the readers, which call it and wait: a database, a search index, a data science job. */
export type DownstreamFields = {
  /** Calls that it works at once. */
  capacity: number
  serviceMs: number
  serviceSpread: Spread
  /** Calls that may wait; one more is refused. */
  waitingLimit: number
  failureShare: number
  /** record: each reader makes one call for each record, after its work on it; batch: one for each batch, before. */
  callsFor: 'record' | 'batch'
}
