import { place, scene } from './build.ts'

/** The old way: a queue for each team, and a producer that sends to every one of them. */
export const queueForEach = scene({
  id: 'queue-for-each',
  title: 'A queue for each team',
  brief: {
    question: 'Two teams need every order. What does the shop have to do and to know?',
    watchFor: 'Two lines leave the shop: it sends each order twice and keeps a buffer for each way.',
    tryThis: [
      'Stop the packers: does billing notice?',
      'Count the calls of the shop for one order.',
      'Think of a third team: who has to be changed?',
      'Compare with the topic in the next scene.',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'A queue for each team works, and each has its own backlog. But the producer must know them all, send to each, and live with half of it done.',
    commonMistake: 'Sending to two queues is taken for one step. One of the two may fail.',
    minutes: 6,
    facts: ['SQS.17', 'A3'],
    correction:
      'The producer need not know the queues: SNS in front of them copies each message to all that subscribe.',
    concepts: ['fan-out', 'delivery'],
    predict: {
      question: 'Two orders a second; two packers need 1.2 s each. How many parcels wait after a minute?',
      node: 'parcels',
      gauge: 'visible',
      atSeconds: 60,
      unit: 'parcels',
      from: 0,
      to: 120,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 300, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'billing', 300, 8, { name: 'Billing' }),
    place('queue', 'parcels', 300, 380, { name: 'Parcels' }),
    place('pool', 'clerks', 800, 90, { name: 'Clerks', workers: 2, serviceMs: 500 }),
    place('pool', 'packers', 800, 470, { name: 'Packers', workers: 2, serviceMs: 1200 }),
  ],
  links: ['shop billing', 'shop parcels', 'billing clerks', 'parcels packers'],
})
