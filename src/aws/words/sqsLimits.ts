import type { Words } from '../limit.ts'
import type { FIFO_LIMITS } from '../numbers/fifoLimits.ts'
import type { SQS_LIMITS } from '../numbers/sqsLimits.ts'

export const SQS_WORDS = {
  'SQS.03': ['Q2', 'V', 'Largest message', '1 MiB since August 2025; a batch as a whole may not be larger either.'],
  'SQS.03.batch': ['Q1', 'V', 'Bytes in one batch of messages'],
  'SQS.03.least': ['Q2', 'V', 'Smallest message'],
  'SQS.04': ['Q1', 'V', 'Messages in one call', 'For sending, receiving and deleting.'],
  'SQS.04.receive': ['Q1', 'V', 'Messages asked for in one ReceiveMessage call'],
  'SQS.05': ['Q1', 'V', 'Visibility timeout', 'It starts when SQS returns the message.'],
  'SQS.05.total': ['Q6', 'V', 'Longest time that a message stays hidden after one receive'],
  'SQS.08': ['Q1', 'V', 'Messages in flight', 'AWS says about 120,000 for one queue.'],
  'SQS.09': ['Q1', 'V', 'Time that a queue keeps a message', 'From 60 s to 14 days, 4 days by default.'],
  'SQS.10': ['Q1', 'V', 'Delay of a new message', 'A message may have its own.'],
  'SQS.11': ['Q1', 'V', 'Wait of a short poll', 'A short poll asks only some of the servers and may miss messages.'],
  'SQS.11.sampling': ['Q6', 'V', 'Messages below which a short poll may miss some'],
  'SQS.12': ['Q1', 'V', 'Wait of a long poll', '1 to 20 s; it answers as soon as one message is there.'],
  'SQS.13': [
    'Q6',
    'V23',
    'Receives after which a message goes to the back',
    'It no longer counts for the age of the oldest message.',
  ],
  'SQS.14': [
    'Q1',
    'V',
    'Receives of a message until it is a dead letter',
    'maxReceiveCount; the next receive moves it.',
  ],
  'SQS.16': ['Q1', 'V', 'Messages moved back from a dead-letter queue'],
  'SQS.16.hours': ['Q6', 'V23', 'Longest time of such a task'],
  'SQS.16.tasks': ['Q6', 'V23', 'Such tasks of one account at once'],
  'SQS.16.queue': ['Q1', 'V', 'Such tasks of one queue at once'],
  'SQS.18': ['Q1', 'V', 'Time that a purge takes', 'At most so long.'],
  'SQS.18.again': ['Q1', 'V', 'Time between two purges of one queue'],
  'SQS.20': ['Q6', 'V23', 'Time of one SQS call in the same Region', "AWS's own example: 50 calls/s for one thread."],
  'SQS.21': [
    'Q3',
    'V',
    'Fair queue: share by message group (0 = no)',
    'By a MessageGroupId on a standard queue; no order, no exclusivity.',
  ],
  'SQS.22': ['Q3', 'V', 'Share of the messages in flight above which a tenant is noisy', 'About so much.'],
  'SQS.22.inFlight': ['Q3', 'V', 'Messages in flight from which a tenant is noisy', 'Together with the share.'],
  'SQS.22.time': ['Q3', 'V', 'Share of the recent processing time above which a tenant is noisy'],
  'SQS.24': ['Q3', 'V', 'Time without a message in flight until a tenant is quiet again'],
} as const satisfies Record<keyof typeof SQS_LIMITS, Words>

export const FIFO_WORDS = {
  'FIFO.01': ['Q2', 'V', 'Calls to a FIFO queue', 'For each of send, receive and delete.'],
  'FIFO.01.messages': [
    'Q2',
    'V',
    'Messages to a FIFO queue in batches of ten',
    'For each of send, receive and delete.',
  ],
  'FIFO.04': [
    'Q2',
    'V',
    'Calls to a FIFO queue in high throughput mode',
    'For each of send, receive and delete; by Region.',
  ],
  'FIFO.04.messages': ['Q2', 'V', 'Messages to a FIFO queue in high throughput mode, in batches of ten', 'By Region.'],
  'FIFO.05': ['Q6', 'V23', 'Calls to one partition of a FIFO queue', 'A batch over k partitions counts k times.'],
  'FIFO.05.messages': ['Q6', 'V23', 'Messages to one partition of a FIFO queue in batches of ten'],
  'FIFO.06': ['Q6', 'V23', 'Calls for one message group', 'A group lies in one partition.'],
  'FIFO.06.messages': ['Q6', 'V23', 'Messages of one message group in batches of ten'],
  'FIFO.12': ['Q1', 'V', 'Time in which a repeated message is taken and not delivered'],
  'FIFO.14': ['Q1', 'V', 'Time after which a repeated message is a new one'],
  'FIFO.16': ['Q1', 'V', 'Time in which a failed receive can be repeated', 'By the same ReceiveRequestAttemptId.'],
  'FIFO.17': [
    'Q1',
    'V',
    'Messages in flight in a FIFO queue',
    '20,000 until November 2024; at the limit there is no error, just no messages.',
  ],
  'FIFO.18': [
    'Q5',
    'V',
    'Messages that a FIFO queue looks at for a free group',
    'A longer backlog of one group hides all behind it.',
  ],
} as const satisfies Record<keyof typeof FIFO_LIMITS, Words>
