import { place, scene } from './build.ts'

/** SNS before the queues: one message in, a copy for each queue that subscribes. */
export const topicFanOut = scene({
  id: 'topic-fan-out',
  title: 'One message, a copy for each',
  brief: {
    question: 'The shop sends each order once. How do two teams both get it?',
    watchFor: 'One bead goes in and two leave. Each queue has its own level, and the slow team’s rises alone.',
    tryThis: [
      'Stop the packers: their queue fills, billing’s stays empty.',
      'Let the link to the packers take Rome and London only.',
      'Add a third queue: the shop is not touched.',
      'Ask what a queue gets that subscribes tomorrow.',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'With a topic the producer knows one address. Each queue has its copies, its backlog and its speed. A late subscriber has no past: a topic keeps nothing.',
    commonMistake: 'The topic is taken for a store. It hands over and forgets.',
    minutes: 6,
    facts: ['SNS.01', 'SNS.08', 'SNS.10', 'A3'],
    correction:
      'The article’s workaround has a better form: SNS in front of the queues. Only FIFO topics can archive and replay.',
    concepts: ['fan-out', 'delivery', 'today'],
    predict: {
      question: 'How many copies does the topic make of 60 orders?',
      node: 'topic',
      gauge: 'copiesTotal',
      atSeconds: 30,
      unit: 'copies',
      from: 0,
      to: 240,
      step: 10,
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
    place('topic', 'topic', 170, 290, { name: 'Orders' }),
    place('queue', 'billing', 480, 8, { name: 'Billing queue' }),
    place('queue', 'parcels', 480, 380, { name: 'Parcel queue' }),
    place('pool', 'clerks', 900, 90, { name: 'Clerks', workers: 2, serviceMs: 500 }),
    place('pool', 'packers', 900, 470, { name: 'Packers', workers: 2, serviceMs: 1200 }),
  ],
  links: ['shop topic', 'topic billing', 'topic parcels', 'billing clerks', 'parcels packers'],
})
