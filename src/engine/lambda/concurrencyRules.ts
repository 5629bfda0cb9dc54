// Rules of a function's concurrency: they decide over plain numbers and change nothing.

export type Concurrency = {
  /** Invocations of this function under way, and its reserved concurrency (0 = none). */
  running: number
  reserved: number
  /** Invocations under way of all functions without reserved concurrency. */
  unreservedRunning: number
  /** LSQ.03: of the account, and the sum of what its functions have reserved. */
  accountQuota: number
  reservedInAll: number
}

/**
 * LSQ.13, LSQ.05: a function with reserved concurrency runs so often at once and no more; all others share what the account has
 * left. False: the invocation is throttled.
 */
export function fitsConcurrency(at: Concurrency): boolean {
  if (at.reserved > 0) return at.running < at.reserved
  return at.unreservedRunning < at.accountQuota - at.reservedInAll
}

/**
 * The limit behind a throttled invocation, and what it has left: a function's own reserved concurrency (LSQ.05; 0 while it is paused
 * by hand), or what the account has for all functions that have none (LSQ.13).
 */
export function concurrencyLeft(
  at: Concurrency,
  isPaused: boolean,
): { factId: string; capacity: number; left: number } {
  if (isPaused) return { factId: 'LSQ.05', capacity: 0, left: 0 }
  if (at.reserved > 0) return { factId: 'LSQ.05', capacity: at.reserved, left: at.reserved - at.running }
  const capacity = at.accountQuota - at.reservedInAll
  return { factId: 'LSQ.13', capacity, left: capacity - at.unreservedRunning }
}
