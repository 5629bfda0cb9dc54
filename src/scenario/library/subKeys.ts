import { place, scene } from './build.ts'

/** Worked example W54: four sub-keys on three shards still meet in pairs. */
export const subKeys = scene({
  id: 'sub-keys',
  title: 'Sub-keys that meet again',
  brief: {
    question: 'A key of 1,360 records a second is cut into four. Do three shards share it?',
    watchFor: 'Two tapes carry two sub-keys each. The one in the middle gets nothing.',
    tryThis: [
      'Turn the rate to 2,200: two shards refuse, and one is empty.',
      {
        text: 'Give the stream four shards: now each sub-key is alone.',
        changes: [{ node: 'stream', action: 'set', field: 'shards', value: 4 }],
      },
      'Use 40 sub-keys instead of four.',
      'Ask what the reader must do to put one customer’s records in order again.',
    ],
    slider: 'sensor.rate',
    sliderFrom: 200,
    sliderTo: 3000,
    whatYouLearn:
      'A number behind the key spreads a hot key over shards, but the hash decides which. Few sub-keys meet; take many more than shards, and give up the order across them.',
    commonMistake: 'As many sub-keys as shards are expected to be one each.',
    minutes: 6,
    facts: ['KIN1.11', 'W54'],
    concepts: ['keys', 'limits', 'order'],
    predict: {
      question: 'What does the middle shard get of 1,360 a second?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 1,
      meant: 'perSecond',
      fromSeconds: 5,
      atSeconds: 20,
      unit: 'records/s',
      from: 0,
      to: 1360,
      step: 10,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'sensor', 14, 230, {
      name: 'Busy sensor',
      rate: 1360,
      recordBytes: 256,
      keyPrefix: 'aspen-',
      keyCount: 4,
      batchRecords: 25,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 212, 24, { name: 'Readings', shards: 3 }),
    place('application', 'reader', 740, 230, { name: 'Reader', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['sensor stream', 'stream reader'],
})
