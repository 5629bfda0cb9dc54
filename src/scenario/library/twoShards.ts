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
      'Stop at 1,950: one shard refuses already, because keys do not spread quite evenly.',
      'Make records 2 KiB: now bytes bind, at half as many records.',
      'Give the stream four shards and look again.',
    ],
    slider: 'producer.rate',
    sliderFrom: 0,
    sliderTo: 4000,
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
      // Without an end the buffer would fill with records of the fuller shard, and the other would stand idle.
      attemptsMax: 3,
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
