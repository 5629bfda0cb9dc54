import { place, scene } from './build.ts'

/** Worked example W16: two applications that ask four times a second each. */
export const pollCalls = scene({
  id: 'poll-calls',
  title: 'Five calls a second for all',
  brief: {
    question: 'Two applications ask one shard four times a second each. Does the shard answer all of them?',
    watchFor: 'The five boxes at the right of the tape. Three of eight calls find none free.',
    tryThis: [
      'Let both ask every 400 ms: five calls a second, and all are answered.',
      'Stop asking so often: how much later do records come?',
      'Let one of them read with enhanced fan-out: it leaves the boxes to the other.',
      'Give the stream two shards: each has five calls of its own.',
    ],
    slider: 'billing.pollIntervalMs',
    sliderFrom: 100,
    sliderTo: 2000,
    whatYouLearn:
      'All applications that poll a shard share five calls and 2 MB a second. Each new one makes the others ask less often.',
    commonMistake: 'A further reader is taken to be free, because the stream can have any number of them.',
    minutes: 6,
    facts: ['KIN2.01', 'W14', 'W16', 'A9'],
    correction:
      'Several consumers read a shard at once, but those that poll share its five calls and 2 MB a second. Enhanced fan-out gives each 2 MB of its own.',
    concepts: ['readers', 'limits'],
    predict: {
      question: 'Two applications call four times a second each. How many calls a second are refused?',
      node: 'stream',
      gauge: 'readCallsRefusedTotal',
      row: 0,
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 30,
      unit: 'calls/s',
      from: 0,
      to: 8,
      step: 0.5,
    },
  },
  durationSeconds: 60,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 190, { name: 'Orders' }),
    place('application', 'billing', 740, 80, { name: 'Billing', pollIntervalMs: 250, serviceMs: 5 }),
    place('application', 'parcels', 740, 380, { name: 'Parcels', pollIntervalMs: 250, pollPhaseMs: 125, serviceMs: 5 }),
  ],
  links: ['shop stream', 'stream billing', 'stream parcels'],
})
