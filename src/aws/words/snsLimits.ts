import type { Words } from '../limit.ts'
import type { SNS_LIMITS } from '../numbers/snsLimits.ts'

export const SNS_WORDS = {
  'SNS.02': ['N1', 'V', 'Messages in one PublishBatch call', 'Quotas count messages and not calls.'],
  'SNS.03': [
    'N2',
    'V',
    'Messages published in one account and Region',
    'Standard and FIFO topics together; can be raised on request.',
  ],
  'SNS.03.fifo': ['N2', 'V', 'Messages published to FIFO topics in one account and Region'],
  'SNS.04': [
    'N1',
    'V',
    'Largest published message',
    'A setting of the topic since 2026; above 256 KiB only for SQS, Firehose and Lambda.',
  ],
  'SNS.04.subscriptions': ['N1', 'V', 'Subscriptions of a topic with messages above 256 KiB'],
  'SNS.06': ['N2', 'V', 'Messages published to one FIFO topic', 'FifoThroughputScope MessageGroup lifts it.'],
  'SNS.06.bytes': ['N2', 'V', 'Bytes published to one FIFO topic', 'This or the messages, whichever is met first.'],
  'SNS.06.group': ['N2', 'V', 'Messages published to one message group'],
  'SNS.07': ['N3', 'T', 'Attempts to deliver to a queue', 'After errors of the server; others are not repeated.'],
  'SNS.07.hours': ['N3', 'T', 'Time over which they are spread', '23 days.'],
  'SNS.08': ['N2', 'V', 'Filter policies of one topic'],
  'SNS.09': ['memory', 'M', 'Time that a FIFO topic archives', 'Standard topics keep nothing.'],
} as const satisfies Record<keyof typeof SNS_LIMITS, Words>
