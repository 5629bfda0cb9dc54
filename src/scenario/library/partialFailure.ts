import { place, scene } from './build.ts'

/** Worked example W11: of a, b, c the shard refuses b, and stores a, c, b. */
export const partialFailure = scene({
  id: 'partial-failure',
  title: 'a, c, b',
  brief: {
    question: 'Three records in one call, the middle one is refused. In which order do they stand on the tape?',
    watchFor: 'A record turns around at the gate, waits, and lands behind records that were sent after it.',
    tryThis: [
      'Send records one by one with one call at a time: does b still come last?',
      'Make all records small: nothing is refused, nothing is overtaken.',
      'Give each record one attempt: the order is right, and b is missing.',
      'Give the stream two shards: fewer meet, fewer are refused.',
    ],
    slider: 'feed.rate',
    sliderFrom: 1,
    sliderTo: 12,
    whatYouLearn:
      'PutRecords answers for each record. What is refused and tried again lands after what came later: on the tape the order is that of storing, not of sending.',
    commonMistake: 'The order on the tape is taken for the order of sending.',
    minutes: 7,
    facts: ['KIN1.07', 'KIN1.09', 'KIN1.10', 'W11', 'A7'],
    correction:
      'Records are ordered by default only as they are stored. Retries, batches and several senders change that order before it begins.',
    concepts: ['order', 'limits'],
    predict: {
      question:
        'Three pictures a second, up to 600 KB each, one shard. How many attempts are refused in half a minute?',
      node: 'stream',
      gauge: 'refusedTotal',
      atSeconds: 30,
      unit: 'attempts',
      from: 0,
      to: 90,
      step: 1,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'feed', 14, 210, {
      name: 'Camera',
      rate: 3,
      // Sizes differ much, so that a large record finds no room and a small one behind it does.
      recordBytes: 1000,
      recordBytesMax: 600_000,
      keys: 'list',
      keyList: 'door',
      batchRecords: 3,
      lingerMs: 1000,
      callsAtOnce: 1,
      bufferRecords: 200,
      backoffBaseMs: 300,
      backoffMaxMs: 1000,
    }),
    place('stream', 'stream', 212, 196, { name: 'Pictures' }),
    place('application', 'reader', 740, 216, { name: 'Reader', pollIntervalMs: 1000, serviceMs: 20 }),
  ],
  links: ['feed stream', 'stream reader'],
})
