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

/** A program that counts records for each partition key; its answer is compared with the truth. */
export type AggregatorFields = {
  serviceMs: number
  /** From a stream: time between two polls of a shard that is read to its end. */
  pollIntervalMs: number
  /** 0: after each batch. */
  checkpointSeconds: number
  restartSeconds: number
  /** memory: gone with the program; saved: kept together with the place; outside: in a store of its own. */
  counts: 'memory' | 'saved' | 'outside'
  /** once: the store outside knows each record that it has counted. */
  effects: 'each' | 'once'
  /** From a queue: after or before it is counted. */
  deleteWhen: 'after' | 'before'
}

/** The alternate store that a queue needs for replay: it keeps what it is given and sends it again on demand. */
export type ArchiveFields = {
  replayPerSecond: number
  retentionHours: number
}

/** One program that takes events in and does the work itself, with what waits in its heap. */
export type MonolithFields = {
  heapMiB: number
  /** Bytes of heap for one byte of an event. */
  overhead: number
  serviceMs: number
  serviceSpread: Spread
  /** From this share of a full heap on the garbage collector stops the program now and again. */
  pauseFromShare: number
  pauseMs: number
  pauseEveryMs: number
  /** After it died it takes events again after so long. */
  restartSeconds: number
}
