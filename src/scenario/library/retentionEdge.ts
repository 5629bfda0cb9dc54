import { place, scene } from './build.ts'

/** Worked example W20 with a day of 36 seconds: a reader at four fifths of the input. */
export const retentionEdge = scene({
  id: 'retention-edge',
  title: 'Slower than the stream',
  brief: {
    question: 'The reader does four fifths of what arrives, and the stream keeps 36 s. When is the first record lost?',
    watchFor: 'The mark drifts to the right by a fifth of a second each second, towards the edge.',
    tryThis: [
      'Guess the time of the first loss, then wait for it.',
      {
        text: 'Keep records for 72 s: when is it now?',
        changes: [{ node: 'stream', action: 'set', field: 'retentionHours', value: 0.02 }],
      },
      'Make the reader a little faster than the input at 2:00: is it saved?',
      'Look at the producer: does it ever learn of this?',
    ],
    slider: 'reader.serviceMs',
    sliderFrom: 80,
    sliderTo: 250,
    whatYouLearn:
      'Being slower is a loan from retention. At 80 % of the input, lag grows a fifth of a second a second: with 24 h kept, the first record is lost after 120 h.',
    commonMistake: 'A buffer that never refuses is taken for one that never loses.',
    minutes: 8,
    facts: ['KIN2.13', 'KIN6.01', 'W20', 'A11'],
    correction:
      'Readers may be slower than the stream only within retention, and on average not at all: what is not read in time expires.',
    concepts: ['loss', 'back-pressure', 'readers'],
    predict: {
      question: 'When is the first record lost?',
      node: 'reader',
      gauge: 'lostUnreadTotal',
      meant: 'when',
      reaches: 1,
      atSeconds: 230,
      unit: 's',
      from: 0,
      to: 230,
      step: 5,
    },
  },
  durationSeconds: 240,
  nodes: [
    place('producer', 'sensors', 14, 210, {
      name: 'Sensors',
      rate: 8,
      recordBytes: 256,
      keyPrefix: 'sensor-',
      keyCount: 6,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 196, { name: 'Readings', retentionHours: 0.01 }),
    place('application', 'reader', 740, 216, {
      name: 'Reader',
      pollIntervalMs: 1000,
      serviceMs: 156.25,
      recordsPerCall: 10,
      prefetchBatches: 1,
      checkpointSeconds: 5,
    }),
  ],
  links: ['sensors stream', 'stream reader'],
})
