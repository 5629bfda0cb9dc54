import { quantile } from '../../engine/index.ts'

export type RecordCounts = {
  new: number
  stored: number
  notYetStored: number
  held: number
  dropped: number
  givenUp: number
}
export type Percentiles = { p50: number; p95: number; p99: number }

/** Described by docs/sim-output.schema.json. Counts are totals up to `untilMicros`. */
export type NodeReport = {
  id: string
  kind: string
  records: RecordCounts
  attempts: number
  refusedAttempts: Record<string, number>
  bytesStored: number
  deliveries: number
  processed: number
  backlog: number
  iteratorAgeMs: Record<string, number> | null
  latencyMs: Percentiles | null
  [more: string]: unknown
}

/** All zero: what a node has no part in. */
export function emptyReport(id: string, kind: string): NodeReport {
  return {
    id,
    kind,
    records: { new: 0, stored: 0, notYetStored: 0, held: 0, dropped: 0, givenUp: 0 },
    attempts: 0,
    refusedAttempts: {},
    bytesStored: 0,
    deliveries: 0,
    processed: 0,
    backlog: 0,
    iteratorAgeMs: null,
    latencyMs: null,
  }
}

export function percentiles(histogram: Uint32Array): Percentiles | null {
  const at = (q: number) => quantile(histogram, 0, q)
  const p50 = at(0.5)
  const p95 = at(0.95)
  const p99 = at(0.99)
  return p50 === null || p95 === null || p99 === null ? null : { p50: p50 / 1000, p95: p95 / 1000, p99: p99 / 1000 }
}

/** Only what was refused at least once. */
export function refusals(entries: [factId: string, count: number][]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [id, count] of entries) if (count > 0) sums[id] = (sums[id] ?? 0) + count
  return sums
}

/** Counts of a node are the sums over its links: a record that goes to two stores counts once for each. */
export function addCounts(a: RecordCounts, b: RecordCounts): RecordCounts {
  return {
    new: a.new + b.new,
    stored: a.stored + b.stored,
    notYetStored: a.notYetStored + b.notYetStored,
    held: a.held + b.held,
    dropped: a.dropped + b.dropped,
    givenUp: a.givenUp + b.givenUp,
  }
}
