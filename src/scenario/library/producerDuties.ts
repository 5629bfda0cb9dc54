import { place, scene } from './build.ts'

/** What is left for the one who "only sends": refusals, retries and a buffer of its own that can overflow. */
export const producerDuties = scene({
  id: 'producer-duties',
  title: 'It only has to send',
  brief: {
    question: 'For ten seconds the feed sends 2,500 records a second to one shard. What must the sender do now?',
    watchFor: 'From 0:10 on records turn around at the gate. The sender’s buffer fills, then the oldest are dropped.',
    tryThis: [
      'Give the sender a buffer of 20,000: nothing is lost, but some arrive late. How late?',
      'Allow three attempts for each record: now they are given up instead.',
      'Give the stream three shards: nothing is refused.',
      'Let the sender hold new records back when the buffer is full: who waits then?',
    ],
    slider: 'feed.bufferRecords',
    sliderFrom: 500,
    sliderTo: 20000,
    whatYouLearn:
      'A sender must handle refusals, try again, and decide what to drop when its own buffer is full. The stream takes over the keeping, not the sending.',
    commonMistake:
      'A call that returns 200 is taken for success. PutRecords answers for each record; some may be refused.',
    minutes: 7,
    facts: ['KIN1.02', 'KIN1.07', 'A19'],
    correction:
      'The monolith does not only send: throttling, retries and partial failures stay with it, and its buffer overflows when the stream refuses for long.',
    concepts: ['buffers', 'limits', 'loss', 'back-pressure'],
    predict: {
      question: 'How many records does the full buffer drop?',
      node: 'feed',
      gauge: 'droppedTotal',
      row: 0,
      atSeconds: 40,
      unit: 'records',
      from: 0,
      to: 25_000,
      step: 500,
    },
  },
  durationSeconds: 60,
  nodes: [
    place('producer', 'feed', 14, 210, {
      name: 'Market feed',
      rate: 500,
      profile: 'spike',
      peakFactor: 5,
      profileStartSeconds: 10,
      profileEndSeconds: 20,
      recordBytes: 200,
      keyCount: 200,
      keyPrefix: 'order-',
      batchRecords: 100,
      lingerMs: 50,
      callsAtOnce: 20,
      bufferRecords: 4000,
      whenFull: 'dropOldest',
      backoffBaseMs: 50,
      backoffMaxMs: 1000,
    }),
    place('stream', 'stream', 212, 180, { name: 'Orders' }),
    place('application', 'reader', 740, 216, { name: 'Matching', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['feed stream', 'stream reader'],
})
