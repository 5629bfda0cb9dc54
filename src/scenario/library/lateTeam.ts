import { place, SECOND, scene } from './build.ts'

/** A day is a minute here: the stream keeps one of them, the queue keeps what nobody has taken. */
export const lateTeam = scene({
  id: 'late-team',
  title: 'A team that arrives on day three',
  brief: {
    question: 'A minute stands for a day. A new team starts on day three. What is there for it to read?',
    watchFor: 'At 2:00 the new reader begins at the old end of the tape. The new worker finds an empty queue.',
    tryThis: [
      'Keep records for two days: the new team gets twice as much.',
      'Let the new team begin at the newest record instead.',
      'Let the first team of the queue be slow: what does the new worker get?',
      'Start the new team on day one: does it have everything?',
    ],
    slider: 'stream.retentionHours',
    sliderFrom: 0.01,
    sliderTo: 0.05,
    whatYouLearn:
      'A stream keeps a day of records by default, read or not, so that a new reader has a past. A queue has given its messages away and forgotten them.',
    commonMistake:
      'The stream is thought to hold everything since it was made. What is older than its retention is gone.',
    minutes: 7,
    facts: ['KIN2.08', 'KIN6.01', 'SQS.17', 'A13'],
    correction:
      'SQS still has no replay. Today SNS FIFO topics can archive, and Kinesis queues read a stream as one reads a queue.',
    concepts: ['replay', 'readers', 'choosing'],
    predict: {
      question: 'Two a second, a minute kept. How many records has the new reader read five seconds after it came?',
      node: 'late',
      gauge: 'deliveriesTotal',
      atSeconds: 125,
      unit: 'records',
      from: 0,
      to: 300,
      step: 10,
    },
  },
  durationSeconds: 180,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'Order stream', retentionHours: 1 / 60 }),
    place('queue', 'queue', 260, 296, { name: 'Order queue' }),
    place('application', 'first', 740, 8, { name: 'First team, stream', pollIntervalMs: 1000, serviceMs: 50 }),
    place('application', 'late', 740, 152, {
      name: 'New team, stream',
      startSeconds: 120,
      pollIntervalMs: 1000,
      pollPhaseMs: 500,
      serviceMs: 20,
    }),
    place('pool', 'firstQueue', 740, 330, { name: 'First team, queue', workers: 2, serviceMs: 500 }),
    place('pool', 'lateQueue', 740, 490, { name: 'New team, queue', workers: 1, serviceMs: 500 }),
  ],
  links: ['shop stream', 'shop queue', 'stream first', 'stream late', 'queue firstQueue', 'queue lateQueue'],
  interventions: [
    { at: 0, node: 'lateQueue', action: 'crash', worker: 0 },
    { at: 120 * SECOND, node: 'lateQueue', action: 'start', worker: 0 },
  ],
})
