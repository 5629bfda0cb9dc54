import { place, scene } from './build.ts'

/** Worked example W53: the hash chooses the shard, and keys share shards. */
export const ownKeys = scene({
  id: 'own-keys',
  title: 'Which shard gets your key?',
  brief: {
    question: 'Six cities, three shards. Which shard does each city go to?',
    watchFor: 'The ruler: each key stands at its hash. Rome is alone on the first shard, three cities share the last.',
    tryThis: [
      'Put your own keys into the list of the web shop, and see their places before you run.',
      'Choose names that all fall into one shard. How long did it take?',
      'Give the stream six shards: does each city get one?',
      'Repeat one city three times in the list: it weighs three times as much.',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 12,
    whatYouLearn:
      'MD5 of the key, read as a number, falls into the range of one shard. The same key always goes to the same shard; which one, you do not choose.',
    commonMistake: 'Three shards are expected to share six keys two by two. With few keys the hash is not even.',
    minutes: 6,
    facts: ['KIN1.11', 'KIN1.13', 'W53', 'A8'],
    correction:
      'A partition key does not name a shard: it is hashed. Only an explicit hash key chooses, and there is no reading by key.',
    concepts: ['keys'],
    predict: {
      question: 'What share of the orders does the last of three shards get?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 2,
      atSeconds: 60,
      times: 100 / 180,
      unit: '%',
      from: 0,
      to: 100,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 3,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 40, { name: 'Orders', shards: 3 }),
    place('application', 'reader', 740, 216, { name: 'Reader', pollIntervalMs: 1000, serviceMs: 50 }),
  ],
  links: ['shop stream', 'stream reader'],
})
