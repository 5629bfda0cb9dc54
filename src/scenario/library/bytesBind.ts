import { place, scene } from './build.ts'

/** Worked example W51: the byte limit is met before the record limit. */
export const bytesBind = scene({
  id: 'bytes-bind',
  title: 'Bytes before records',
  brief: {
    question: 'One shard takes 1,000 records a second. Why does it refuse 800?',
    watchFor: 'The line stands lower than 1,000. Its name says which limit binds here.',
    tryThis: [
      'Make the records 1,000 B: how many go through now?',
      'Make them 10 KiB: how many a second are left?',
      'Count the records only: the shard seems to stand at 80 %.',
      {
        text: 'Give the stream two shards: everything fits.',
        changes: [{ node: 'stream', action: 'set', field: 'shards', value: 2 }],
      },
    ],
    slider: 'sensors.recordBytes',
    sliderFrom: 256,
    sliderTo: 8192,
    whatYouLearn:
      'Two limits hold at once, 1,000 records and 1 MB a second, and the one that is met first refuses. Above 1 KiB it is always the bytes. The key counts.',
    commonMistake: 'A stream is sized by records alone.',
    minutes: 5,
    facts: ['KIN1.01', 'KIN1.02', 'W51'],
    concepts: ['limits'],
    predict: {
      question: 'How many of 800 a second are stored?',
      node: 'stream',
      gauge: 'storedTotal',
      meant: 'perSecond',
      fromSeconds: 10,
      atSeconds: 30,
      unit: 'records/s',
      from: 0,
      to: 800,
      step: 10,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'sensors', 14, 210, {
      name: 'Sensors',
      rate: 800,
      recordBytes: 2048,
      keys: 'list',
      keyList: 'motor1, motor2, motor3',
      batchRecords: 50,
      lingerMs: 20,
      callsAtOnce: 40,
      bufferRecords: 4000,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 212, 180, { name: 'Readings' }),
    place('application', 'reader', 740, 216, { name: 'Reader', pollIntervalMs: 500, serviceMs: 0.2 }),
  ],
  links: ['sensors stream', 'stream reader'],
})
