import type { KindHelp } from './fieldHelp.ts'

const WORK = 'Work'
const FAILURES = 'Failures'

export const DOWNSTREAM_HELP: KindHelp = {
  capacity: {
    group: WORK,
    basic: true,
    help: 'So many calls are worked at once, connections or threads for example; others wait for their turn.',
  },
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'Mean time of one call, without its wait.',
  },
  serviceSpread: {
    group: WORK,
    help: 'How far the work for one call varies around its mean.',
  },
  waitingLimit: {
    group: WORK,
    help: 'When so many wait already, a call is refused at once.',
  },
  callsFor: {
    group: WORK,
    basic: true,
    help: 'The reader waits for the answer. When the call fails, its work on the record or batch has failed.',
  },
  failureShare: {
    group: FAILURES,
    help: 'Share of calls that end with an error, after their full time.',
  },
}
