import { place, SECOND, scene } from './build.ts'

/** A crash between two checkpoints: what was worked since the last one is worked again. */
export const checkpoints = scene({
  id: 'checkpoints',
  title: 'Where was I?',
  brief: {
    question: 'The reader dies at 0:28 and comes back. Where does it go on?',
    watchFor: 'The pin behind the mark is the checkpoint. After the crash the mark goes back to the pin.',
    tryThis: [
      'Checkpoint after each batch: how much is worked again now?',
      'Checkpoint once a minute: and now?',
      'Write the checkpoint before the work: what happens to the records in hand?',
      'Make the reader idempotent: it works them again, but the effect comes once.',
    ],
    slider: 'reader.checkpointSeconds',
    sliderFrom: 0,
    sliderTo: 60,
    whatYouLearn:
      'The durable place is the checkpoint, which the application writes. After a crash all records since then are worked again: at least once, not exactly once.',
    commonMistake: 'The iterator is taken for the place. It lives five minutes and dies with its reader.',
    minutes: 7,
    facts: ['KCL.09', 'KCL.10', 'KIN2.09', 'W25', 'A10'],
    correction:
      'A reader resumes from a checkpoint, a sequence number that KCL keeps in DynamoDB, and not from its shard iterator.',
    concepts: ['replay', 'duplicates', 'failure'],
    predict: {
      question: 'Checkpoint at 0:20, death at 0:28, four records a second. How many are worked again?',
      node: 'reader',
      gauge: 'processedAgainTotal',
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 100,
      step: 2,
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
    place('stream', 'stream', 212, 196, { name: 'Orders' }),
    place('application', 'reader', 740, 216, {
      name: 'Billing',
      pollIntervalMs: 1000,
      serviceMs: 100,
      recordsPerCall: 20,
      prefetchBatches: 1,
      checkpointSeconds: 20,
      failoverSeconds: 10,
    }),
  ],
  links: ['shop stream', 'stream reader'],
  interventions: [
    { at: 28 * SECOND, node: 'reader', action: 'crash', worker: 0 },
    { at: 34 * SECOND, node: 'reader', action: 'start', worker: 0 },
  ],
})
