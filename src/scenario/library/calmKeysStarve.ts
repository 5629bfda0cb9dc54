import { place, scene } from './build.ts'

/** One send buffer for all keys: what a hot key leaves in it is in the way of the calm ones. */
export const calmKeysStarve = scene({
  id: 'calm-keys-starve',
  title: 'Calm keys behind a hot one',
  brief: {
    question: 'The second shard is nearly empty. Why do its records come late?',
    watchFor: 'The buffer of the sender: full of one key. Records for the calm shard wait outside.',
    tryThis: [
      'Drop the newest instead of holding them back: calm records are lost too.',
      'Give each record two attempts: the hot ones are given up, the calm ones pass.',
      'Lower the share of the hot key to a half.',
      'Read the chart of the calm shard before and after.',
    ],
    slider: 'shop.hotShare',
    sliderFrom: 0,
    sliderTo: 0.95,
    whatYouLearn:
      'A refusal is a matter of one shard, a buffer is not. When the records of a hot key fill the send buffer, calm keys starve behind them.',
    commonMistake: 'Only the hot key is expected to suffer.',
    minutes: 7,
    facts: ['KIN1.02', 'KIN1.07', 'KIN1.11'],
    concepts: ['keys', 'limits', 'buffers', 'back-pressure'],
    predict: {
      question: 'The calm shard is offered 200 a second. How many does it store?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 1,
      meant: 'perSecond',
      fromSeconds: 30,
      atSeconds: 60,
      unit: 'a second',
      from: 0,
      to: 1200,
      step: 10,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'shop', 14, 190, {
      name: 'Web shop',
      rate: 2000,
      recordBytes: 256,
      keys: 'hottest',
      hotShare: 0.8,
      keyCount: 200,
      batchRecords: 50,
      lingerMs: 20,
      callsAtOnce: 20,
      bufferRecords: 2000,
      backoffBaseMs: 400,
      backoffMaxMs: 3000,
    }),
    place('stream', 'stream', 198, 100, { name: 'Orders', shards: 2 }),
    place('application', 'reader', 740, 216, { name: 'Reader', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['shop stream', 'stream reader'],
})
