import { place, scene } from './build.ts'

/** The same work behind a stream: each system takes it at a speed of its own. */
export const brokerBetween = scene({
  id: 'broker-between',
  title: 'A stream in between',
  brief: {
    question: 'Three systems, one of them slow. Does it hold up the others, or the producer?',
    watchFor: 'Three marks on one tape. The search index falls behind; the others and the producer do not notice.',
    tryThis: [
      'Make the search index faster: its mark catches up with the others.',
      'Let the data science job ask once a minute: who notices?',
      'Turn the events up to 1,200 a second: now the stream itself says no.',
      'Kill the worker of the database: its records wait on the tape.',
    ],
    slider: 'indexer.serviceMs',
    sliderFrom: 0.2,
    sliderTo: 8,
    whatYouLearn:
      'The stream keeps what was sent and each reader has a place of its own, so one slow system is late alone. What it may be late is a matter of retention.',
    commonMistake: 'The stream is taken to speed up the slow system. It only gives it time: 24 hours of it by default.',
    minutes: 8,
    facts: ['KIN2.11', 'KIN6.01', 'A11'],
    correction:
      'Readers may be slower than the stream only for a while: on average they must keep up, or records expire unread.',
    concepts: ['buffers', 'readers', 'back-pressure'],
    predict: {
      question: 'How far behind is the search index after a minute?',
      node: 'indexer',
      gauge: 'ageMicros',
      atSeconds: 60,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 60,
      step: 2,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'events', 14, 210, {
      name: 'Web shop',
      rate: 400,
      recordBytes: 512,
      keyCount: 500,
      batchRecords: 50,
      lingerMs: 50,
      bufferRecords: 2000,
    }),
    place('stream', 'stream', 212, 150, { name: 'Events' }),
    place('application', 'writer', 740, 8, {
      name: 'Database',
      pollIntervalMs: 1000,
      serviceMs: 0.2,
      prefetchBatches: 1,
    }),
    place('application', 'indexer', 740, 210, {
      name: 'Search index',
      pollIntervalMs: 1000,
      pollPhaseMs: 300,
      serviceMs: 4,
      recordsPerCall: 500,
      prefetchBatches: 1,
    }),
    place('application', 'trainer', 740, 412, {
      name: 'Data science',
      pollIntervalMs: 5000,
      pollPhaseMs: 600,
      serviceMs: 0.1,
      prefetchBatches: 1,
    }),
  ],
  links: ['events stream', 'stream writer', 'stream indexer', 'stream trainer'],
})
