import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

const reader = { serviceMs: 0.1, pollIntervalMs: 1600 } as const
const NAMES = ['faces', 'archive', 'alarm', 'plates'] as const

/** Readers that poll share 2 MB a second of a shard. */
export const pollersFault: Fault = {
  id: 'fault-late-alarm',
  title: 'The alarm comes late',
  complaint:
    '“The alarm used to come at once. Since two more teams read the stream it is late, and later every minute.”',
  atSeconds: 40,
  speed: 5,
  symptom: {
    is: 'gauge',
    node: 'alarm',
    gauge: 'ageMicros',
    times: 1e-6,
    unit: 's',
    than: 'above',
    value: 8,
    says: 'Alarm is behind by',
  },
  right: 1,
  causes: [
    {
      text: 'Alarm needs too long for a picture',
      evidence:
        'It has worked {} pictures; at 0.1 ms each that was a moment. The rest of the time it waits for its records.',
      told: [{ node: 'alarm', gauge: 'processedTotal' }],
      fixText: 'Work ten times as fast',
      fix: ['alarm.serviceMs=0.01'],
    },
    {
      text: 'Four readers that poll share the 2 MB a second that the shard gives',
      evidence:
        'The shard has refused {} reading calls for their bytes. Four times what is written is double what it gives.',
      told: [{ node: 'stream', gauge: 'readBytesRefusedTotal', row: 0 }],
      fixText: 'Push to Alarm: enhanced fan-out',
      fix: ['alarm.reading=fanOut'],
    },
    {
      text: 'The shard is too full to be written',
      evidence: 'Refused for writing were {}. What is late is in the stream, and has been for a while.',
      told: [{ node: 'stream', gauge: 'refusedTotal' }],
      fixText: 'Let the cameras try for ever',
      fix: ['cameras.attemptsMax=0'],
    },
    {
      text: 'Alarm asks too seldom',
      evidence: 'It asks every 1.6 s and is {} s behind. If it asks more often, it is refused more often.',
      told: [{ node: 'alarm', gauge: 'ageMicros', times: 1e-6 }],
      fixText: 'Twice as many calls from Alarm, with half as many records',
      fix: ['alarm.pollIntervalMs=1500'],
    },
    {
      text: 'One worker is not enough for Alarm',
      evidence: 'There is one shard, and a shard has one worker at a time; {} pictures are behind it.',
      told: [{ node: 'alarm', gauge: 'backlog' }],
      fixText: 'Three workers',
      fix: ['alarm.workers=3'],
    },
  ],
  scene: brokenScene({
    title: 'The alarm comes late',
    brief: { question: 'Why is the alarm late, and later every minute?', watchFor: '', tryThis: [] },
    durationSeconds: 90,
    nodes: [
      place('producer', 'cameras', 14, 300, {
        name: 'Cameras',
        rate: 240,
        recordBytes: 4088,
        keyCount: 90,
        keyPrefix: 'camera',
        batchRecords: 20,
        lingerMs: 50,
        bufferRecords: 2000,
      }),
      place('stream', 'stream', 212, 280, { name: 'Frames' }),
      ...NAMES.map((id, i) =>
        place('application', id, 760, i * 180, {
          name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
          ...reader,
          pollIntervalMs: reader.pollIntervalMs + i * 30,
          pollPhaseMs: i * 310,
        }),
      ),
    ],
    links: ['cameras stream', ...NAMES.map((id) => `stream ${id}`)],
  }),
}
