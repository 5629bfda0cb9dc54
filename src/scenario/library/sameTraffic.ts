import type { Scenario } from '../scenario.ts'
import { place } from './build.ts'

/** The same records, byte for byte, into a stream and into a queue. */
export const sameTraffic: Scenario = {
  version: 1,
  id: 'same-traffic',
  title: 'Stream and queue, same traffic',
  brief: {
    question: 'The same records go into a stream and a queue. What is left behind?',
    watchFor: 'The stream keeps what was read. The queue is empty when the work is done.',
    tryThis: [
      'Turn the rate up until the workers fall behind, then the reader.',
      'Let Reader go back to the oldest record; the workers have nothing to go back to.',
      'Kill a worker and the reader: where does the work in hand come back, and when?',
      'Compare the order in which records of one city are worked.',
    ],
    slider: 'producer.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'After the work the queue is empty and the stream is as full as before. Order, replay and several readers speak for the stream; no places to keep and no shards to size speak for the queue.',
    commonMistake: 'One of the two is taken for the better one. They answer different questions.',
    minutes: 8,
    facts: ['KIN2.11', 'SQS.17', 'A13', 'A15', 'W46'],
    correction:
      'Not throughput decides: a standard queue has none to speak of as a limit. Kinesis queues now read a stream as one reads a queue.',
    concepts: ['choosing', 'replay', 'order'],
    predict: {
      question: 'Nearly all is worked by 1:00. How many records does the stream still hold?',
      node: 'stream',
      gauge: 'retained',
      row: 0,
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 300,
      step: 1,
      choices: [
        { text: 'none', from: 0, to: 1 },
        { text: 'those that the reader has not worked', from: 1, to: 60 },
        { text: 'all that came, about 180', from: 120, to: 301 },
      ],
    },
  },
  seed: 1,
  durationSeconds: 120,
  nodes: [
    place('producer', 'producer', 14, 230, {
      name: 'Web shop',
      rate: 3,
      spacing: 'exponential',
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 24, { name: 'Order stream' }),
    place('queue', 'queue', 260, 296, { name: 'Order queue', visibilityTimeoutSeconds: 15 }),
    place('application', 'reader', 740, 50, {
      name: 'Reader',
      pollIntervalMs: 1000,
      serviceMs: 250,
      recordsPerCall: 20,
      checkpointSeconds: 5,
    }),
    place('pool', 'workers', 740, 372, { name: 'Packers', workers: 3, serviceMs: 800, serviceSpread: 'uniform' }),
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'producer', to: 'queue' },
    { from: 'stream', to: 'reader' },
    { from: 'queue', to: 'workers' },
  ],
  interventions: [],
}
