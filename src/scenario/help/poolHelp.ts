import type { KindHelp } from './fieldHelp.ts'

const RECEIVING = 'Receiving'
const WORK = 'Work'
const SAFETY = 'Failures and repeats'

export const POOL_HELP: KindHelp = {
  workers: {
    group: WORK,
    basic: true,
    help: 'Workers compete: each message goes to one of them.',
  },
  messagesPerCall: {
    group: RECEIVING,
    basic: true,
    help: 'One ReceiveMessage call asks for at most so many; a worker does them one after another.',
    ticks: [{ value: 10, label: 'AWS at most', factId: 'SQS.04' }],
  },
  waitSeconds: {
    group: RECEIVING,
    help: 'A long poll waits so long for a message; 0 is a short poll, which answers at once and asks only some of the servers, so that it may miss messages.',
    ticks: [{ value: 20, label: 'AWS at most', factId: 'SQS.12' }],
  },
  idleMs: {
    group: RECEIVING,
    help: 'A worker that found nothing asks again after this time.',
  },
  callLatencyMs: {
    group: RECEIVING,
    help: 'Time of one ReceiveMessage or DeleteMessage call.',
    ticks: [{ value: 20, label: "AWS's example", factId: 'SQS.20' }],
  },
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'Time that a worker needs for one message.',
  },
  serviceSpread: {
    group: WORK,
    help: 'How the times of work differ around their mean.',
  },
  failureShare: {
    group: SAFETY,
    help: 'Part of the work that ends with an error; its message is not deleted and comes back.',
  },
  deleteWhen: {
    group: WORK,
    basic: true,
    help: 'Deleted before the work, a message is lost if its worker dies.',
  },
  heartbeatSeconds: {
    group: SAFETY,
    ticks: [{ value: 43_200, label: 'AWS at most', factId: 'SQS.05' }],
    help: 'So often a worker hides what it holds for the whole visibility timeout again, by ChangeMessageVisibility. 0 means never: then work that takes longer than the timeout is done twice.',
  },
  workInBatch: {
    group: WORK,
    help: 'All at once is faster and gives up the order, also that within a message group of a FIFO queue; the worker receives again when the slowest is done.',
  },
  poisonRecord: {
    group: SAFETY,
    help: 'Work on the record of this number always fails: each producer counts its records from 1. 0 means none.',
  },
  poisonKey: {
    group: SAFETY,
    help: 'Work on every message with this key always fails. Empty means none.',
  },
  sideEffects: {
    group: SAFETY,
    help: 'Idempotent work knows what it has done: a repeated message changes nothing outside. Without it totals come out wrong.',
  },
}
