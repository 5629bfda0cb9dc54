import { place, scene } from './build.ts'

/** Two places where records are lost, far apart, for different reasons. */
export const twoLosses = scene({
  id: 'two-losses',
  title: 'Lost in two places',
  brief: {
    question: 'Too much for the shard, and too much for the reader. Where are records lost?',
    watchFor: 'At the left the full buffer drops records. Later, at the right, unread records fall off the tape.',
    tryThis: [
      'Give the stream two shards: which loss stops?',
      'Make the reader ten times as fast: and now?',
      'Which of the two losses does the sender know of?',
      'Keep records for an hour: does the first loss change?',
    ],
    slider: 'feed.rate',
    sliderFrom: 300,
    sliderTo: 2000,
    whatYouLearn:
      'A sender feels only the write limits: its buffer overflows. A slow reader is felt by nobody but itself: its records expire. The pressure of a reader ends at its own mark.',
    commonMistake: 'A slow reader is expected to slow the sender down, as in a pipe.',
    minutes: 8,
    facts: ['KIN1.02', 'KIN6.01', 'KCL.08'],
    concepts: ['loss', 'back-pressure', 'limits'],
    predict: {
      question: 'When does the first record expire unread?',
      node: 'reader',
      gauge: 'lostUnreadTotal',
      meant: 'when',
      reaches: 1,
      atSeconds: 115,
      unit: 's',
      from: 0,
      to: 115,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'feed', 14, 210, {
      name: 'Market feed',
      rate: 1200,
      recordBytes: 200,
      keyCount: 200,
      batchRecords: 50,
      lingerMs: 20,
      callsAtOnce: 20,
      bufferRecords: 1000,
      whenFull: 'dropOldest',
      backoffBaseMs: 500,
      backoffMaxMs: 4000,
    }),
    place('stream', 'stream', 212, 196, { name: 'Prices', retentionHours: 0.02 }),
    place('application', 'reader', 740, 216, {
      name: 'Reader',
      pollIntervalMs: 1000,
      serviceMs: 4,
      recordsPerCall: 1000,
      prefetchBatches: 1,
    }),
  ],
  links: ['feed stream', 'stream reader'],
})
