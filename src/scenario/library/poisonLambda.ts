import { place, scene } from './build.ts'

/** The same batch again and again: its shard stands still, the other goes on. */
export const poisonLambda = scene({
  id: 'poison-lambda',
  title: 'A poison record and a function',
  brief: {
    question: 'The function fails on one record, always. What happens to the records behind it?',
    watchFor: 'The age of one shard grows without end. The other shard is read as if nothing were.',
    tryThis: [
      'Allow two more attempts: the batch is given up, and the shard goes on.',
      'Turn on halving as well: only the poison itself is given up.',
      'Let the function report which record failed.',
      'Set a largest age of 30 s: who is lost with the poison?',
    ],
    slider: 'function.maximumRetryAttempts',
    sliderFrom: -1,
    sliderTo: 10,
    whatYouLearn:
      'A function that reads a stream tries a failed batch again until it succeeds or expires; its shard waits so long. Attempts, age, halving and a destination are off at first.',
    commonMistake:
      'The defaults are left as they are. One bad record then stops a shard for as long as the stream keeps it.',
    minutes: 8,
    facts: ['LKI.06', 'LKI.07', 'LKI.08', 'LKI.09', 'W41', 'W42'],
    concepts: ['failure', 'order'],
    predict: {
      question: 'One record always fails. How old is the oldest unworked record after a minute?',
      node: 'function',
      gauge: 'iteratorAgeMicros',
      atSeconds: 60,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 60,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 120, { name: 'Orders', shards: 2 }),
    place('lambda', 'function', 740, 200, {
      name: 'Billing function',
      recordsPerBatch: 10,
      serviceMs: 20,
      poisonRecord: 30,
    }),
  ],
  links: ['shop stream', 'stream function'],
})
