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
  'SNS.04': byDefault(256 * KIB, 'B', [1, MIB]),
  'SNS.04.subscriptions': limit(100, 'subscriptions'),
  'SNS.06': byDefault(3000, 'messages/s'),
  'SNS.06.bytes': byDefault(20 * MIB, 'B/s'),
  'SNS.06.group': limit(300, 'messages/s'),
  'SNS.07': limit(100_015, 'attempts'),
  'SNS.07.hours': limit(552, 'h'),
  'SNS.08': limit(200, ''),
  'SNS.09': limit(8760, 'h', NOT_IN_ARTICLE),
} as const satisfies Record<string, Numbers>
