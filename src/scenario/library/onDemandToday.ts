import { place, scene } from './build.ts'

/** Nobody buys shards, and still there is a line: twice the highest rate so far, from one quarter of an hour to the next. */
export const onDemandToday = scene({
  id: 'on-demand-today',
  title: 'On-demand, and still refused',
  brief: {
    question:
      'Nobody chose a number of shards. At 0:30 the traffic jumps from 2 to 6 MB a second. Does the stream take it?',
    watchFor:
      'At 0:30 records turn around at all four shards. Within 15 minutes the ruler is cut into more, and it takes all.',
    tryThis: [
      'Tell the stream that it has had 5 MB/s before: double of that is there at once.',
      'Let the traffic only double, from 2 to 4 MB/s: next to nothing is refused.',
      'Set on-demand Advantage and warm it to 8 MB/s before the jump.',
      'Send everything with one key: no split helps it.',
    ],
    slider: 'sensors.peakFactor',
    sliderFrom: 1,
    sliderTo: 8,
    whatYouLearn:
      'An on-demand stream takes double the highest rate of the last 30 days, and 4 MB/s at least. A steeper rise is refused until its shards have split, some 15 minutes.',
    commonMistake: 'On-demand is taken for a stream without limits.',
    minutes: 7,
    facts: ['KIN5.02', 'KIN5.04', 'KIN5.05', 'KIN5.06', 'A12'],
    correction: 'On-demand streams came in 2021, on-demand Advantage with warm throughput in 2025.',
    concepts: ['limits', 'shards', 'today'],
    predict: {
      question: 'In the minute after the jump 3,600 records of 100 KiB come. How many of them are refused?',
      node: 'stream',
      gauge: 'refusedTotal',
      atSeconds: 90,
      unit: 'records',
      from: 0,
      to: 3600,
      step: 25,
    },
  },
  durationSeconds: 1500,
  nodes: [
    place('producer', 'sensors', 14, 190, {
      name: 'Sensors',
      rate: 20,
      profile: 'spike',
      peakFactor: 3,
      profileStartSeconds: 30,
      profileEndSeconds: 1500,
      recordBytes: 102_400,
      keyCount: 500,
      keyPrefix: 'sensor-',
      bufferRecords: 1000,
      callsAtOnce: 100,
      attemptsMax: 1,
    }),
    place('stream', 'stream', 212, -20, {
      name: 'Readings',
      capacityMode: 'onDemandStandard',
      peakBytesBefore: 2_097_152,
    }),
    place('application', 'reader', 760, 190, { name: 'Reader', serviceMs: 1, prefetchBatches: 4 }),
  ],
  links: ['sensors stream', 'stream reader'],
})
