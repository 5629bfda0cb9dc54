import { place, scene } from './build.ts'

/** Order holds on each tape; between tapes there is none. */
export const orderAcrossShards = scene({
  id: 'order-across-shards',
  title: 'In order, on each tape',
  brief: {
    question: 'Records are sent one after another to two shards. Are they worked in the order of sending?',
    watchFor:
      'The two marks move on their own. A later record on one tape is worked before an earlier one on the other.',
    tryThis: [
      'Take one shard: now everything is in order. What is the price?',
      'Follow one city: its records never overtake one another.',
      'Let the reader have two workers, one for each shard.',
      'Send ten records in a call: does the order on a tape change?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'Sequence numbers order the records of one shard and cannot be compared across shards. If all must be in one line, take one shard and its limits; most often order for each key is enough.',
    commonMistake: '“Ordered by default” is read as the order of the whole stream.',
    minutes: 6,
    facts: ['KIN1.15', 'KIN1.11', 'A6', 'A7'],
    correction:
      'Order holds in a shard, and as stored. For one line of everything take one shard, or a FIFO queue with one single group.',
    concepts: ['order', 'keys'],
    predict: {
      question: 'Six cities, two shards, 240 records in a minute. How many go to the first shard?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 0,
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 240,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      callsAtOnce: 1,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 120, { name: 'Orders', shards: 2 }),
    place('application', 'reader', 740, 240, { name: 'Reader', workers: 2, pollIntervalMs: 2000, serviceMs: 150 }),
  ],
  links: ['shop stream', 'stream reader'],
})
