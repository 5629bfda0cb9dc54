import { place, SECOND, scene } from './build.ts'

/** Worked example W09: many keys on one shard, and a split in the middle of its range. */
export const splitHotShard = scene({
  id: 'split-hot-shard',
  title: 'Cut a full shard in two',
  brief: {
    question: 'One shard, many keys, 1,500 records a second. The shard is split at 0:10. From when on does it all fit?',
    watchFor:
      'The full tape closes after half a minute, and two half-full ones go on. Old records stay where they are.',
    tryThis: [
      {
        text: 'Use one key only: what does the split change now?',
        changes: [{ node: 'clicks', action: 'set', field: 'keyCount', value: 1 }],
      },
      'Split again while the stream is still changing: what does it answer?',
      'Turn the rate to 2,500: which shard would you split next?',
      'Merge the two again when the traffic is gone.',
    ],
    slider: 'clicks.rate',
    sliderFrom: 200,
    sliderTo: 3000,
    whatYouLearn:
      'A split cuts the range of hashes, so it helps when many keys share the load: about 750 each side. It takes its time, and the old shard is read to its end.',
    commonMistake: 'Splitting is tried against one hot key. All of it lands in one of the halves.',
    minutes: 7,
    facts: ['KIN4.01', 'KIN4.03', 'KIN4.04', 'KIN4.08', 'W09'],
    concepts: ['keys', 'limits'],
    predict: {
      question: 'Split at 0:10. How many are still refused a second at 1:00?',
      node: 'stream',
      gauge: 'refusedTotal',
      meant: 'perSecond',
      fromSeconds: 55,
      atSeconds: 75,
      unit: 'a second',
      from: 0,
      to: 1000,
      step: 50,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'clicks', 14, 190, {
      name: 'Clicks',
      rate: 1500,
      recordBytes: 256,
      keyCount: 1000,
      batchRecords: 25,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 198, 100, { name: 'Click stream' }),
    place('application', 'reader', 740, 216, { name: 'Counter', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['clicks stream', 'stream reader'],
  interventions: [{ at: 10 * SECOND, node: 'stream', action: 'splitShard', shard: 0, startingHashKey: '' }],
})
