import { place, scene } from './build.ts'

// Small calls at intervals that differ a little, so that nobody is always the last to ask: all three are served alike.
const reader = { serviceMs: 0.1, recordsPerCall: 200 } as const

/** Worked example W52: three applications that poll share 2 MB a second. */
export const threePollers = scene({
  id: 'three-pollers',
  title: 'What readers share',
  brief: {
    question: 'A shard is written at its full 1 MB a second. Can three applications read along?',
    watchFor: 'The marks drift to the right, each by a third of a second a second: together a second each second.',
    tryThis: [
      'Take one application away: two keep up just so.',
      {
        text: 'Let all three read with enhanced fan-out.',
        changes: [
          { node: 'faces', action: 'set', field: 'reading', value: 'fanOut' },
          { node: 'archive', action: 'set', field: 'reading', value: 'fanOut' },
          { node: 'alarm', action: 'set', field: 'reading', value: 'fanOut' },
        ],
      },
      'Halve the traffic: now all three keep up.',
      'Give the stream two shards with even keys: what does each application get?',
    ],
    slider: 'video.rate',
    sliderFrom: 32,
    sliderTo: 256,
    whatYouLearn:
      'A shard gives 2 MB a second to all polling readers together. Three at full writing get two thirds of a MB each, and none of them can ever keep up.',
    commonMistake: 'The 2 MB a second of a shard are counted for each application.',
    minutes: 7,
    facts: ['KIN2.02', 'W52', 'A9'],
    correction:
      'One shard gives 2 MB a second, still true, but shared. Enhanced fan-out, which the article does not know, gives each registered consumer 2 MB of its own.',
    concepts: ['readers', 'limits'],
    predict: {
      question: 'How far behind is Alarm after a minute?',
      node: 'alarm',
      gauge: 'ageMicros',
      atSeconds: 60,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 60,
      step: 1,
      choices: [
        { text: 'it keeps up', from: 0, to: 5 },
        { text: 'half a minute at most', from: 5, to: 35 },
        { text: 'a minute', from: 35, to: 61 },
      ],
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'video', 14, 210, {
      name: 'Cameras',
      rate: 256,
      recordBytes: 4088,
      keyCount: 90,
      keyPrefix: 'camera',
      batchRecords: 20,
      lingerMs: 50,
      bufferRecords: 2000,
    }),
    place('stream', 'stream', 212, 190, { name: 'Frames' }),
    place('application', 'faces', 740, 40, { name: 'Faces', ...reader, pollIntervalMs: 610 }),
    place('application', 'archive', 740, 220, { name: 'Archive', ...reader, pollIntervalMs: 630, pollPhaseMs: 310 }),
    place('application', 'alarm', 740, 400, { name: 'Alarm', ...reader, pollIntervalMs: 650, pollPhaseMs: 640 }),
  ],
  links: ['video stream', 'stream faces', 'stream archive', 'stream alarm'],
})
