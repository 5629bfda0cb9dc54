import type { Scenario } from '../scenario.ts'
import { place, SECOND } from './build.ts'

/** Three applications on one shard, each at its own place; at 0:40 one of them goes back and reads again. */
export const manyReaders: Scenario = {
  version: 1,
  id: 'many-readers',
  title: 'Three readers, three places',
  brief: {
    question: 'Does one reader take records away from another?',
    watchFor: 'Three marks on one tape: each moves at its own speed, and at 0:40 one goes back.',
    tryThis: [
      'Wait for 0:40: Billing reads again from the oldest record, and the others do not notice.',
      'Make Search slower: its mark moves to the right, towards the edge where records expire.',
      'Kill the worker of Billing: its mark stays, and the records wait.',
      'Turn polls to 200 ms for all three: together they pass the 5 calls a second of a shard.',
    ],
    slider: 'search.serviceMs',
    sliderFrom: 20,
    sliderTo: 600,
    whatYouLearn:
      'Each application has a place of its own in each shard. Nobody takes a record away from anybody, and one may go back without the others.',
    commonMistake: 'A second reader is expected to get what the first one left over.',
    minutes: 7,
    facts: ['KIN2.11', 'KCL.21', 'KIN2.08', 'A9'],
    correction: 'Many may read at once, but those that poll share five calls and 2 MB a second of each shard.',
    concepts: ['readers', 'replay'],
    predict: {
      question:
        'Four a second on average. At 0:40 Billing goes back to the oldest record. How many does it work twice?',
      node: 'billing',
      gauge: 'processedAgainTotal',
      atSeconds: 80,
      unit: 'records',
      from: 0,
      to: 320,
      step: 10,
    },
  },
  seed: 1,
  durationSeconds: 150,
  nodes: [
    place('producer', 'producer', 14, 210, {
      name: 'Web shop',
      rate: 4,
      spacing: 'exponential',
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 190, { name: 'Orders' }),
    place('application', 'billing', 740, 40, {
      name: 'Billing',
      pollIntervalMs: 1000,
      serviceMs: 60,
      recordsPerCall: 50,
      checkpointSeconds: 0,
    }),
    place('application', 'search', 740, 220, {
      name: 'Search',
      pollIntervalMs: 1000,
      pollPhaseMs: 300,
      serviceMs: 270,
      recordsPerCall: 10,
      prefetchBatches: 1,
      checkpointSeconds: 5,
    }),
    place('application', 'archive', 740, 400, {
      name: 'Archive',
      pollIntervalMs: 5000,
      pollPhaseMs: 600,
      serviceMs: 20,
      recordsPerCall: 100,
      checkpointSeconds: 10,
    }),
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'stream', to: 'billing' },
    { from: 'stream', to: 'search' },
    { from: 'stream', to: 'archive' },
  ],
  interventions: [{ at: 40 * SECOND, node: 'billing', action: 'goTo', to: 'TRIM_HORIZON' }],
}
