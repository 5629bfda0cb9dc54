// The model that every peer of the bench runs: four Poisson producers write into eight shards, two
// applications poll them. All times are integer microseconds, so that each peer can be compared
// with each other one to the record.

export const MODEL = {
  durationMicros: 600_000_000,
  producers: 4,
  /** Mean of the exponential time between two records of one producer. */
  meanGapMicros: 1000,
  keyCount: 10_000,
  /** Share of all records that take key 0. */
  hotShare: 0.15,
  sizeMin: 200,
  /** Sizes are sizeMin + floor(u * sizeSpan) bytes, the key included. */
  sizeSpan: 1601,
  shards: 8,
  /** 1,000 records a second, and one second of them saved up at most. */
  microsPerRecord: 1000,
  /** 1,000,000 bytes a second: one byte a microsecond, one second of them saved up at most. */
  writeBurstMicros: 1_000_000,
  readBytesPerMicro: 2,
  /** One second of reading saved up at most. */
  readBurstBytes: 2_000_000,
  recordsPerRead: 10_000,
  bytesPerRead: 2_000_000,
  retriesMax: 3,
  /** A retry waits this long, doubled for each earlier one, times 0.5 to 1. */
  backoffMicros: 100_000,
  applications: [
    { pollIntervalMicros: 200_000, meanServiceMicros: 500 },
    { pollIntervalMicros: 1_000_000, meanServiceMicros: 800 },
  ],
  /** The second application's polls come this much later, so that equal intervals never fall together. */
  pollShiftMicros: 13_000,
  /** One whose runs are average: from seed to seed retries differ by 2 %, so some seeds miss the tolerances by chance. */
  seed: 3,
} as const

export const POLLERS = MODEL.applications.length * MODEL.shards
export const LATENCY_BINS = 60_000

/** What a run did. Only what happened before the end of the duration counts. */
export type Counts = {
  records: number
  /** Attempts after a record's first one. */
  retries: number
  /** Records whose retries were used up. */
  givenUp: number
  /** Poll calls, refused ones included. */
  polls: number
  /** Records worked to the end, by either application. */
  deliveries: number
  /** From a record's creation to the end of the work on it, over all deliveries. */
  meanLatencySeconds: number
  maxLatencySeconds: number
}

/** First poll of an application in a shard. */
export function firstPollMicros(application: number, shard: number): number {
  const interval = MODEL.applications[application]?.pollIntervalMicros ?? 0
  return (interval * (shard + 1)) / MODEL.shards + application * MODEL.pollShiftMicros
}

/** Discrete events behind the counts, the measure that event-driven libraries are compared by. */
export function eventCount(counts: Counts): number {
  return counts.records + counts.retries + counts.polls + counts.deliveries
}
