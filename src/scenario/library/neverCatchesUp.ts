import { place, SECOND, scene } from './build.ts'

// Intervals that differ a little, so that nobody is always the last to ask.
const reader = { serviceMs: 0.1, failoverSeconds: 0, checkpointSeconds: 0 } as const

/** Worked example W19: two readers recover together and share what one would have needed. */
export const neverCatchesUp = scene({
  id: 'never-catches-up',
  title: 'Two that come back together',
  brief: {
    question: 'The same outage, but two applications were away. How long do they need together?',
    watchFor: 'From 1:10 on the two lags together stay at two minutes. What one gains, the other loses.',
    tryThis: [
      'Stop one of them: the other catches up in a minute.',
      {
        text: 'Let both read with enhanced fan-out from the start.',
        changes: [
          { node: 'archive', action: 'set', field: 'reading', value: 'fanOut' },
          { node: 'faces', action: 'set', field: 'reading', value: 'fanOut' },
        ],
      },
      'Lower the traffic by a quarter: how long does it take?',
      'Give the stream two shards from the start.',
    ],
    slider: 'cameras.rate',
    sliderFrom: 32,
    sliderTo: 256,
    whatYouLearn:
      'Two polling readers get 1 MB a second each, just what arrives. Their lag never shrinks, until the traffic does or each has throughput of its own.',
    commonMistake: 'A delay is taken for a matter of time. Here time does not help.',
    minutes: 6,
    facts: ['KIN2.02', 'KIN3.01', 'W19'],
    concepts: ['readers', 'limits', 'failure'],
    predict: {
      question: 'How far behind is Faces at 2:50?',
      node: 'faces',
      gauge: 'ageMicros',
      atSeconds: 170,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 180,
      step: 5,
      choices: [
        { text: 'it has caught up', from: 0, to: 10 },
        { text: 'it is on its way, below half a minute', from: 10, to: 30 },
        { text: 'as far as before, or further', from: 30, to: 181 },
      ],
    },
  },
  durationSeconds: 180,
  nodes: [
    place('producer', 'cameras', 14, 210, {
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
    place('application', 'archive', 740, 80, { name: 'Archive', ...reader, pollIntervalMs: 1000, recordsPerCall: 512 }),
    place('application', 'faces', 740, 380, {
      name: 'Faces',
      ...reader,
      pollIntervalMs: 1040,
      recordsPerCall: 512,
      pollPhaseMs: 500,
    }),
  ],
  links: ['cameras stream', 'stream archive', 'stream faces'],
  interventions: [
    { at: 10 * SECOND, node: 'archive', action: 'crash', worker: 0 },
    { at: 10 * SECOND, node: 'faces', action: 'crash', worker: 0 },
    { at: 70 * SECOND, node: 'archive', action: 'start', worker: 0 },
    { at: 70 * SECOND, node: 'faces', action: 'start', worker: 0 },
  ],
})
