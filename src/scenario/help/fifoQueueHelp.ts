import { awsTick, type KindHelp } from './fieldHelp.ts'
import { QUEUE_HELP } from './queueHelp.ts'

const QUEUE = 'Queue'
const DEDUPLICATION = 'Deduplication'
const THROUGHPUT = 'Throughput'
const LIMITS_GROUP = 'Limits'

/** Of the fields that a FIFO queue has as every queue has them. */
const { visibilityTimeoutSeconds, retentionHours, messageBytesLimit, batchLimit } = QUEUE_HELP

export const FIFO_QUEUE_HELP: KindHelp = {
  ...{ visibilityTimeoutSeconds, retentionHours, messageBytesLimit, batchLimit },
  maxReceiveCount: {
    group: QUEUE,
    basic: true,
    help: 'A message received so often goes to the dead-letter queue at its next receive: link another FIFO queue to this one.',
  },
  redrivePerSecond: {
    group: QUEUE,
    help: 'A redrive of this queue, as the dead-letter queue of another FIFO queue, moves so many messages back where they came from.',
    ticks: [{ value: 500, label: 'AWS at most', factId: 'SQS.16' }],
  },
  delaySeconds: {
    group: QUEUE,
    help: 'A message can be received only so long after it was sent; a change holds for messages that are there already.',
  },
  deduplicationBy: {
    group: DEDUPLICATION,
    help: 'Record: no record is a repetition of another. Key: records of one key count as one message for five minutes.',
  },
  deduplicationScope: {
    group: DEDUPLICATION,
    help: 'Where the same deduplication id means the same message. With a limit for each message group: high throughput.',
  },
  deduplicationSeconds: {
    group: DEDUPLICATION,
    help: 'A repetition within this time is taken and not delivered.',
    ticks: [awsTick('FIFO.12')],
  },
  throughputLimit: {
    group: THROUGHPUT,
    basic: true,
    help: 'High throughput needs this per message group and the scope of deduplication too; otherwise the queue has one quota.',
  },
  callsPerSecond: {
    group: THROUGHPUT,
    help: 'So many sends, receives and deletes a second for the queue, in high throughput for each partition.',
    ticks: [awsTick('FIFO.01')],
  },
  highThroughputCallsPerSecond: {
    group: THROUGHPUT,
    help: 'The quota of the Region for a queue in high throughput.',
    ticks: [awsTick('FIFO.04')],
  },
  inFlightLimit: {
    group: LIMITS_GROUP,
    help: 'So many messages may be received and not yet deleted; beyond it a receive returns nothing.',
    ticks: [awsTick('FIFO.17')],
  },
  scanLimit: {
    group: LIMITS_GROUP,
    help: 'Groups are found among the oldest messages only: a longer backlog of one locked group hides all others.',
    ticks: [awsTick('FIFO.18')],
  },
}
