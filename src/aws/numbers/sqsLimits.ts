import type { Numbers } from '../limit.ts'
import { byDefault, KIB, limit, MIB, NOT_IN_ARTICLE } from '../rows.ts'

const ARTICLE_MESSAGE = { article: { value: MIB / 4 } }

/** SQS standard queues, and what FIFO queues share with them. */
export const SQS_LIMITS = {
  'SQS.03': limit(MIB, 'B', ARTICLE_MESSAGE),
  'SQS.03.batch': limit(MIB, 'B', ARTICLE_MESSAGE),
  'SQS.03.least': limit(1, 'B'),
  'SQS.03.setting': limit(KIB, 'B'),
  'SQS.03.attributes': limit(10, ''),
  'SQS.04': limit(10, 'messages'),
  'SQS.04.receive': byDefault(1, 'messages', [1, 10]),
  'SQS.05': byDefault(30, 's', [0, 43_200]),
  'SQS.05.total': limit(43_200, 's'),
  'SQS.08': limit(120_000, 'messages'),
  'SQS.09': byDefault(96, 'h', [1 / 60, 336]),
  'SQS.10': byDefault(0, 's', [0, 900]),
  'SQS.11': byDefault(0, 's', [0, 20]),
  'SQS.11.sampling': limit(1000, 'messages'),
  'SQS.12': limit(20, 's', { allowed: [0, 20] }),
  'SQS.13': limit(3, 'receives'),
  'SQS.14': byDefault(10, 'receives', [1, 1000]),
  'SQS.16': limit(500, 'messages/s'),
  'SQS.16.hours': limit(36, 'h'),
  'SQS.16.tasks': limit(100, ''),
  'SQS.16.queue': limit(1, ''),
  'SQS.18': limit(60, 's'),
  'SQS.18.again': limit(60, 's'),
  'SQS.19b.createAgain': limit(60, 's'),
  'SQS.20': byDefault(20, 'ms'),
  'SQS.21': byDefault(0, '', [0, 1], NOT_IN_ARTICLE),
  'SQS.22': limit(0.1, 'share', NOT_IN_ARTICLE),
  'SQS.22.inFlight': limit(30, 'messages', NOT_IN_ARTICLE),
  'SQS.22.time': limit(0.1, 'share', NOT_IN_ARTICLE),
  'SQS.24': limit(300, 's', NOT_IN_ARTICLE),
} as const satisfies Record<string, Numbers>
