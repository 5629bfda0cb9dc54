import { place, SECOND, scene } from './build.ts'

/** One reader has all records of a key, so its sum is right, as long as place and sum are kept together. */
export const countOnStream = scene({
  id: 'count-on-stream',
  title: 'Counting on a stream',
  brief: {
    question: 'One counter reads the shard and keeps a sum for each city. It dies at 0:30. Is it still right?',
    watchFor: 'The counted sum beside the true one. After the crash they differ, if the sums stood in memory.',
    tryThis: [
      'Save the sums together with the place: kill it again.',
      'Keep the sums in a store outside: too many now. Why?',
      'Let that store know each record that it has counted.',
      'Checkpoint after each batch: what changes in each of the three?',
    ],
    slider: 'counter.checkpointSeconds',
    sliderFrom: 0,
    sliderTo: 30,
    whatYouLearn:
      'All records of a key come to one reader, in order, so counting is easy. It stays right over a crash only if sum and place are saved together, or each record counts once.',
    commonMistake: 'Sums are kept in memory while the place is saved: the crash forgets the one and keeps the other.',
    minutes: 8,
    facts: ['KIN1.11', 'KCL.10', 'A18'],
    correction:
      'Easy, until a crash, a lease that moves or a retry. The state must be checkpointed together with the place.',
    concepts: ['counting', 'replay', 'failure'],
    predict: {
      question: 'It dies at 0:30 with its sums in memory. By how much is it wrong at the end?',
      node: 'counter',
      gauge: 'difference',
      atSeconds: 80,
      unit: 'records',
      from: 0,
      to: 360,
      step: 10,
    },
  },
  durationSeconds: 90,
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
    place('aggregator', 'counter', 740, 200, { name: 'Counter', serviceMs: 20, checkpointSeconds: 10 }),
  ],
  links: ['shop stream', 'stream counter'],
  interventions: [
    { at: 30 * SECOND, node: 'counter', action: 'crash', worker: 0 },
    { at: 35 * SECOND, node: 'counter', action: 'start', worker: 0 },
  ],
})
