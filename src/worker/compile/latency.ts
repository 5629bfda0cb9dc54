import { type Engine, latenciesOf } from '../../engine/index.ts'
import type { Answer, Question } from '../../protocol/inquiry.ts'
import { logBins, nearestRank, percentilesOver } from './percentiles.ts'

const RECORDS_AT_MOST = 2_000_000
const WINDOWS_AT_MOST = 2000
const SHARES = [0.5, 0.9, 0.99]

/** How long a consumer's records took from put to processed: over time, as a whole, and how they spread. */
export function latency(
  engine: Engine,
  { consumer, untilMicros, stepMicros }: Extract<Question, { kind: 'latency' }>,
): Answer {
  const windows = Math.floor(untilMicros / stepMicros) + 1
  if (!(stepMicros > 0) || windows > WINDOWS_AT_MOST) return { kind: 'none', message: 'There are too many windows.' }
  const measured = latenciesOf(engine, consumer, untilMicros, RECORDS_AT_MOST)
  if (measured === null) return { kind: 'none', message: 'This node works no records.' }
  const { store, doneAt, micros, isCut } = measured
  const sorted = Float64Array.from(micros).sort()
  const over = percentilesOver(doneAt, micros, stepMicros, windows, SHARES)
  return {
    kind: 'latency',
    ...{ store, stepMicros, isCut, count: micros.length },
    percentiles: SHARES.map((share, i) => ({ share, micros: nearestRank(sorted, share), over: over[i] ?? [] })),
    bins: logBins(micros),
  }
}
