import type { Scenario } from '../scenario.ts'
import { place } from './build.ts'

/** Worked example W01: two shards take 2 MB/s or 2,000 records/s, and give 4 MB/s. */
export const twoShards: Scenario = {
  version: 1,
  id: 'two-shards',
  title: 'Two shards and their limit',
  brief: {
    question: 'How much can two shards take?',
    watchFor: 'A tape that touches its top line, and records that turn around there.',
    tryThis: [
      'Turn the rate to 4,000: half of the new records find no room.',
      'Make records 2 KiB: now bytes bind, at half as many records.',
      'Let every record try three times: many more attempts, no more stored.',
      'Give the stream four shards and look again.',
    ],
    slider: 'producer.rate',
    sliderFrom: 0,
    sliderTo: 4000,
    whatYouLearn:
      'Capacity is counted in shards: each takes 1 MB or 1,000 records a second and gives 2 MB. Two shards take 2 MB or 2,000 records and give 4 MB.',
    commonMistake: 'The limit is expected to hold for a minute on average. It holds for each second and each shard.',
    minutes: 6,
    facts: ['KIN1.01', 'KIN1.02', 'W01', 'A12'],
    correction: 'Still right. New are on-demand streams, records up to 10 MiB and spreading without keys.',
    concepts: ['limits'],
    predict: {
      question: '1,600 a second with many keys. How many of them does the first of two shards store?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 0,
      meant: 'perSecond',
      fromSeconds: 5,
      atSeconds: 20,
      unit: 'records/s',
      from: 0,
      to: 1600,
      step: 50,
    },
  },
  seed: 1,
  durationSeconds: 120,
  nodes: [
    place('producer', 'producer', 14, 190, {
      name: 'Clicks',
      rate: 1600,
      recordBytes: 512,
      keyCount: 1000,
      batchRecords: 25,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      // One attempt each, so that what is offered is what is stored and what is refused, and the sum is plain to see.
      attemptsMax: 1,
      backoffBaseMs: 50,
      backoffMaxMs: 1000,
    }),
    place('stream', 'stream', 198, 100, { name: 'Click stream', shards: 2 }),
    place('application', 'reader', 740, 190, {
      name: 'Counter',
      pollIntervalMs: 250,
      serviceMs: 0.2,
      checkpointSeconds: 5,
    }),
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'stream', to: 'reader' },
  ],
  interventions: [],
}
