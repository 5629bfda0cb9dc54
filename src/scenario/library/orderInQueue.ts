import { place, scene } from './build.ts'

/** Best effort: a standard queue hands out what it finds, and its workers finish when they finish. */
export const orderInQueue = scene({
  id: 'order-in-queue',
  title: 'No line in a bag',
  brief: {
    question: 'A standard queue, four workers. In which order are messages done?',
    watchFor: 'Letters leave the bag roughly by age, not exactly, and work that takes longer is overtaken.',
    tryThis: [
      'Take one worker: is it in order now?',
      'Set the loss of order in the queue to 0 and keep four workers.',
      'Follow the messages of one city: do they keep their order?',
      'Compare with the FIFO scene.',
    ],
    slider: 'queue.shuffleWindow',
    sliderFrom: 0,
    sliderTo: 30,
    whatYouLearn:
      'Order is lost twice: a standard queue may hand out any of those in line, and workers side by side finish when they finish. Neither is a fault.',
    commonMistake: 'A test with one worker and few messages looks ordered.',
    minutes: 6,
    facts: ['SQS.02'],
    concepts: ['order', 'delivery'],
    predict: {
      question: 'Four a second, four packers of 0.9 s each. How many messages wait after a minute?',
      node: 'queue',
      gauge: 'visible',
      atSeconds: 60,
      unit: 'messages',
      from: 0,
      to: 120,
      step: 1,
      choices: [
        { text: 'a few', from: 0, to: 20 },
        { text: 'about half of them, and ever more', from: 60, to: 121 },
      ],
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders', shuffleWindow: 10 }),
    place('pool', 'workers', 740, 200, { name: 'Packers', workers: 4, serviceMs: 900, serviceSpread: 'uniform' }),
  ],
  links: ['shop queue', 'queue workers'],
})
