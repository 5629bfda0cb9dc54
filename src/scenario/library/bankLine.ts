import { place, scene } from './build.ts'

/** One line before four counters, or a line for each customer. */
export const bankLine = scene({
  id: 'bank-line',
  title: 'The line at the bank',
  brief: {
    question: 'One line, four clerks, and everybody in strict order. How many clerks work?',
    watchFor: 'One clerk works, three wait, and the lane grows.',
    tryThis: [
      'Give each customer a group: choose 100 even keys.',
      'Take two groups: how many clerks work?',
      'Let a clerk take ten messages in one call: is it faster?',
      'Turn the customers down until one clerk is enough.',
    ],
    slider: 'customers.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'A total order means one after another: one group, one shard, one clerk. A line for each customer keeps what customers care about and lets all clerks work.',
    commonMistake: 'A single group is chosen because order matters, and its ceiling is met later.',
    minutes: 6,
    facts: ['FIFO.06', 'FIFO.08', 'A6'],
    correction:
      'One shard or a FIFO queue keeps everything in line; FIFO only with a single group, and then at most 300 calls a second.',
    concepts: ['order', 'limits'],
    predict: {
      question: 'Four clerks, one second for each customer. How many are served a second?',
      node: 'workers',
      gauge: 'processedTotal',
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 40,
      unit: 'a second',
      from: 0,
      to: 4,
      step: 0.1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'customers', 40, 220, {
      name: 'Customers',
      rate: 3,
      recordBytes: 256,
      keys: 'list',
      keyList: 'everybody',
      bufferRecords: 1000,
      callsAtOnce: 1,
    }),
    place('fifoQueue', 'queue', 300, 150, { name: 'Line.fifo' }),
    place('pool', 'workers', 740, 190, { name: 'Clerks', workers: 4, messagesPerCall: 1, serviceMs: 1000 }),
  ],
  links: ['customers queue', 'queue workers'],
})
