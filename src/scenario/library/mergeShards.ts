import { place, SECOND, scene } from './build.ts'

/** Two neighbours become one: less to pay, and the limit of one shard. */
export const mergeShards = scene({
  id: 'merge-shards',
  title: 'Two calm shards become one',
  brief: {
    question:
      'At night 600 records a second are left for two shards. They are merged at 0:10. Is anything lost or refused?',
    watchFor: 'Two tapes close, one opens with the range of both. It is half full.',
    tryThis: [
      'Turn the rate to 1,200 after the merge: what was too early?',
      'Merge when the traffic is 1,800.',
      'Give the stream four shards and merge the first with the third: what is the answer?',
      'Count the shards that are still read for old records.',
    ],
    slider: 'clicks.rate',
    sliderFrom: 100,
    sliderTo: 2000,
    whatYouLearn:
      'Neighbours can be merged into one shard with the range of both. Nothing is moved and nothing is lost; from then on both share the limits of one.',
    commonMistake: 'Any two shards are thought to be mergeable. They must be neighbours in the range.',
    minutes: 5,
    facts: ['KIN4.02', 'KIN4.04', 'W07'],
    concepts: ['keys', 'limits', 'cost'],
    predict: {
      question: 'How many records are refused by the merge?',
      node: 'stream',
      gauge: 'refusedTotal',
      atSeconds: 80,
      unit: 'records',
      from: 0,
      to: 5000,
      step: 100,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'clicks', 14, 190, {
      name: 'Clicks',
      rate: 600,
      recordBytes: 256,
      keyCount: 1000,
      batchRecords: 25,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 198, 100, { name: 'Click stream', shards: 2 }),
    place('application', 'reader', 740, 216, { name: 'Counter', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['clicks stream', 'stream reader'],
  interventions: [{ at: 10 * SECOND, node: 'stream', action: 'mergeShards', shard: 0, adjacent: 1 }],
})
