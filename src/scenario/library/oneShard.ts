import { newNode } from '../newNode.ts'
import type { Scenario } from '../scenario.ts'

/** The door: every record can be followed by eye, and the reader keeps up, just. */
export const oneShard: Scenario = {
  version: 1,
  id: 'one-shard',
  title: 'One shard, one reader',
  brief: {
    question: 'What happens to a record once it has been read?',
    watchFor: 'The reader’s mark passes a record. The record stays where it is.',
    tryThis: [
      'Send one record by hand and follow it to the reader.',
      'Turn the rate to 4 a second: the reader needs 0.4 s for each record and falls behind.',
      'Step back and forward: the same records come again, in the same order.',
      'Stop sending: the reader catches up, and the records are still there.',
    ],
    slider: 'producer.rate',
    sliderFrom: 0,
    sliderTo: 6,
    whatYouLearn:
      'Reading takes nothing away. A record stays where it is, in order, until it expires; only the reader’s mark moves.',
    commonMistake: 'A stream is taken for a queue that empties as it is read.',
    minutes: 5,
    facts: ['KIN2.11', 'KIN6.01', 'KIN1.15'],
    concepts: ['readers', 'replay'],
    predict: {
      question: 'The reader keeps up. How many records stand on the tape after a minute?',
      node: 'stream',
      gauge: 'retained',
      row: 0,
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 150,
      step: 1,
      choices: [
        { text: 'none: they are read', from: 0, to: 2 },
        { text: 'the few that it has not read', from: 2, to: 40 },
        { text: 'all that were sent, about 120', from: 100, to: 151 },
      ],
    },
  },
  seed: 1,
  durationSeconds: 120,
  nodes: [
    {
      ...newNode('producer', 'producer', 14, 210),
      name: 'Web shop',
      rate: 2,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    },
    { ...newNode('stream', 'stream', 212, 196), name: 'Orders' },
    {
      ...newNode('application', 'reader', 740, 216),
      name: 'Reader',
      pollIntervalMs: 500,
      serviceMs: 400,
      prefetchBatches: 1,
      recordsPerCall: 10,
      checkpointSeconds: 0,
    },
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'stream', to: 'reader' },
  ],
  interventions: [],
}
