import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** A record that always fails, tried again for ever: its shard stands still. */
export const stoppedShardFault: Fault = {
  id: 'fault-half-the-customers',
  title: 'Silence from some customers',
  complaint: '“For a minute now nothing has come out for some of our customers. For the others all is well.”',
  atSeconds: 60,
  speed: 5,
  symptom: {
    is: 'gauge',
    node: 'reader',
    gauge: 'ageMicros',
    times: 1e-6,
    unit: 's',
    than: 'above',
    value: 20,
    says: 'furthest behind by',
  },
  right: 3,
  causes: [
    {
      text: 'One worker is too little for two shards',
      evidence:
        'It has worked {} records of one shard and {} of the other. With too little of a worker both would be late.',
      told: [
        { node: 'reader', gauge: 'processedTotal', row: 0 },
        { node: 'reader', gauge: 'processedTotal', row: 1 },
      ],
      fixText: 'Two workers',
      fix: ['reader.workers=2'],
    },
    {
      text: 'A hot key fills one shard',
      evidence: 'Refused were {}. The shards store {} and {} a second, and could take a thousand each.',
      told: [
        { node: 'stream', gauge: 'refusedTotal' },
        { node: 'stream', gauge: 'storedTotal', row: 0, perSecond: true },
        { node: 'stream', gauge: 'storedTotal', row: 1, perSecond: true },
      ],
      fixText: 'Three shards',
      fix: ['stream.shards=3'],
    },
    {
      text: 'The reader asks too seldom',
      evidence: 'It asks every second. {} of its calls were refused, and what it needs it has in hand.',
      told: [{ node: 'reader', gauge: 'callsRefusedTotal', row: 0 }],
      fixText: 'Poll every 250 ms',
      fix: ['reader.pollIntervalMs=250'],
    },
    {
      text: 'One record always fails, and the reader tries it again and again',
      evidence: 'Work has failed {} times, on the same record. All behind it in its shard wait.',
      told: [{ node: 'reader', gauge: 'failedTotal' }],
      fixText: 'Put it aside and go on',
      fix: ['reader.onFailure=skip'],
    },
    {
      text: 'Records have expired',
      evidence: '{} were lost unread. They are all there; somebody only has to come past the one in front.',
      told: [{ node: 'reader', gauge: 'lostUnreadTotal' }],
      fixText: 'Keep records for a week',
      fix: ['stream.retentionHours=168'],
    },
  ],
  scene: brokenScene({
    title: 'Silence from some customers',
    brief: { question: 'Why does nothing come out for some customers?', watchFor: '', tryThis: [] },
    durationSeconds: 120,
    nodes: [
      place('producer', 'shop', 14, 240, {
        name: 'Web shop',
        rate: 6,
        recordBytes: 256,
        keys: 'list',
        keyList: 'Rome, London, Vienna, Paris, Berlin, Oslo',
        bufferRecords: 100,
      }),
      place('stream', 'stream', 212, 120, { name: 'Orders', shards: 2 }),
      place('application', 'reader', 740, 240, {
        name: 'Billing',
        pollIntervalMs: 1000,
        serviceMs: 20,
        recordsPerCall: 20,
        poisonRecord: 40,
        onFailure: 'retry',
      }),
    ],
    links: ['shop stream', 'stream reader'],
  }),
}
