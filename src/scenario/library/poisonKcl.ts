import { place, scene } from './build.ts'

/** The library logs the exception, leaves the batch out and goes on: nobody is stopped, and nobody is told. */
export const poisonKcl = scene({
  id: 'poison-kcl',
  title: 'A poison record and KCL',
  brief: {
    question: 'The same record, an application with KCL. What happens to the records behind it?',
    watchFor: 'The mark passes the bad record and the rest of its batch. It does not stop.',
    tryThis: [
      'Look for what is missing: how many records were left out, how many of them were bad?',
      'Read smaller batches: fewer good ones go with the bad one.',
      'Let the application try the record again instead: now its shard stops.',
      'Which of the two would you rather find on Monday?',
    ],
    slider: 'reader.recordsPerCall',
    sliderFrom: 1,
    sliderTo: 50,
    whatYouLearn:
      'An exception in the record processor is logged by KCL, and the rest of the batch is skipped without another try. Catch it yourself, and put the record somewhere.',
    commonMistake: 'KCL is expected to retry, as Lambda does.',
    minutes: 7,
    facts: ['KCL.12'],
    concepts: ['failure', 'loss'],
    predict: {
      question: 'How many records are left out because of the one?',
      node: 'reader',
      gauge: 'skippedTotal',
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 40,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 6,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 196, { name: 'Orders' }),
    place('application', 'reader', 740, 216, {
      name: 'Billing',
      pollIntervalMs: 1000,
      serviceMs: 20,
      recordsPerCall: 20,
      poisonRecord: 63,
      onFailure: 'skip',
      checkpointSeconds: 0,
    }),
  ],
  links: ['shop stream', 'stream reader'],
})
