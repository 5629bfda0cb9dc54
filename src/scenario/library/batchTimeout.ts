import { place, SECOND, scene } from './build.ts'

/** Worked example W56: the last of a batch waits, hidden, for the work on all before it. */
export const batchTimeout = scene({
  id: 'batch-timeout',
  title: 'Ten messages, one timeout',
  brief: {
    question: 'Ten messages in one call, 5 s of work on each, hidden for 28 s. Which are worked twice?',
    watchFor: 'All ten rings start together. At 0:28 four and a half are done; the idle worker takes the rest.',
    tryThis: [
      'Receive five in a call: is the timeout long enough?',
      'Set the timeout to 60 s.',
      'Take the second worker away: are they still received again?',
      'Let the work on each take 2 s.',
    ],
    slider: 'queue.visibilityTimeoutSeconds',
    sliderFrom: 5,
    sliderTo: 60,
    whatYouLearn:
      'The timeout runs for the whole batch from the moment it is received. It has to cover the work on all ten, not on one.',
    commonMistake: 'The timeout is set to the work on one message, and batches are turned on later.',
    minutes: 6,
    facts: ['SQS.04', 'SQS.05', 'W56'],
    concepts: ['delivery', 'duplicates'],
    predict: {
      question: 'How many of the ten are worked twice?',
      node: 'workers',
      gauge: 'processedAgainTotal',
      atSeconds: 60,
      unit: 'messages',
      from: 0,
      to: 10,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 40,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin',
      batchRecords: 10,
      lingerMs: 1000,
      bufferRecords: 100,
    }),
    place('queue', 'queue', 260, 130, { name: 'Orders', visibilityTimeoutSeconds: 28 }),
    place('pool', 'workers', 740, 240, { name: 'Packers', workers: 2, messagesPerCall: 10, serviceMs: 5000 }),
  ],
  links: ['shop queue', 'queue workers'],
  interventions: [{ at: 0.26 * SECOND, node: 'shop', action: 'set', field: 'rate', value: 0 }],
})
