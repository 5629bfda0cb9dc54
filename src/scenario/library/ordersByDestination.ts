import { place, scene } from './build.ts'

/** Grouping holds for each key, not for each shard. */
export const ordersByDestination = scene({
  id: 'orders-by-destination',
  title: 'Orders grouped by destination',
  brief: {
    question: 'Orders carry their destination as key. Is everything in one shard one delivery?',
    watchFor:
      'The last tape carries Paris, Berlin and Oslo. The counter beside it keeps a sum for each city, and is right.',
    tryThis: [
      'Give the stream six shards: is there one city on each?',
      'Add a seventh city to the list. Which delivery would it join?',
      'Kill the counter and see what its sums were worth: they stood in memory.',
      'Let it save its sums together with its place, and kill it again.',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 12,
    whatYouLearn:
      'All orders for a city are on one shard, and a shard holds several cities. So a reader groups by key inside its shard.',
    commonMistake: 'The shard is taken for the group. Then orders for three cities leave in one van.',
    minutes: 6,
    facts: ['KIN1.11', 'W53', 'A21'],
    correction: 'A shard is not a delivery: the grouping holds for each key, and the reader must do it itself.',
    concepts: ['keys', 'counting'],
    predict: {
      question: 'Six cities, three shards, about 240 orders in a minute. How many stand on the last shard?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 2,
      atSeconds: 60,
      unit: 'orders',
      from: 0,
      to: 240,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 4,
      spacing: 'exponential',
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 40, { name: 'Orders', shards: 3 }),
    place('aggregator', 'deliveries', 740, 200, { name: 'Deliveries', serviceMs: 20 }),
  ],
  links: ['shop stream', 'stream deliveries'],
})
