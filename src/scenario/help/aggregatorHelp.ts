import type { KindHelp } from './fieldHelp.ts'

const WORK = 'Counting'
const SAFETY = 'Crashes'

export const AGGREGATOR_HELP: KindHelp = {
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'The records of a shard are counted one after another, and so are the messages of a queue.',
  },
  pollIntervalMs: {
    group: WORK,
    help: 'From a stream: how long it waits when a shard has no more records. A queue is asked by long polling.',
  },
  counts: {
    group: SAFETY,
    basic: true,
    help: 'When the program dies: in memory all are gone; saved ones go back to the last checkpoint, as the place does; outside they stay, and what is read again is counted again.',
  },
  effects: {
    group: SAFETY,
    help: 'Whether a store outside knows which records it has counted.',
  },
  checkpointSeconds: {
    group: SAFETY,
    basic: true,
    help: 'From a stream: how often its place is kept, and the counts with it where they are saved. 0: after each batch.',
  },
  deleteWhen: {
    group: SAFETY,
    help: 'From a queue. A message that was deleted before it was counted is missing in the answer when the program dies.',
  },
  restartSeconds: {
    group: SAFETY,
    help: 'After it died, the program starts again after this time.',
  },
}
