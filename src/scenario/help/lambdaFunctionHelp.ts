import type { KindHelp } from './fieldHelp.ts'

const WORK = 'Function'
const FAILURES = 'Failures of the function'
const CONCURRENCY = 'Concurrency'

export const LAMBDA_FUNCTION_HELP: KindHelp = {
  batchMs: {
    group: WORK,
    basic: true,
    help: 'Time of an invocation whatever its batch holds: connecting, one call for the whole batch and so on.',
  },
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'The records of a batch are worked one after another.',
  },
  serviceSpread: {
    group: WORK,
    help: 'How far the work for one record varies around its mean.',
  },
  timeoutSeconds: {
    group: WORK,
    help: 'An invocation that runs longer is ended and has failed; what it did until then has been done.',
  },
  coldStartMs: {
    group: WORK,
    help: 'Time before the first invocation in a new execution environment. It depends on the runtime; this number is not verified.',
  },
  keepWarmSeconds: {
    group: WORK,
    help: 'An execution environment without work is kept so long. AWS publishes no number: our assumption.',
  },
  failureShare: {
    group: FAILURES,
    basic: true,
    help: 'Share of records on which the function fails, drawn anew each time it gets them.',
  },
  poisonRecord: {
    group: FAILURES,
    basic: true,
    help: 'The record with this number, counted from 1 for each producer, fails every time. 0: none.',
  },
  effects: {
    group: FAILURES,
    help: 'A batch that is tried again repeats work that had been done. Unless the function is idempotent, that shows in its results.',
  },
  retryPauseMs: {
    group: FAILURES,
    help: 'Time until a failed or throttled invocation is tried again. AWS publishes no number: our assumption.',
  },
  reservedConcurrency: {
    group: CONCURRENCY,
    help: 'The function runs so often at once and no more, and no other function gets this share of the account. 0: none.',
  },
  accountConcurrency: {
    group: CONCURRENCY,
    help: 'All functions of the scene share it. Where they say different numbers, the smallest counts.',
  },
}
