import { createEngine } from '../../src/engine/index.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'

/** A flood of equal records into one shard, each tried once. */
export type Flood = {
  arrivalsPerSecond: number
  /** With the key of 6 B. */
  recordBytes: number
  recordsPerSecond: number
  bytesPerSecond: number
}

const KEY_BYTES = 'user-0'.length
/** Largest record, and so the least that the bucket of bytes holds (X-K1). */
const LARGEST_BYTES = 1_048_576

export type Accepted = { stored: number; count: number; firstAt: number; lastAt: number }

/** How many were stored at these moments, of how many, and when the first and the last of them came. */
export function accepted(flood: Flood, moments: readonly number[]): Accepted[] {
  const engine = createEngine(
    plan({
      durationMicros: 60e6,
      binMicros: 60e6,
      producers: [
        producer({
          turnable: {
            ratePerSecond: flood.arrivalsPerSecond,
            recordBytes: flood.recordBytes - KEY_BYTES,
            attemptsMax: 1,
          },
        }),
      ],
      streams: [
        stream({
          turnable: { writeRecordsPerSecond: flood.recordsPerSecond, writeBytesPerSecond: flood.bytesPerSecond },
        }),
      ],
    }),
    1,
  )
  return moments.map((micros) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    const { records } = engine.world
    const count = engine.producers[0]!.arrivalsTotal
    const firstAt = count === 0 ? 0 : records.createdAt(records.reference(0, 0))
    const lastAt = count === 0 ? 0 : records.createdAt(records.reference(0, count - 1))
    return { stored: engine.streams[0]!.shards[0]!.tip, count, firstAt, lastAt }
  })
}

/**
 * What a full bucket and its refill since the first arrival cover, whole records only. Tokens in millionths keep the
 * division whole.
 */
export function storedInTheory(flood: Flood, { count, firstAt, lastAt }: Accepted): number {
  const { recordsPerSecond, bytesPerSecond, recordBytes } = flood
  const elapsed = lastAt - firstAt
  const records = Math.floor((recordsPerSecond * 1e6 + elapsed * recordsPerSecond) / 1e6)
  const fullBytes = Math.max(bytesPerSecond, LARGEST_BYTES)
  const byBytes = Math.floor((fullBytes * 1e6 + elapsed * bytesPerSecond) / (recordBytes * 1e6))
  return Math.min(count, records, byBytes)
}
