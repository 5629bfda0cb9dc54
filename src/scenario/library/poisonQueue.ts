import { place, scene } from './build.ts'

/** Worked example W30: three deliveries, and the fourth receive moves it. */
export const poisonQueue = scene({
  id: 'poison-queue',
  title: 'A poison message and a queue',
  brief: {
    question: 'One message always fails. How long does it come back, and whom does it hold up?',
    watchFor: 'It is hidden for 30 s, returns, and is tried again. After three times it lies in the tray.',
    tryThis: [
      'Cut the link to the tray: how often does it come back now?',
      'Set the receives to 10, AWS’s default: when does it move?',
      'Shorten the timeout to 5 s: it fails faster.',
      'Move the dead letters back when the cause is mended.',
    ],
    slider: 'queue.maxReceiveCount',
    sliderFrom: 1,
    sliderTo: 10,
    whatYouLearn:
      'In a standard queue a bad message holds up nobody, but it costs a delivery each time until retention ends. A dead-letter queue takes it after so many receives.',
    commonMistake: 'A dead-letter queue is set up and nobody looks at it: it has an end of retention too.',
    minutes: 7,
    facts: ['SQS.14', 'SQS.15', 'SQS.16', 'W30', 'LSQ.09'],
    concepts: ['failure', 'delivery'],
    predict: {
      question: 'Sent at 0:05, hidden for 30 s, three receives. When does it lie in the tray?',
      node: 'queue',
      gauge: 'deadLetteredTotal',
      meant: 'when',
      reaches: 1,
      atSeconds: 140,
      unit: 's',
      from: 0,
      to: 140,
      step: 5,
    },
  },
  durationSeconds: 150,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 1,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 200, 130, { name: 'Orders', visibilityTimeoutSeconds: 30, maxReceiveCount: 3 }),
    place('lambda', 'function', 640, 60, {
      name: 'Billing function',
      messagesPerBatch: 1,
      serviceMs: 200,
      poisonRecord: 5,
    }),
    place('queue', 'tray', 680, 330, { name: 'Dead letters', retentionHours: 336 }),
  ],
  links: ['shop queue', 'queue function', 'queue tray'],
})
