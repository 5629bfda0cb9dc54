import { place, SECOND, scene } from './build.ts'

/** The article's order queue, taken by its word: the order is removed when the work starts. */
export const deleteFirst = scene({
  id: 'delete-first',
  title: 'Delete first, or last?',
  brief: {
    question: 'Packers remove an order from the queue when they start on it. One drops dead. Where is the order?',
    watchFor: 'At 0:20 a packer dies with an order in hand. No ring brings it back.',
    tryThis: [
      'Delete when the work is done: the order comes back after the timeout.',
      'Kill another one: what is lost now?',
      'Which orders can be packed twice if you delete last?',
      'Start the dead packer again.',
    ],
    slider: 'queue.visibilityTimeoutSeconds',
    sliderFrom: 1,
    sliderTo: 30,
    whatYouLearn:
      'Delete first means at most once: a crash loses what was in hand. Delete last means at least once: a crash repeats it. A queue has no third way.',
    commonMistake: 'Receiving is taken for removing. A received message is only hidden.',
    minutes: 6,
    facts: ['SQS.05', 'SQS.17', 'A14'],
    correction: 'An order should leave the queue after it is packed, not when packing starts.',
    concepts: ['delivery', 'loss', 'failure'],
    predict: {
      question: 'A packer dies with an order in hand. How many orders are lost?',
      node: 'workers',
      gauge: 'lostTotal',
      atSeconds: 60,
      unit: '',
      from: 0,
      to: 3,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 0.9,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders', visibilityTimeoutSeconds: 10 }),
    place('pool', 'workers', 740, 220, { name: 'Packers', workers: 3, serviceMs: 3200, deleteWhen: 'before' }),
  ],
  links: ['shop queue', 'queue workers'],
  interventions: [
    { at: 20 * SECOND, node: 'workers', action: 'crash', worker: 1 },
    { at: 40 * SECOND, node: 'workers', action: 'start', worker: 1 },
  ],
})
