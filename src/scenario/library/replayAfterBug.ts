import { place, SECOND, scene } from './build.ts'

/** Going back is easy; what the first run did to the world stays done. */
export const replayAfterBug = scene({
  id: 'replay-after-bug',
  title: 'Once more, without the bug',
  brief: {
    question: 'Billing was wrong for half a minute. It goes back 30 seconds and works again. What is charged twice?',
    watchFor: 'At 0:50 the mark of Billing is set down further right. The other reader does not move.',
    tryThis: [
      'Make Billing idempotent: the same records, and no second charge.',
      'Go back further than the stream keeps: where does the mark land?',
      'Go back in the queue scene: there is nothing to go back to.',
      'Send a letter by hand at 0:45 and count how often it is worked.',
    ],
    slider: 'billing.serviceMs',
    sliderFrom: 20,
    sliderTo: 240,
    whatYouLearn:
      'Replay moves one reader’s place; the records were never gone. Effects outside happen a second time, unless the reader knows what it has done.',
    commonMistake: 'Replay is taken for undo.',
    minutes: 7,
    facts: ['KIN2.08', 'KIN2.11', 'A5'],
    correction:
      'Deleting or checkpointing does not make sure that nothing is done twice. Only an idempotent reader does.',
    concepts: ['replay', 'duplicates'],
    predict: {
      question: 'Four a second, thirty seconds back. How many charges come twice?',
      node: 'billing',
      gauge: 'duplicateEffectsTotal',
      atSeconds: 100,
      unit: 'charges',
      from: 0,
      to: 240,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 190, { name: 'Orders' }),
    place('application', 'billing', 740, 80, {
      name: 'Billing',
      pollIntervalMs: 1000,
      serviceMs: 80,
      recordsPerCall: 20,
      checkpointSeconds: 0,
    }),
    place('application', 'parcels', 740, 380, {
      name: 'Parcels',
      pollIntervalMs: 1000,
      pollPhaseMs: 500,
      serviceMs: 80,
      checkpointSeconds: 0,
    }),
  ],
  links: ['shop stream', 'stream billing', 'stream parcels'],
  interventions: [{ at: 50 * SECOND, node: 'billing', action: 'goTo', to: 30 }],
})
