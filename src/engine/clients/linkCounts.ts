import type { State } from '../kernel/state.ts'
import { PAINTS } from '../metrics/trace.ts'
import { ANSWERS } from './store.ts'

/**
 * What a link counts. Every record is in one place: held at the source, waiting, in a call, waiting for its retry (these three are
 * not yet stored: the buffer), or gone. At every moment new = stored + not yet stored + held + dropped + given up.
 */
export class LinkCounts {
  protected readonly counters: Float64Array
  /** Records in the send buffer, by paint. */
  readonly waitingPaint: Float64Array
  /** Refused attempts by answer. */
  readonly refusedBy: Float64Array

  constructor(state: State) {
    this.counters = state.column(COUNTERS)
    this.counters[LINGER_FROM] = NEVER
    this.waitingPaint = state.column(PAINTS)
    this.refusedBy = state.column(ANSWERS)
  }

  get newTotal(): number {
    return this.counters[NEW]!
  }
  get storedTotal(): number {
    return this.counters[STORED]!
  }
  get storedBytesTotal(): number {
    return this.counters[STORED_BYTES]!
  }
  get notYetStored(): number {
    return this.counters[IN_BUFFER]!
  }
  get held(): number {
    return this.counters[HELD]!
  }
  get droppedTotal(): number {
    return this.counters[DROPPED]!
  }
  get givenUpTotal(): number {
    return this.counters[GIVEN_UP]!
  }
  get attemptsTotal(): number {
    return this.counters[ATTEMPTS]!
  }
  get refusedTotal(): number {
    return this.counters[REFUSED]!
  }
  get callsTotal(): number {
    return this.counters[CALLS]!
  }
}

export const NEVER = -1

export const NEW = 0
export const STORED = NEW + 1
export const STORED_BYTES = STORED + 1
export const IN_BUFFER = STORED_BYTES + 1
export const HELD = IN_BUFFER + 1
/** Index, in the producer's records, of the first one held. */
export const HELD_FROM = HELD + 1
export const DROPPED = HELD_FROM + 1
export const GIVEN_UP = DROPPED + 1
export const ATTEMPTS = GIVEN_UP + 1
export const REFUSED = ATTEMPTS + 1
export const CALLS = REFUSED + 1
/** Since when a batch that is not full is waiting. */
export const LINGER_FROM = CALLS + 1
const COUNTERS = LINGER_FROM + 1
