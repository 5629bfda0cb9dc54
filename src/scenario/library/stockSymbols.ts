import { place, scene } from './build.ts'

/** Symbols as keys: one of them is most of the traffic, and it lives on one shard. */
export const stockSymbols = scene({
  id: 'stock-symbols',
  title: 'Stock symbols as keys',
  brief: {
    question: '1,600 trades a second on two shards that take 2,000. Why is something refused?',
    watchFor: 'One tape touches its line and turns trades away. The other has room to spare.',
    tryThis: [
      'Turn the trades down until nothing is refused. How much of 2,000 can you use?',
      'Give the stream four shards: is the full one relieved?',
      'Make all symbols alike: choose even keys, 1,000 of them.',
      'Look at the stream as a whole: it stands at 80 % and looks calm.',
    ],
    slider: 'trades.rate',
    sliderFrom: 200,
    sliderTo: 2000,
    whatYouLearn:
      'A limit belongs to a shard. Keys that differ much in traffic fill one shard while the average of the stream looks calm.',
    commonMistake: 'The capacity of the stream is read as a sum that every key can use.',
    minutes: 7,
    facts: ['KIN1.02', 'KIN1.11', 'W03'],
    concepts: ['keys', 'limits'],
    predict: {
      question: 'How many of 1,600 trades a second are refused?',
      node: 'stream',
      gauge: 'refusedTotal',
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 30,
      unit: 'a second',
      from: 0,
      to: 800,
      step: 10,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'trades', 14, 190, {
      name: 'Exchange',
      rate: 1600,
      recordBytes: 256,
      keys: 'list',
      // AAPL falls into the second shard of two, all others into the first.
      keyList: 'AAPL, AAPL, AAPL, AAPL, AAPL, AAPL, AMZN, NVDA',
      batchRecords: 25,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 198, 100, { name: 'Trades', shards: 2 }),
    place('application', 'reader', 740, 216, { name: 'Prices', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['trades stream', 'stream reader'],
})
