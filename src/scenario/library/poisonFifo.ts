import { place, scene } from './build.ts'

/** In FIFO the bad message stands at the head of its lane. */
export const poisonFifo = scene({
  id: 'poison-fifo',
  title: 'A poison message in a lane',
  brief: {
    question: 'One message of Rome always fails in a FIFO queue. Who waits for it?',
    watchFor: 'The lane of Rome stands still behind it and grows. The other lanes go on.',
    tryThis: [
      'Link a second FIFO queue for its dead letters: when does Rome go on?',
      'What has become of Rome’s order then?',
      'Put all messages into one group: who waits now?',
      'Shorten retention: how does Rome get rid of it without a tray?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'A message that fails blocks its group until it leaves the queue: by a dead-letter queue, which breaks the order, or by the end of retention. Other groups are not touched.',
    commonMistake:
      'A FIFO queue runs without a dead-letter queue so that the order is never broken, and one group never moves again.',
    minutes: 7,
    facts: ['FIFO.08', 'FIFO.21', 'FIFO.22'],
    concepts: ['failure', 'order'],
    predict: {
      question: 'How many of four groups stand still at the end?',
      node: 'queue',
      gauge: 'groupsLocked',
      atSeconds: 115,
      unit: '',
      from: 0,
      to: 4,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 40, 220, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
      callsAtOnce: 1,
    }),
    place('fifoQueue', 'queue', 300, 150, { name: 'Orders.fifo', visibilityTimeoutSeconds: 20, maxReceiveCount: 1000 }),
    place('lambda', 'function', 700, 170, {
      name: 'Billing function',
      messagesPerBatch: 1,
      serviceMs: 200,
      poisonRecord: 9,
    }),
  ],
  links: ['shop queue', 'queue function'],
})
