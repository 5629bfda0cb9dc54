import type { Numbers } from '../limit.ts'
import type { Region } from '../regions.ts'
import { limit, NOT_IN_ARTICLE } from '../rows.ts'

/** Calls a second and action in high throughput mode, where it is more than 2,400 (FIFO.04). */
const HIGH_THROUGHPUT = {
  'us-east-1': 70_000,
  'us-west-2': 70_000,
  'eu-west-1': 70_000,
  'us-east-2': 19_000,
  'eu-central-1': 19_000,
  'ap-south-1': 9000,
  'ap-southeast-1': 9000,
  'ap-southeast-2': 9000,
  'ap-northeast-1': 9000,
  'eu-west-2': 4500,
  'sa-east-1': 4500,
} satisfies Partial<Record<Region, number>>

/** The quotas page lists the batched values too; each is ten times the one above. */
const IN_TENS: Partial<Record<Region, number>> = Object.fromEntries(
  Object.entries(HIGH_THROUGHPUT).map(([region, calls]) => [region, 10 * calls]),
)

/** What FIFO queues have of their own. */
export const FIFO_LIMITS = {
  'FIFO.01': limit(300, 'calls/s'),
  'FIFO.01.messages': limit(3000, 'messages/s'),
  'FIFO.04': limit(70_000, 'calls/s', { ...NOT_IN_ARTICLE, regions: { values: HIGH_THROUGHPUT, elsewhere: 2400 } }),
  'FIFO.04.messages': limit(700_000, 'messages/s', {
    ...NOT_IN_ARTICLE,
    regions: { values: IN_TENS, elsewhere: 24_000 },
  }),
  'FIFO.05': limit(300, 'calls/s', NOT_IN_ARTICLE),
  'FIFO.05.messages': limit(3000, 'messages/s', NOT_IN_ARTICLE),
  'FIFO.06': limit(300, 'calls/s'),
  'FIFO.06.messages': limit(3000, 'messages/s'),
  'FIFO.12': limit(300, 's'),
  'FIFO.14': limit(300, 's'),
  'FIFO.16': limit(300, 's'),
  'FIFO.17': limit(120_000, 'messages', { article: { value: 20_000 } }),
  'FIFO.18': limit(120_000, 'messages'),
} as const satisfies Record<string, Numbers>
