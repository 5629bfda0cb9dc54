import { place, scene } from './build.ts'

/** What is received and acknowledged as from a queue lies in a stream all the same, so that a later queue has it too. */
export const kinesisQueues = scene({
  id: 'kinesis-queues',
  title: 'A queue over a stream',
  brief: {
    question:
      'Billing has acknowledged every order. At 1:00 a new team makes a queue of its own. What is there for it?',
    watchFor: 'Billing’s bag empties and the tapes stay full. At 1:00 the new bag is full at once.',
    tryThis: [
      'Let the new queue begin at the newest record: it has no past.',
      'Let billing’s work fail: after six receives an order lies dead in its queue. And in the other?',
      'Crash a worker of billing: its order comes back after 10 s.',
      'Follow one order: who had it, and where is it now?',
    ],
    slider: 'billing.failureShare',
    sliderFrom: 0,
    sliderTo: 1,
    whatYouLearn:
      'A Kinesis queue gives out a stream’s records one by one, hides and acknowledges them. Only this queue forgets them: the stream keeps them for every other reader until they expire.',
    commonMistake: 'It is taken for a stream with an order for each key. A Kinesis queue promises none.',
    minutes: 7,
    facts: ['KIN6.02', 'KIN6.03', 'KIN6.04', 'A13'],
    correction:
      'SQS still has no replay. Since 2026 Kinesis queues give SQS-style work over an on-demand stream, which can be replayed.',
    concepts: ['replay', 'readers', 'today', 'choosing'],
    predict: {
      question: 'Two orders a second, all acknowledged by billing. How many has the new queue offered at 1:01?',
      node: 'newQueue',
      gauge: 'offeredTotal',
      atSeconds: 61,
      unit: 'orders',
      from: 0,
      to: 200,
      step: 2,
    },
  },
  durationSeconds: 150,
  nodes: [
    place('producer', 'shop', 14, 190, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'Order stream', capacityMode: 'onDemandStandard' }),
    place('kinesisQueue', 'queue', 742, 60, { name: 'Billing queue', visibilityTimeoutSeconds: 10 }),
    place('kinesisQueue', 'newQueue', 742, 350, {
      name: 'New queue',
      startSeconds: 60,
      startPosition: 'TRIM_HORIZON',
      visibilityTimeoutSeconds: 10,
    }),
    place('pool', 'billing', 1028, 60, { name: 'Billing', workers: 3, serviceMs: 900 }),
    place('pool', 'newTeam', 1028, 350, { name: 'New team', workers: 4, serviceMs: 900 }),
  ],
  links: ['shop stream', 'stream queue', 'stream newQueue', 'queue billing', 'newQueue newTeam'],
})
