import { place, scene } from './build.ts'

/** The ring runs out while the work is still going on. */
export const timeoutTooShort = scene({
  id: 'timeout-too-short',
  title: 'A timeout that is too short',
  brief: {
    question: 'The work takes 8 s, the message is hidden for 5. What happens at second six?',
    watchFor:
      'A ring that is empty: the message is there again, and a second worker takes it while the first still works.',
    tryThis: [
      'Set the timeout to 10 s: every message is worked once.',
      'Set it to 5 minutes, and kill a worker: when does its message come back?',
      'Take one worker only: does the message still come twice?',
      'Let the work vary: how much room does the timeout need?',
    ],
    slider: 'queue.visibilityTimeoutSeconds',
    sliderFrom: 1,
    sliderTo: 30,
    whatYouLearn:
      'The timeout must be longer than the longest work, or be renewed on the way. Too short: work twice. Too long: a crash is noticed late.',
    commonMistake: 'The default of 30 s is left as it is, whatever the work takes.',
    minutes: 6,
    facts: ['SQS.05', 'SQS.06'],
    concepts: ['delivery', 'duplicates'],
    predict: {
      question: 'Of some 24 messages in a minute, how many times is one worked again?',
      node: 'workers',
      gauge: 'processedAgainTotal',
      atSeconds: 60,
      unit: 'times',
      from: 0,
      to: 48,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 0.4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders', visibilityTimeoutSeconds: 5 }),
    place('pool', 'workers', 740, 180, { name: 'Packers', workers: 6, serviceMs: 8000 }),
  ],
  links: ['shop queue', 'queue workers'],
})
