import type { LimitRow } from './limit.ts'
import { SQS_API, SQS_GUIDE_2023, SQS_QUOTAS } from './sources.ts'

/** SQS standard queues. */
export const SQS_LIMITS = {
  'SQS.03': { kind: 'limit', name: 'Largest message', value: 1_048_576, unit: 'B', ...SQS_QUOTAS, confidence: 'V', note: '1 MiB since August 2025; a batch as a whole may not be larger either.' },
  'SQS.04': { kind: 'limit', name: 'Messages in one call', value: 10, unit: 'messages', ...SQS_API, confidence: 'V', note: 'For sending, receiving and deleting.' },
  'SQS.04.receive': { kind: 'default', name: 'Messages asked for in one ReceiveMessage call', value: 1, unit: 'messages', allowed: [1, 10], ...SQS_API, confidence: 'V' },
  'SQS.05': { kind: 'default', name: 'Visibility timeout', value: 30, unit: 's', allowed: [0, 43_200], ...SQS_API, confidence: 'V', note: 'It starts when SQS returns the message.' },
  'SQS.08': { kind: 'limit', name: 'Messages in flight', value: 120_000, unit: 'messages', ...SQS_API, confidence: 'V', note: 'AWS says about 120,000 for one queue.' },
  'SQS.09': { kind: 'default', name: 'Time that a queue keeps a message', value: 96, unit: 'h', allowed: [1 / 60, 336], ...SQS_API, confidence: 'V', note: 'From 60 s to 14 days, 4 days by default.' },
  'SQS.11': { kind: 'default', name: 'Wait of a short poll', value: 0, unit: 's', allowed: [0, 20], ...SQS_API, confidence: 'V', note: 'A short poll asks only some of the servers and may miss messages.' },
  'SQS.12': { kind: 'limit', name: 'Wait of a long poll', value: 20, unit: 's', allowed: [0, 20], ...SQS_API, confidence: 'V', note: '1 to 20 s; it answers as soon as one message is there.' },
  'SQS.20': { kind: 'default', name: 'Time of one SQS call in the same Region', value: 20, unit: 'ms', ...SQS_GUIDE_2023, confidence: 'V23', note: "AWS's own example: 50 calls/s for one thread." },
} as const satisfies Record<string, LimitRow>
