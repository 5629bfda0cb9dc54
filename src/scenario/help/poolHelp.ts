import type { KindHelp } from './fieldHelp.ts'

const RECEIVING = 'Receiving'
const WORK = 'Work'

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
    group: WORK,
    help: 'Part of the work that ends with an error; its message is not deleted and comes back.',
  },
  deleteWhen: {
    group: WORK,
    basic: true,
    help: 'Deleted before the work, a message is lost if its worker dies.',
  },
}
