import type { Numbers } from '../limit.ts'
import { assumed, byDefault, GIB, KIB, limit, MIB, NOT_IN_ARTICLE } from '../rows.ts'

/** Resharding (KIN4) and the capacity modes (KIN5). Large Regions scale further than the others. */
export const KINESIS_CAPACITY = {
  'KIN4.03': limit(5, 'calls/s'),
  'KIN4.04.listed': limit(1000, 'shards'),
  'KIN4.04.token': limit(300, 's'),
  'KIN4.06': limit(2, 'times'),
  'KIN4.06.least': limit(0.5, 'times'),
  'KIN4.06.calls': limit(10, 'calls'),
  'KIN4.06.window': limit(24, 'h'),
  'KIN4.06.shards': limit(10_000, 'shards'),
  'KIN4.06.step': byDefault(0.25, 'share'),
  'KIN4.07': limit(20_000, 'shards', {
    regions: { values: { 'us-east-1': 20_000, 'us-west-2': 20_000, 'eu-west-1': 20_000 } },
  }),
  'KIN4.08': assumed(30, 's'),
  'KIN5.02': byDefault(4 * MIB, 'B/s', undefined, NOT_IN_ARTICLE),
  'KIN5.02.read': byDefault(8 * MIB, 'B/s', undefined, NOT_IN_ARTICLE),
  'KIN5.02.records': byDefault(4000, 'records/s', undefined, NOT_IN_ARTICLE),
  'KIN5.02.shards': byDefault(4, 'shards', undefined, NOT_IN_ARTICLE),
  'KIN5.03': limit(10 * GIB, 'B/s', {
    ...NOT_IN_ARTICLE,
    regions: {
      values: { 'us-east-1': 10 * GIB, 'us-west-2': 10 * GIB, 'eu-west-1': 10 * GIB },
      elsewhere: 200 * MIB,
    },
  }),
  'KIN5.03.read': limit(20 * GIB, 'B/s', {
    ...NOT_IN_ARTICLE,
    regions: {
      values: { 'us-east-1': 20 * GIB, 'us-west-2': 20 * GIB, 'eu-west-1': 20 * GIB },
      elsewhere: 400 * MIB,
    },
  }),
  'KIN5.03.streams': byDefault(50, 'streams', undefined, NOT_IN_ARTICLE),
  'KIN5.04': limit(2, 'times', NOT_IN_ARTICLE),
  'KIN5.04.history': limit(720, 'h', NOT_IN_ARTICLE),
  'KIN5.05': limit(900, 's', NOT_IN_ARTICLE),
  'KIN5.05.throttled': limit(900, 's', NOT_IN_ARTICLE),
  'KIN5.06': limit(500 * KIB, 'B/s', NOT_IN_ARTICLE),
  'KIN5.06.within': limit(900, 's', NOT_IN_ARTICLE),
  'KIN5.07': limit(2, 'times', NOT_IN_ARTICLE),
  'KIN5.08': limit(25 * MIB, 'B/s', NOT_IN_ARTICLE),
  'KIN5.08.read': limit(25 * MIB, 'B/s', NOT_IN_ARTICLE),
  'KIN5.08.hours': limit(24, 'h', NOT_IN_ARTICLE),
  'KIN5.08.cheaper': limit(0.6, 'share', NOT_IN_ARTICLE),
  'KIN5.09': limit(10 * GIB, 'B/s', NOT_IN_ARTICLE),
  'KIN5.09.lookBack': limit(1, 'h', NOT_IN_ARTICLE),
  'KIN5.10': limit(2, 'times', NOT_IN_ARTICLE),
  'KIN5.10.window': limit(24, 'h', NOT_IN_ARTICLE),
} as const satisfies Record<string, Numbers>
