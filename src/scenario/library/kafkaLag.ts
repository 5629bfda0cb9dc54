import { place, SECOND, scene } from './build.ts'

/** Worked example W48 a thousand times smaller: what is stopped drains by the difference. */
export const kafkaLag = scene({
  id: 'kafka-lag',
  title: 'In Kafka’s words: lag',
  brief: {
    question: 'A group reads 40 a second, 30 arrive. It stops for 20 s. How long until its lag is gone?',
    watchFor: 'The lag climbs while the group stands still and falls three times as slowly as it rose.',
    tryThis: [
      'Press k: topic, partition, offset and consumer group stand beside our words.',
      'Let 39 a second arrive: how long does it take now?',
      'Give the group two members: one partition, one of them idle.',
      'Stop it for 40 s.',
    ],
    slider: 'shop.rate',
    sliderFrom: 5,
    sliderTo: 39,
    whatYouLearn:
      'A stream is a topic, a shard a partition, an application a consumer group, a checkpoint a committed offset. Lag drains by the difference of the rates: 600 over 10 a second, one minute.',
    commonMistake:
      'The words are taken for the same thing. A partition has no fixed quota, and adding partitions moves keys.',
    minutes: 7,
    facts: ['W48', 'A16', 'A20'],
    correction:
      'Kafka need not be run by yourself: Amazon MSK manages it. And the words match better than the limits do.',
    concepts: ['kafka', 'readers'],
    predict: {
      question: 'The lag is 600 at 0:40. What is it half a minute later?',
      node: 'group',
      gauge: 'backlog',
      atSeconds: 70,
      unit: 'records',
      from: 0,
      to: 1200,
      step: 20,
    },
  },
  durationSeconds: 150,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 30,
      recordBytes: 256,
      keyCount: 100,
      batchRecords: 5,
      lingerMs: 50,
      bufferRecords: 200,
    }),
    place('stream', 'stream', 212, 196, { name: 'Orders' }),
    place('application', 'group', 740, 216, {
      name: 'Billing group',
      pollIntervalMs: 500,
      serviceMs: 25,
      recordsPerCall: 40,
      failoverSeconds: 0,
      checkpointSeconds: 0,
    }),
  ],
  links: ['shop stream', 'stream group'],
  interventions: [
    { at: 20 * SECOND, node: 'group', action: 'crash', worker: 0 },
    { at: 40 * SECOND, node: 'group', action: 'start', worker: 0 },
  ],
})
