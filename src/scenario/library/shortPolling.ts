import { place, scene } from './build.ts'

/** Asking half of the servers finds half of the messages, and asks again. */
export const shortPolling = scene({
  id: 'short-polling',
  title: 'Empty answers',
  brief: {
    question: 'Short polling asks some of the servers. How often is the answer empty although messages wait?',
    watchFor: 'Empty receives in the queue’s numbers: each is a call that you pay for.',
    tryThis: [
      'Set the wait to 20 s: how many empty answers are left?',
      'Turn the messages up to 20 a second: short polling becomes better.',
      'Let the workers pause longer between two tries.',
      'Watch one message: how often is it missed?',
    ],
    slider: 'workers.waitSeconds',
    sliderFrom: 0,
    sliderTo: 20,
    whatYouLearn:
      'A short poll looks at part of the servers and answers at once, with nothing if need be. A long poll asks them all and waits up to 20 s for the first message.',
    commonMistake: 'An empty answer is taken for an empty queue.',
    minutes: 5,
    facts: ['SQS.11', 'SQS.12', 'X-Q1'],
    concepts: ['delivery', 'cost'],
    predict: {
      question: 'Two workers, one message a second. How many answers are empty in a minute?',
      node: 'queue',
      gauge: 'emptyReceivesTotal',
      atSeconds: 60,
      unit: 'answers',
      from: 0,
      to: 600,
      step: 20,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 1,
      spacing: 'exponential',
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders' }),
    place('pool', 'workers', 740, 220, { name: 'Packers', workers: 2, waitSeconds: 0, idleMs: 200, serviceMs: 200 }),
  ],
  links: ['shop queue', 'queue workers'],
})
