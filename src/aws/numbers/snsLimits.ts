import type { Numbers } from '../limit.ts'
import type { Region } from '../regions.ts'
import { byDefault, KIB, limit, MIB, NOT_IN_ARTICLE } from '../rows.ts'

const MOST = { 'us-east-1': 30_000, 'us-west-2': 9000, 'eu-west-1': 9000 } as const
const SECOND_TIER = {
  'us-east-2': 1500,
  'us-west-1': 1500,
  'ap-south-1': 1500,
  'ap-northeast-2': 1500,
  'ap-southeast-1': 1500,
  'ap-southeast-2': 1500,
  'ap-northeast-1': 1500,
  'eu-central-1': 1500,
} satisfies Partial<Record<Region, number>>

/** SNS topics that send to queues. */
export const SNS_LIMITS = {
  'SNS.02': limit(10, 'messages'),
  'SNS.03': limit(30_000, 'messages/s', { regions: { values: { ...MOST, ...SECOND_TIER }, elsewhere: 300 } }),
  'SNS.03.fifo': limit(30_000, 'messages/s', { regions: { values: MOST, elsewhere: 3000 } }),
  'SNS.04': byDefault(256 * KIB, 'B', [KIB, MIB]),
  'SNS.04.subscriptions': limit(100, 'subscriptions'),
  'SNS.06': byDefault(3000, 'messages/s'),
  'SNS.06.bytes': byDefault(20 * MIB, 'B/s'),
  'SNS.06.group': limit(300, 'messages/s'),
  'SNS.06.deduplication': limit(300, 's'),
  'SNS.06.subscriptions': limit(100, 'subscriptions'),
  'SNS.07': limit(100_015, 'attempts'),
  'SNS.07.hours': limit(552, 'h'),
  'SNS.07.immediate': limit(3, 'attempts'),
  'SNS.07.preBackoff': limit(2, 'attempts'),
  'SNS.07.preBackoffTime': limit(1, 's'),
  'SNS.07.backoff': limit(10, 'attempts'),
  'SNS.07.backoffFrom': limit(1, 's'),
  'SNS.07.backoffTo': limit(20, 's'),
  'SNS.07.postBackoff': limit(100_000, 'attempts'),
  'SNS.07.postBackoffTime': limit(20, 's'),
  'SNS.08': limit(200, ''),
  'SNS.08.keys': limit(5, 'keys'),
  'SNS.08.combinations': limit(150, ''),
  'SNS.08.bytes': limit(256 * KIB, 'B'),
  'SNS.09': limit(8760, 'h', NOT_IN_ARTICLE),
} as const satisfies Record<string, Numbers>
