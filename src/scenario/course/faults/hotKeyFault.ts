import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** Everything has one key, and shards are added. */
export const hotKeyFault: Fault = {
  id: 'fault-third-missing',
  title: 'A third of the clicks is missing',
  complaint: '“We pay for four shards and send 1,500 clicks a second. A third of them never arrives.”',
  atSeconds: 8,
  symptom: {
    is: 'gauge',
    node: 'stream',
    gauge: 'refusedTotal',
    perSecond: true,
    than: 'above',
    value: 100,
    says: 'refused a second',
  },
  right: 2,
  causes: [
    {
      text: 'Four shards are too few',
      evidence:
        'Four take 4,000 a second, and {} are stored. The first shard gets {} a second, the third {}: there is room, but not where the clicks go.',
      told: [
        { node: 'stream', gauge: 'storedTotal', perSecond: true },
        { node: 'stream', gauge: 'storedTotal', row: 0, perSecond: true },
        { node: 'stream', gauge: 'storedTotal', row: 2, perSecond: true },
      ],
      fixText: 'Eight shards',
      fix: ['stream.shards=8'],
    },
    {
      text: 'Records are too large: the bytes run out',
      evidence: 'A record has 300 bytes; refused for its bytes were {}. A shard ran out of records, not of bytes.',
      told: [{ node: 'stream', gauge: 'refusedByBytesTotal', row: 2 }],
      fixText: 'Records of 100 bytes',
      fix: ['clicks.recordBytes=100'],
    },
    {
      text: 'All clicks have the same key, so one shard gets them all',
      evidence: 'One shard stores {} a second, its limit, and the stream as a whole not one more.',
      told: [{ node: 'stream', gauge: 'storedTotal', perSecond: true }],
      fixText: 'Take the user as the key, a thousand of them',
      fix: ['clicks.keys=even', 'clicks.keyCount=1000'],
    },
    {
      text: 'The reader is too slow and holds the stream up',
      evidence: 'The reader is {} s behind. And a slow reader would stop nobody from writing.',
      told: [{ node: 'reader', gauge: 'ageMicros', times: 1e-6 }],
      fixText: 'A reader ten times as fast',
      fix: ['reader.serviceMs=0.02'],
    },
    {
      text: 'Calls are too small: each click is a call of its own',
      evidence: 'The limit counts records and not calls. {} attempts a second reach it, in whatever calls.',
      told: [{ node: 'stream', gauge: 'attemptsTotal', perSecond: true }],
      fixText: 'A hundred records in a call',
      fix: ['clicks.batchRecords=100'],
    },
  ],
  scene: brokenScene({
    title: 'A third of the clicks is missing',
    brief: { question: 'Four shards, 1,500 clicks a second. Where is a third of them?', watchFor: '', tryThis: [] },
    durationSeconds: 60,
    nodes: [
      place('producer', 'clicks', 14, 190, {
        name: 'Clicks',
        rate: 1500,
        recordBytes: 300,
        keys: 'list',
        keyList: 'front-page',
        batchRecords: 25,
        lingerMs: 20,
        callsAtOnce: 40,
        bufferRecords: 4000,
        attemptsMax: 1,
      }),
      place('stream', 'stream', 198, 8, { name: 'Click stream', shards: 4 }),
      place('application', 'reader', 740, 216, { name: 'Counter', pollIntervalMs: 500, serviceMs: 0.2 }),
    ],
    links: ['clicks stream', 'stream reader'],
  }),
}
