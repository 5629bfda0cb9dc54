import { place, scene } from './build.ts'

/** No reader of a stream can ask for one key; a subscription of a topic can. */
export const divideByCategory = scene({
  id: 'divide-by-category',
  title: 'Divide by category',
  brief: {
    question: 'A team wants the toys only. What does it have to read?',
    watchFor: 'From the stream the team reads every record. The queue behind the topic gets the toys and nothing else.',
    tryThis: [
      'Let the topic’s link take books as well: write toys, books.',
      'Count what crosses each way in a minute.',
      'Give the stream four shards: does the team have to read fewer records?',
      'Add a category to the shop’s list: who sees it?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 12,
    whatYouLearn:
      'A reader of a stream reads all of it and throws away what it does not want. An SNS subscription can filter, so that a queue gets only its part.',
    commonMistake:
      'Partitions are taken for categories that one can subscribe to. A key spreads records; it does not select them.',
    minutes: 7,
    facts: ['KIN1.11', 'KIN2.11', 'SNS.08', 'A8'],
    correction:
      'A shard holds many keys, and a consumer of a stream cannot ask for one of them. Filters belong to SNS.',
    concepts: ['keys', 'fan-out', 'readers'],
    predict: {
      question: 'Four categories. What share of 240 orders does the reader of the stream get in a minute?',
      node: 'reader',
      gauge: 'deliveriesTotal',
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 240,
      step: 10,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 270, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'toys, books, food, music',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'All orders' }),
    place('application', 'reader', 780, 50, { name: 'Toy team, stream', pollIntervalMs: 1000, serviceMs: 50 }),
    place('topic', 'topic', 212, 380, { name: 'Order topic' }),
    place('queue', 'queue', 490, 300, { name: 'Toy queue' }),
    place('pool', 'workers', 900, 400, { name: 'Toy team', workers: 1, serviceMs: 300 }),
  ],
  links: ['shop stream', 'shop topic', 'stream reader', 'topic queue toys', 'queue workers'],
})
