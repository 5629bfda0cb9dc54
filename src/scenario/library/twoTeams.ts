import { place, SECOND, scene } from './build.ts'

/** Twelve messages for two teams: a queue shares them out, a stream shows them to both. */
export const twoTeams = scene({
  id: 'two-teams',
  title: 'Two teams, twelve messages',
  brief: {
    question: 'Two teams read one queue. How many of twelve messages does each get?',
    watchFor: 'From the queue each message goes to one team. On the tape both marks pass all twelve.',
    tryThis: [
      'Let it run to the end and add up: twelve from the queue, twenty-four from the stream.',
      'Kill one team of the queue: the other gets all.',
      'Send one more by hand and guess who gets it.',
      'Delete messages before the work: does it help the second team?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 4,
    whatYouLearn:
      'Readers of a queue compete: a message is worked by one of them and then deleted. Readers of a stream do not: each passes every record at its own place.',
    commonMistake: 'A second team is put on the same queue and wonders where half of its messages are.',
    minutes: 6,
    facts: ['SQS.02', 'KIN2.11', 'KCL.21', 'A2'],
    correction:
      'Many consumers may read one queue, and that is its use. What it does not give is each message to each of several applications.',
    concepts: ['readers', 'fan-out', 'choosing'],
    predict: {
      question: 'How many of twelve does Billing get from the queue?',
      node: 'billingQueue',
      gauge: 'processedTotal',
      atSeconds: 30,
      unit: '',
      from: 0,
      to: 12,
      step: 1,
      choices: [
        { text: 'all twelve', from: 12, to: 13 },
        { text: 'about half of them', from: 3, to: 10 },
        { text: 'none, the other team has them', from: 0, to: 1 },
      ],
    },
  },
  durationSeconds: 60,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 1,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'Order stream' }),
    place('queue', 'queue', 260, 296, { name: 'Order queue' }),
    place('application', 'billing', 740, 8, { name: 'Billing, stream', pollIntervalMs: 1000, serviceMs: 100 }),
    place('application', 'parcels', 740, 152, {
      name: 'Parcels, stream',
      pollIntervalMs: 1000,
      pollPhaseMs: 500,
      serviceMs: 100,
    }),
    place('pool', 'billingQueue', 740, 330, { name: 'Billing, queue', workers: 1, serviceMs: 900 }),
    place('pool', 'parcelsQueue', 740, 470, { name: 'Parcels, queue', workers: 1, serviceMs: 900 }),
  ],
  links: ['shop stream', 'shop queue', 'stream billing', 'stream parcels', 'queue billingQueue', 'queue parcelsQueue'],
  interventions: [{ at: 12.5 * SECOND, node: 'shop', action: 'set', field: 'rate', value: 0 }],
})
