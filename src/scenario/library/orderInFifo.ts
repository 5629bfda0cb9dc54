import { place, scene } from './build.ts'

/** Strict order in each group, none between groups. */
export const orderInFifo = scene({
  id: 'order-in-fifo',
  title: 'Lanes with a bar',
  brief: {
    question: 'A FIFO queue, six groups, four workers. Can four work at once and keep the order?',
    watchFor: 'While a message of a group is being worked the bar of its lane is down. The other lanes go on.',
    tryThis: [
      'Take one city only: how many workers have something to do?',
      'Take eight workers for six groups: two of them wait.',
      'Let some work fail: the message comes back to the front of its lane.',
      'Shorten the timeout below the work: what happens to the lane?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'A FIFO queue keeps the order of each message group: what lies behind a message in flight waits. As many groups as there are can be worked at once.',
    commonMistake: 'FIFO is thought to mean one at a time for the whole queue.',
    minutes: 6,
    facts: ['FIFO.07', 'FIFO.08', 'FIFO.11'],
    concepts: ['order', 'delivery'],
    predict: {
      question: 'Four workers, six groups, three messages a second. How many are done a second?',
      node: 'workers',
      gauge: 'processedTotal',
      meant: 'perSecond',
      fromSeconds: 20,
      atSeconds: 80,
      unit: 'a second',
      from: 0,
      to: 6,
      step: 0.1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 40, 220, {
      name: 'Web shop',
      rate: 3,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
      callsAtOnce: 1,
    }),
    place('fifoQueue', 'queue', 300, 150, { name: 'Orders.fifo' }),
    place('pool', 'workers', 740, 190, { name: 'Packers', workers: 4, messagesPerCall: 1, serviceMs: 1000 }),
  ],
  links: ['shop queue', 'queue workers'],
})
