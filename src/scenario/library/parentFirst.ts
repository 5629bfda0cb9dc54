import { place, SECOND, scene } from './build.ts'

/** Order over a split: the closed parent is read to its end before its children are begun. */
export const parentFirst = scene({
  id: 'parent-first',
  title: 'The parent first',
  brief: {
    question: 'A shard is split while its reader is behind. Can a city’s new records be read before its old ones?',
    watchFor: 'The closed tape is read to its end. Only then do the marks of its two children start.',
    tryThis: [
      'Make the reader slower: how long do the children wait?',
      'Merge the two children at 1:10: who waits for whom now?',
      'Let the reader go back to the oldest record at 1:20: where does it begin?',
      'Follow one city over the split.',
    ],
    slider: 'reader.serviceMs',
    sliderFrom: 50,
    sliderTo: 400,
    whatYouLearn:
      'After a split old records stay in the parent and new ones go to the children. The order of a key holds only if the parent is read to its end first; KCL does that for you.',
    commonMistake: 'Order for each key is thought to survive resharding by itself.',
    minutes: 7,
    facts: ['KIN4.04', 'KIN4.05', 'KCL.13', 'A18'],
    correction: 'One reader has all records of a key until a reshard: then its state and its place must come along.',
    concepts: ['order', 'keys'],
    predict: {
      question:
        'The shard is split at 0:10 and closes half a minute later. How many records has the first child at 1:00?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 1,
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 120,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 210, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
      callsAtOnce: 1,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 120, { name: 'Orders' }),
    place('application', 'reader', 740, 216, {
      name: 'Billing',
      pollIntervalMs: 1000,
      serviceMs: 290,
      recordsPerCall: 20,
    }),
  ],
  links: ['shop stream', 'stream reader'],
  interventions: [{ at: 10 * SECOND, node: 'stream', action: 'splitShard', shard: 0, startingHashKey: '' }],
})
