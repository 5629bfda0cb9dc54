import type { KindHelp } from './fieldHelp.ts'

const HEAP = 'Heap'
const WORK = 'Work'

export const MONOLITH_HELP: KindHelp = {
  heapMiB: {
    group: HEAP,
    basic: true,
    help: 'Memory for events that wait for their work. When it is full, the program ends and all of them are lost.',
  },
  overhead: {
    group: HEAP,
    help: 'Objects, strings and references need more memory than the data in them. Our assumption, no statement of AWS.',
  },
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'Writing to the database, to the search index and so on, one event after another.',
  },
  serviceSpread: {
    group: WORK,
    help: 'How far the work for one event varies around its mean.',
  },
  pauseFromShare: {
    group: HEAP,
    help: 'The fuller the heap, the harder the garbage collector works. Our assumption.',
  },
  pauseMs: {
    group: HEAP,
    help: 'The program stands still while the garbage collector looks for memory. 0: no pauses. Our assumption.',
  },
  pauseEveryMs: {
    group: HEAP,
    help: 'So long the program works between two pauses.',
  },
  restartSeconds: {
    group: WORK,
    help: 'After it died, the program takes events again after this time, with an empty heap.',
  },
}
