import type { Engine } from '../engine/index.ts'

/**
 * How many records each shard had been given before a moment: what a reader that is set to it leaves out (KIN2.08). NaN where the run
 * has not been. From the log, because the bins of the history count a record of the very moment in, and in a long run are wider than
 * a second.
 */
export function storedBefore(engine: Engine, stream: string, atMicros: number): Float64Array {
  const found = engine.streams.find(({ plan }) => plan.id === stream)
  const values = new Float64Array(found?.plan.shardsAtMost ?? 0).fill(Number.NaN)
  if (atMicros <= engine.now)
    found?.shards.forEach(({ storedAt }, shard) => {
      values[shard] = storedAt.firstAtOrAfter(atMicros, 0)
    })
  return values
}
