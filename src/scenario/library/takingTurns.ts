import type { Scenario } from '../scenario.ts'
import { place, SECOND } from './build.ts'

/** Competing workers on one queue; at 0:20 one dies with a message in hand, which comes back after the visibility timeout. */
export const takingTurns: Scenario = {
  version: 1,
  id: 'taking-turns',
  title: 'Three workers take turns',
  brief: {
    question: 'Who gets the next message?',
    watchFor: 'A received message is hidden and its ring runs out. Worker 3 dies at 0:20; watch its message.',
    tryThis: [
      'Follow one message: hidden when received, gone when deleted.',
      'Set the visibility timeout to 1 s: work takes longer, so messages are received twice.',
      'Delete messages before the work, and see what is lost at 0:20.',
      'Add a worker: each message still goes to one of them.',
    ],
    slider: 'queue.visibilityTimeoutSeconds',
    sliderFrom: 0,
    sliderTo: 30,
    whatYouLearn:
      'Workers of a queue compete. A received message is hidden, deleted after the work, and comes back when its timeout ends without a delete.',
    commonMistake: 'Receiving is taken for removing.',
    minutes: 6,
    facts: ['SQS.02', 'SQS.05', 'A2'],
    correction: 'Many consumers may read one queue. What they cannot have is every message each.',
    concepts: ['delivery', 'failure'],
    predict: {
      question: 'A packer dies with a message in hand. What becomes of the message?',
      node: 'queue',
      gauge: 'returnedTotal',
      atSeconds: 40,
      unit: 'back in the queue',
      from: 0,
      to: 10,
      step: 1,
      choices: [
        { text: 'it is lost: it was received', from: 0, to: 1 },
        { text: 'it comes back, it alone', from: 1, to: 2 },
        { text: 'everything since the start comes back', from: 2, to: 11 },
      ],
    },
  },
  seed: 1,
  durationSeconds: 120,
  nodes: [
    place('producer', 'producer', 14, 210, {
      name: 'Web shop',
      rate: 2,
      spacing: 'exponential',
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders', visibilityTimeoutSeconds: 10 }),
    place('pool', 'workers', 740, 210, { name: 'Packers', workers: 3, serviceMs: 1300, serviceSpread: 'uniform' }),
  ],
  links: [
    { from: 'producer', to: 'queue' },
    { from: 'queue', to: 'workers' },
  ],
  interventions: [
    { at: 20 * SECOND, node: 'workers', action: 'crash', worker: 2 },
    { at: 45 * SECOND, node: 'workers', action: 'start', worker: 2 },
  ],
}
