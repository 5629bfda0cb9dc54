import { place, SECOND, scene } from './build.ts'

/** Dead letters wait until the cause is mended; then they are sent back. */
export const redrive = scene({
  id: 'redrive',
  title: 'Back from the tray',
  brief: {
    question: 'For 20 s everything failed. How do the dead letters get back to work?',
    watchFor: 'The tray fills while billing fails. At 1:20 its letters move back and are worked.',
    tryThis: [
      'Move them back at 0:30, before the cause is mended.',
      'Raise the receives to 10: how many letters reach the tray?',
      'Look at the age of a letter that came back.',
      'Leave them in the tray longer than it keeps them.',
    ],
    slider: 'queue.maxReceiveCount',
    sliderFrom: 1,
    sliderTo: 10,
    whatYouLearn:
      'A redrive moves dead letters back to where they came from, as new messages with a new age. It is no replay: only what failed is there.',
    commonMistake: 'Letters are moved back before the cause is gone, and come straight back.',
    minutes: 6,
    facts: ['SQS.14', 'SQS.16'],
    concepts: ['failure', 'replay', 'today'],
    predict: {
      question: 'Twenty orders fail. How many letters lie in the tray at 1:15?',
      node: 'tray',
      gauge: 'visible',
      atSeconds: 75,
      unit: 'letters',
      from: 0,
      to: 30,
      step: 1,
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
    place('queue', 'queue', 200, 130, { name: 'Orders', visibilityTimeoutSeconds: 5, maxReceiveCount: 2 }),
    place('pool', 'workers', 640, 90, { name: 'Billing', workers: 3, serviceMs: 300 }),
    place('queue', 'tray', 680, 330, { name: 'Dead letters', retentionHours: 336 }),
  ],
  links: ['shop queue', 'queue workers', 'queue tray'],
  interventions: [
    { at: 20 * SECOND, node: 'workers', action: 'set', field: 'failureShare', value: 1 },
    { at: 40 * SECOND, node: 'workers', action: 'set', field: 'failureShare', value: 0 },
    { at: 80 * SECOND, node: 'tray', action: 'redrive' },
  ],
})
