// One shard and its readers as one would write them from the facts alone: a list of records and a loop over polls. Only
// what does not depend on chance: constant times of work, no failures, nobody dies.

export type PlainRecord = { storedAt: number; createdAt: number; bytes: number }
export type PlainReader = {
  firstPollAt: number
  intervalMicros: number
  latencyMicros: number
  recordsPerCall: number
  prefetchBatches: number
  serviceMicros: number
}
export type PlainLimits = {
  callsPerSecond: number
  bytesPerSecond: number
  bytesPerCall: number
  penaltyMicros: number
}
export type PlainResult = { fetched: number; calls: number; refused: number; completedAt: number[] }

/** Exact: moments are whole microseconds, and a budget is kept in millionths as a big integer. */
export function readPlainly(
  records: readonly PlainRecord[],
  readers: readonly PlainReader[],
  limits: PlainLimits,
  untilMicros: number,
): PlainResult[] {
  const MILLION = 1_000_000n
  const [callRate, byteRate] = [BigInt(limits.callsPerSecond), BigInt(limits.bytesPerSecond)]
  let calls = callRate * MILLION
  let budget = byteRate * MILLION
  let refilledAt = 0
  let penaltyUntil = 0
  const least = (a: bigint, b: bigint) => (a < b ? a : b)

  const states = readers.map((reader) => ({
    reader,
    pollAt: reader.firstPollAt,
    fetched: 0,
    calls: 0,
    refused: 0,
    freeAt: 0,
    /** When each batch that was fetched is done. */
    batchesDoneAt: [] as number[],
    completedAt: [] as number[],
  }))

  for (;;) {
    const next = states.reduce((first, state) => (state.pollAt < first.pollAt ? state : first))
    const now = next.pollAt
    if (now > untilMicros) break
    const { reader } = next
    const undone = next.batchesDoneAt.filter((at) => at > now)
    if (undone.length > reader.prefetchBatches) {
      next.pollAt = undone[undone.length - reader.prefetchBatches - 1]!
      continue
    }
    const elapsed = BigInt(now - refilledAt)
    calls = least(callRate * MILLION, calls + elapsed * callRate)
    budget = least(byteRate * MILLION, budget + elapsed * byteRate)
    refilledAt = now
    next.calls += 1
    next.pollAt = now + reader.intervalMicros
    if (now < penaltyUntil || calls < MILLION || budget <= 0n) {
      next.refused += 1
      continue
    }
    calls -= MILLION
    let bytes = 0
    let count = 0
    let isFull = false
    for (const record of records.slice(next.fetched, next.fetched + reader.recordsPerCall)) {
      if (record.storedAt > now) break
      if (bytes + record.bytes > limits.bytesPerCall && count > 0) {
        isFull = true
        break
      }
      bytes += record.bytes
      count += 1
    }
    if (isFull || bytes >= limits.bytesPerCall) penaltyUntil = now + limits.penaltyMicros
    budget -= BigInt(bytes) * MILLION
    if (count === 0) continue
    next.fetched += count
    next.freeAt = Math.max(next.freeAt, now + reader.latencyMicros)
    for (let i = 0; i < count; i++) {
      next.freeAt += reader.serviceMicros
      next.completedAt.push(next.freeAt)
    }
    next.batchesDoneAt.push(next.freeAt)
  }
  return states.map(({ fetched, calls: made, refused, completedAt }) => ({
    fetched,
    calls: made,
    refused,
    completedAt: completedAt.filter((at) => at <= untilMicros),
  }))
}
