import { awsTick, type KindHelp } from './fieldHelp.ts'

const QUEUE = 'Queue'
const LIMITS_GROUP = 'Limits'
/** What AWS allows itself and does not say how often. */
const ALLOWED = 'What may happen'

export const KINESIS_QUEUE_HELP: KindHelp = {
  visibilityTimeoutSeconds: {
    group: QUEUE,
    basic: true,
    help: 'A received record is hidden from this queue’s other readers for so long; if nobody acknowledges it by then, it can be received again.',
    ticks: [
      { value: 30, label: 'AWS default', factId: 'KIN6.02.visibility' },
      { value: 43_200, label: 'AWS at most', factId: 'KIN6.02.visibility' },
    ],
  },
  maxReceiveCount: {
    group: QUEUE,
    basic: true,
    help: 'Received so often and never acknowledged, a record is a dead letter: it stays in this queue, and only calls of their own return it. 0: never.',
    ticks: [{ value: 6, label: 'AWS default', factId: 'KIN6.04' }],
  },
  startSeconds: {
    group: QUEUE,
    help: 'A queue can be made at any time: what the stream still has can be given out from then on.',
  },
  startPosition: {
    group: QUEUE,
    basic: true,
    help: 'Where it begins when it is created: with what comes from now on, or with the oldest record that the stream still has.',
  },
  inFlightLimit: {
    group: LIMITS_GROUP,
    help: 'So many records may be received and not yet acknowledged; beyond it a receive returns nothing.',
    ticks: [awsTick('KIN6.03')],
  },
  batchLimit: {
    group: LIMITS_GROUP,
    help: 'One call receives or acknowledges at most so many records.',
    ticks: [awsTick('KIN6.02')],
  },
  shuffleWindow: {
    group: ALLOWED,
    help: 'A Kinesis queue promises no order. How far it goes is our assumption: a receive takes any of so many records in line; 0 takes the first.',
  },
  duplicateShare: {
    group: ALLOWED,
    help: 'Deliveries after which somebody else can receive the record as well. AWS promises at least one delivery, not exactly one.',
  },
  deleteLostShare: {
    group: ALLOWED,
    help: 'The acknowledgement succeeds, and the record comes back when its timeout ends: delivery is at least once.',
  },
}
