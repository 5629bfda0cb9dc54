import { place, scene } from './build.ts'

const reader = { reading: 'fanOut', serviceMs: 0.1 } as const

/** The same three readers, each with throughput of its own. */
export const fanOut = scene({
  id: 'fan-out',
  title: 'A way of its own for each reader',
  brief: {
    question: 'The same traffic, three readers with enhanced fan-out. How far behind are they now?',
    watchFor: 'Three double lines go around the read gate. All three marks stay at the left.',
    tryThis: [
      'Let one of them poll again: does it share with the others?',
      'Compare how old a record is when it is read: about 70 ms here.',
      'Take the traffic down: fan-out does not become faster.',
      'Look up what it costs: a price an hour for each consumer and shard.',
    ],
    slider: 'video.rate',
    sliderFrom: 32,
    sliderTo: 256,
    whatYouLearn:
      'A registered consumer is pushed its records, up to 2 MB a second and shard of its own, without the five calls. At most 20 can be registered, 50 with On-demand Advantage.',
    commonMistake: 'Enhanced fan-out is expected to raise the limit for writing.',
    minutes: 6,
    facts: ['KIN3.01', 'KIN3.02', 'KIN3.07', 'W52', 'A9'],
    correction: 'New since the article: readers no longer have to share.',
    concepts: ['readers', 'limits', 'today'],
    predict: {
      question: 'Three readers of a full shard. How far behind is Alarm after a minute?',
      node: 'alarm',
      gauge: 'ageMicros',
      atSeconds: 60,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 60,
      step: 1,
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
    place('application', 'faces', 740, 40, { name: 'Faces', ...reader }),
    place('application', 'archive', 740, 220, { name: 'Archive', ...reader }),
    place('application', 'alarm', 740, 400, { name: 'Alarm', ...reader }),
  ],
  links: ['video stream', 'stream faces', 'stream archive', 'stream alarm'],
})
