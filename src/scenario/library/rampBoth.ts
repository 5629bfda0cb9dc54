import { place, scene } from './build.ts'

/** The claim "higher throughput than SQS", tried: the stream has a line, the standard queue has none. */
export const rampBoth = scene({
  id: 'ramp-both',
  title: 'Which takes more?',
  brief: {
    question: 'The same rising traffic goes into a stream of one shard and a standard queue. Which one says no?',
    watchFor: 'At 1,000 a second records turn around at the shard. The queue takes all of it.',
    tryThis: [
      'Give the stream three shards: now it takes it too.',
      'Make the records 4 KiB: the shard says no much earlier.',
      'Send single messages instead of tens: how many calls does the queue need?',
      'Stop the workers: what does the queue do with the rest?',
    ],
    slider: 'clicks.peakFactor',
    sliderFrom: 1,
    sliderTo: 15,
    whatYouLearn:
      'A standard queue has no line for throughput; a stream has one for each shard, which you buy. What a stream gives is order, replay and many readers.',
    commonMistake: 'Kinesis is chosen for more throughput than SQS.',
    minutes: 7,
    facts: ['KIN1.02', 'SQS.01', 'A15'],
    correction:
      'Standard SQS is all but unlimited. Throughput is no reason for Kinesis: order, replay, several readers and the price of a message are.',
    concepts: ['limits', 'choosing'],
    predict: {
      question: 'How many messages does the queue refuse while the shard refuses 33,000?',
      node: 'queue',
      gauge: 'refusedTotal',
      atSeconds: 55,
      unit: 'messages',
      from: 0,
      to: 40_000,
      step: 1000,
    },
  },
  durationSeconds: 60,
  nodes: [
    place('producer', 'clicks', 14, 230, {
      name: 'Clicks',
      rate: 200,
      profile: 'ramp',
      peakFactor: 12,
      profileStartSeconds: 5,
      profileEndSeconds: 50,
      recordBytes: 256,
      keyCount: 500,
      batchRecords: 10,
      lingerMs: 10,
      callsAtOnce: 200,
      bufferRecords: 5000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 212, 8, { name: 'Click stream' }),
    place('queue', 'queue', 260, 296, { name: 'Click queue' }),
    place('application', 'reader', 740, 50, { name: 'Reader', pollIntervalMs: 500, serviceMs: 0.2 }),
    place('pool', 'workers', 740, 340, { name: 'Workers', workers: 6, messagesPerCall: 10, serviceMs: 2 }),
  ],
  links: ['clicks stream', 'clicks queue', 'stream reader', 'queue workers'],
})
