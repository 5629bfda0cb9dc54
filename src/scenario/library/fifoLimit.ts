import { place, scene } from './build.ts'

/** Worked example W35: 300 calls a second, and ten messages in each if you like. */
export const fifoLimit = scene({
  id: 'fifo-limit',
  title: '300 a second, or 3,000',
  brief: {
    question: '400 messages a second to a FIFO queue, one by one. How many does it take?',
    watchFor: 'A quarter of the calls is throttled. The limit counts calls, not messages.',
    tryThis: [
      {
        text: 'Send ten messages in a call: 40 calls a second, and nothing is refused.',
        changes: [{ node: 'orders', action: 'set', field: 'batchRecords', value: 10 }],
      },
      'Send 4,000 a second in tens: again a quarter too many.',
      'Turn high throughput on: per message group, and deduplication by group.',
      {
        text: 'With high throughput, use one group only: what is its limit?',
        changes: [
          { node: 'queue', action: 'set', field: 'deduplicationScope', value: 'messageGroup' },
          { node: 'queue', action: 'set', field: 'throughputLimit', value: 'perMessageGroupId' },
          { node: 'orders', action: 'set', field: 'keyCount', value: 1 },
        ],
      },
    ],
    slider: 'orders.batchRecords',
    sliderFrom: 1,
    sliderTo: 10,
    whatYouLearn:
      'By default a FIFO queue takes 300 calls a second of each kind, so 3,000 messages in tens. High throughput lifts the queue, but one group keeps the old limit.',
    commonMistake: '3,000 messages a second is read as what single sends can reach.',
    minutes: 7,
    facts: ['FIFO.01', 'FIFO.02', 'FIFO.04', 'FIFO.06', 'W35', 'A4'],
    correction:
      'The 300 and 3,000 are the default only: with high throughput a queue in us-east-1 takes 70,000 calls, 700,000 messages a second.',
    concepts: ['limits', 'order'],
    predict: {
      question: 'How many of 400 single messages a second are taken?',
      node: 'queue',
      gauge: 'storedTotal',
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 30,
      unit: 'messages/s',
      from: 0,
      to: 400,
      step: 10,
    },
  },
  durationSeconds: 60,
  nodes: [
    place('producer', 'orders', 40, 220, {
      name: 'Orders',
      rate: 400,
      recordBytes: 256,
      keyCount: 200,
      keyPrefix: 'customer-',
      batchRecords: 1,
      lingerMs: 30,
      callsAtOnce: 60,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('fifoQueue', 'queue', 300, 160, { name: 'Orders.fifo' }),
    place('pool', 'workers', 740, 200, { name: 'Workers', workers: 6, messagesPerCall: 10, serviceMs: 2 }),
  ],
  links: ['orders queue', 'queue workers'],
})
