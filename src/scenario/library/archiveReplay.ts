import { place, SECOND, scene } from './build.ts'

/** What a queue needs for replay: a store beside it that you build, and a way back. */
export const archiveReplay = scene({
  id: 'archive-replay',
  title: 'Replay, built by hand',
  brief: {
    question: 'A queue forgets what is deleted. How do you get last minute’s orders back?',
    watchFor: 'Each order goes into the archive as well. At 1:00 the archive sends them again into the queue.',
    tryThis: [
      'Let the archive send faster: what happens to today’s orders behind the flood?',
      'Keep less in the archive: what is missing?',
      'Which orders are worked twice now, and does it matter?',
      'Compare with the stream: there nobody had to send anything again.',
    ],
    slider: 'archive.replayPerSecond',
    sliderFrom: 1,
    sliderTo: 20,
    whatYouLearn:
      'Replay for queues is a thing that you build: a second store, written as messages are published, and a sender for the past. The replayed ones compete with the new ones.',
    commonMistake: 'A dead-letter queue is taken for an archive. It has only what failed.',
    minutes: 7,
    facts: ['SQS.17', 'SNS.09', 'A13'],
    correction:
      'Standard queues still have no replay. SNS FIFO topics can archive and replay; Kinesis queues read a stream, which keeps its records.',
    concepts: ['replay', 'fan-out'],
    predict: {
      question: 'The archive sends one minute of orders again. How many messages has the queue taken by 1:50?',
      node: 'queue',
      gauge: 'storedTotal',
      atSeconds: 110,
      unit: 'messages',
      from: 0,
      to: 500,
      step: 10,
    },
  },
  durationSeconds: 150,
  nodes: [
    place('producer', 'shop', 14, 160, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 460, 40, { name: 'Order queue' }),
    place('archive', 'archive', 190, 420, { name: 'Archive', replayPerSecond: 5 }),
    place('pool', 'workers', 860, 150, { name: 'Packers', workers: 3, serviceMs: 700 }),
  ],
  links: ['shop queue', 'shop archive', 'archive queue', 'queue workers'],
  interventions: [{ at: 60 * SECOND, node: 'archive', action: 'goTo', to: 60 }],
})
