// Questions to a run, and their answers. A question is answered by playing the run once more beside the one that is shown,
// so nothing is kept for questions that nobody asks.

/** Node ids are the document's; moments are in microseconds; shards and workers are counted from 0, records of a producer from 1. */
export type Question =
  | { kind: 'life'; producer: string; number: number; untilMicros: number }
  /** The life of the record that a mark of the picture stands for. */
  | { kind: 'mark'; mark: Mark; untilMicros: number }
  /** The records of one key, the newest first. */
  | { kind: 'ofKey'; key: string; untilMicros: number }
  /** `key` null: all keys. */
  | { kind: 'order'; key: string | null; untilMicros: number }
  | { kind: 'firsts'; untilMicros: number }
  /** When gauges of nodes cross a value; at most so many moments of each are told. */
  | { kind: 'crossings'; of: readonly Crossing[]; untilMicros: number; atMost: number }
  /** `store`: who refused, or who was refused; null: all. */
  | { kind: 'refusals'; store: string | null; fromMicros: number; untilMicros: number }
  /** Percentiles are told for each window of this width. */
  | { kind: 'latency'; consumer: string; untilMicros: number; stepMicros: number }

/** A gauge of a node, or of one of its shards or workers (`row`), comes above a value, or below it. */
export type Crossing = { node: string; gauge: string; row?: number; isAbove: boolean; value: number }

/**
 * What the picture knows of a message: the way that it went and when, or its place in a queue at a moment. `paint`: of its key.
 * `nth`: so many with the same of these stand before it.
 */
export type Mark =
  | {
      on: 'way'
      way: 'stored' | 'refused' | 'delivered'
      from: string
      to: string
      row: number
      atMicros: number
      paint: number
      nth: number
    }
  /** `message`: its number in the queue from 0, -1 where the picture knows its paint alone. */
  | {
      on: 'queue'
      queue: string
      atMicros: number
      message: number
      isReceived: boolean
      paint: number
      nth: number
    }
  /** `index`: its place in the shard from 0. */
  | { on: 'shard'; stream: string; shard: number; index: number; atMicros: number }
  /** It waits at its producer for a call to this store. */
  | { on: 'buffer'; producer: string; store: string; atMicros: number; paint: number; nth: number }
  /**
   * In the box of a program, a topic or a function: what it has inside, in the order of the drawing (`share`: how far on, from 0 to 1),
   * what was lost when it died, what it took or copied last. `row`: of a topic's queue. `paint`: `share` is
   * among those of this paint alone; -1: among all.
   */
  | {
      on: 'box'
      node: string
      what: 'inside' | 'died' | 'published' | 'copied'
      row: number
      share: number
      paint: number
      atMicros: number
    }

/**
 * `place`: stored in a stream or queue, its place in the shard or queue from 1, else 0. `hiddenUntilMicros`: handed out by a queue, when it is
 * visible again unless it is deleted before, else 0.
 */
export type LifeEvent = {
  atMicros: number
  step: string
  node: string
  row: number
  detail: number
  place: number
  hiddenUntilMicros: number
}

/** Why a consumer has not worked a record yet; `seen`: it has. `ahead`: records that come before it there. */
export type SeenBy = { consumer: string; reason: string; ahead: number }

/** One record: the `number`-th of its producer, and what happened to it last. */
export type RecordSeen = { producer: string; number: number; atMicros: number; lastStep: string; node: string }

/** `earlier` and `later`: the places of both records among all that were made, from 1. */
export type InversionSeen = {
  atMicros: number
  consumer: string
  key: string
  earlier: number
  later: number
  cause: string
}

/** `key`: of the record that it happened to; empty when it happened to none. */
export type FirstSeen = { atMicros: number; of: string; node: string; row: number; key: string }

/**
 * `bucket`: what the limit had at that microsecond. `lastSecond`: what was stored, or the calls that read and what they returned, in the
 * second before; a sum that decides nothing.
 */
export type RefusalSeen = {
  atMicros: number
  store: string
  row: number
  key: string
  factId: string
  bucket: { capacity: number; left: number; needed: number; unit: string } | null
  lastSecond: { records: number; bytes: number; calls: number } | null
  /** Who read, or the function whose invocation it was; empty for a record that was to be stored. */
  caller: string
  /** So often this limit refused here during the time asked for. */
  count: number
}

export type LifeAnswer = Extract<Answer, { kind: 'life' }>

export type Answer =
  | {
      kind: 'life'
      producer: string
      number: number
      key: string
      /** 32 hexadecimal digits (KIN1.11). */
      hashKey: string
      bytes: number
      /** The moment up to which this is told. */
      untilMicros: number
      events: LifeEvent[]
      seenBy: SeenBy[]
    }
  /** `total` counts all, `records` are the newest of them. */
  | { kind: 'ofKey'; total: number; records: RecordSeen[] }
  /** `total` counts all, `inversions` are the first of them. */
  | {
      kind: 'order'
      total: number
      causes: Record<string, number>
      byConsumer: Record<string, number>
      inversions: InversionSeen[]
      isCut: boolean
    }
  /** What happened for the first time, in the order of time. */
  | { kind: 'firsts'; firsts: FirstSeen[] }
  /** For each that was asked for the moments in microseconds, in the order of time. */
  | { kind: 'crossings'; moments: number[][] }
  /** The latest refusal of each limit in each shard or store. */
  | { kind: 'refusals'; refusals: RefusalSeen[] }
  /**
   * From being stored in `store` to the end of the first work, in microseconds, of the records done up to the moment asked about.
   * Percentiles are by nearest rank; NaN in a window in which nothing was done. `isCut`: later records were not measured.
   */
  | {
      kind: 'latency'
      store: string
      count: number
      isCut: boolean
      stepMicros: number
      percentiles: { share: number; micros: number; over: number[] }[]
      bins: { fromMicros: number; toMicros: number; count: number }[]
    }
  /** The question has no answer in this run; `message` says why. */
  | { kind: 'none'; message: string }
