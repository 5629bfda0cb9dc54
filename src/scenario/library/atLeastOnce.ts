import { place, scene } from './build.ts'

/** What AWS allows itself, made to happen often enough to be seen. */
export const atLeastOnce = scene({
  id: 'at-least-once',
  title: 'At least once',
  brief: {
    question: 'Every message is deleted after its work. Is each worked exactly once?',
    watchFor: 'A bead with a second outline: it was worked before. The delete had succeeded.',
    tryThis: [
      'Set deletes without effect and deliveries to two to 0: that is most days.',
      'Count how many are worked again in a minute.',
      'Let the packers know what they have done (effects once): the second time nothing happens.',
      'Raise the timeout: do the second deliveries stop?',
    ],
    slider: 'queue.duplicateShare',
    sliderFrom: 0,
    sliderTo: 0.5,
    whatYouLearn:
      'A standard queue promises at least one delivery. A delete can miss a server that was down, and two can receive the same message. So the work must bear being done twice.',
    commonMistake: 'Deleting in time is taken for a promise of once.',
    minutes: 6,
    facts: ['SQS.02', 'SQS.07', 'A5'],
    correction:
      'Deleting does not ensure that nothing is processed twice, neither in standard queues nor, after a timeout, in FIFO. Idempotent work does.',
    concepts: ['delivery', 'duplicates'],
    predict: {
      question: 'Of 240 messages, how many are worked again?',
      node: 'workers',
      gauge: 'processedAgainTotal',
      atSeconds: 119,
      unit: 'messages',
      from: 0,
      to: 120,
      step: 2,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, {
      name: 'Orders',
      visibilityTimeoutSeconds: 10,
      duplicateShare: 0.1,
      deleteLostShare: 0.05,
    }),
    place('pool', 'workers', 740, 220, { name: 'Packers', workers: 4, serviceMs: 900 }),
  ],
  links: ['shop queue', 'queue workers'],
})
