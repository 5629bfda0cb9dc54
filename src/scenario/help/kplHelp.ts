import { LIMITS } from '../../aws/index.ts'
import type { KindHelp } from './fieldHelp.ts'

const LIBRARY = 'Producer library (KPL)'

export const KPL_HELP: KindHelp = {
  sendsWith: {
    group: LIBRARY,
    help: 'The Kinesis Producer Library (KPL) packs many records into one, collects them for a call and tries again without a pause; its settings replace those of batches, pauses and attempts.',
  },
  aggregation: {
    group: LIBRARY,
    help: 'With the library: a Kinesis record with many user records counts once against the record limit of a shard. Readers take it apart.',
  },
  aggregationBytes: {
    group: LIBRARY,
    help: 'With the library (AggregationMaxSize): a packed record is sent when it is so large; a larger user record goes alone.',
    ticks: [{ value: LIMITS['KIN6.06'].value, label: 'KPL', factId: 'KIN6.06' }],
  },
  bufferedMs: {
    group: LIBRARY,
    help: 'With the library (RecordMaxBufferedTime): a packed record is closed after this time, and then waits 50 ms more for others to share its call; those 50 ms are our assumption (X-K9).',
    ticks: [{ value: LIMITS['KIN6.08'].value, label: 'KPL', factId: 'KIN6.08' }],
  },
  recordTtlSeconds: {
    group: LIBRARY,
    help: 'With the library (RecordTtl): a refused record that is so old is not sent again.',
    ticks: [{ value: LIMITS['KIN6.08.ttl'].value / 1000, label: 'KPL', factId: 'KIN6.08.ttl' }],
  },
  rateLimitShare: {
    group: LIBRARY,
    help: 'With the library (RateLimit): as a share of what one shard takes. It knows nothing of other producers.',
    ticks: [{ value: LIMITS['KIN6.08.rate'].value, label: 'KPL', factId: 'KIN6.08.rate' }],
  },
  whenThrottled: {
    group: LIBRARY,
    help: 'With the library (FailIfThrottled). Sent again, it may come after records that were made later.',
  },
}
