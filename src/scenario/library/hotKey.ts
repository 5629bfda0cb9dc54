import { place, scene } from './build.ts'

/** Worked example W08: one key lives on one shard, however many there are. */
export const hotKey = scene({
  id: 'hot-key',
  title: 'A key that no shard helps',
  brief: {
    question: 'One key, 1,500 records a second, two shards. How many are stored?',
    watchFor: 'One tape is full to its line and the other is empty. A third of the records turns around.',
    tryThis: [
      {
        text: 'Give the stream four shards. What changes?',
        changes: [{ node: 'stream', action: 'set', field: 'shards', value: 4 }],
      },
      'Turn the rate to 1,000: that is all a key can have.',
      'Use 100 keys instead of one: now two shards take it all.',
      'Let refused records be tried again: more attempts, no more records.',
    ],
    slider: 'clicks.rate',
    sliderFrom: 200,
    sliderTo: 2000,
    whatYouLearn:
      'All records of a key go to one shard, so a key has the limit of one shard: 1,000 records or 1 MB a second. More shards do not help; other keys do.',
    commonMistake: 'Shards are added when a stream refuses. The third shard stays as empty as the second.',
    minutes: 6,
    facts: ['KIN1.02', 'KIN1.11', 'W08'],
    concepts: ['keys', 'limits'],
    predict: {
      question: 'How many records a second are stored?',
      node: 'stream',
      gauge: 'storedTotal',
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 30,
      unit: 'records/s',
      from: 0,
      to: 2000,
      step: 50,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'clicks', 14, 190, {
      name: 'Clicks',
      rate: 1500,
      recordBytes: 512,
      keys: 'list',
      keyList: 'front-page',
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
})
