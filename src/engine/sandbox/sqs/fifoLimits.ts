import '../../../aws/otherLimits.ts'
import { type LimitId, limitFor, type Profile } from '../../../aws/index.ts'
import { type Micros, secondsToMicros } from '../../kernel/time.ts'

/** FIFO queues in numbers, for one Region and profile. */
export type FifoLimits = {
  inFlight: number
  scan: number
  deduplicationMicros: Micros
  attemptMicros: Micros
  /** 0 = not limited. */
  callsPerSecond: number
  /** FIFO.04; null where there is no high throughput. */
  highThroughputCallsPerSecond: number | null
  partitionsFactor: number
}

/** The ledger's numbers. Without throttling no rate is limited. @throws RangeError for a Region that it does not know. */
export function fifoLimitsOf(profile: Profile, region: string, throttling: boolean): FifoLimits {
  const found = (id: LimitId) => limitFor(id, { profile, region })
  const value = (id: LimitId) => {
    const limit = found(id)
    if (!limit.ok) throw new RangeError(limit.message)
    return limit.value
  }
  const high = found('FIFO.04')
  return {
    inFlight: value('FIFO.17'),
    scan: value('FIFO.18'),
    deduplicationMicros: secondsToMicros(value('FIFO.12')),
    attemptMicros: secondsToMicros(value('FIFO.16')),
    callsPerSecond: throttling ? value('FIFO.01') : 0,
    highThroughputCallsPerSecond: high.ok ? high.value : null,
    partitionsFactor: value('X-F2'),
  }
}
