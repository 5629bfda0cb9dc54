import { place, scene } from './build.ts'

/** Two counters compete for the messages of one key: each has a part of the sum. */
export const countOnQueue = scene({
  id: 'count-on-queue',
  title: 'Counting on a queue',
  brief: {
    question: 'Two counters read one queue. Which of them knows how many orders Rome has?',
    watchFor: 'Two sums grow side by side. Each is right about what it got; neither is what the shop has sent.',
    tryThis: [
      'Let both keep their sums in a store outside.',
      'Take one counter away: is the other right from now on?',
      'Compare with the counter on the stream.',
      'What would you need to do this with a FIFO queue?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'Competing consumers get whatever comes next, so the messages of a key are spread over them. To count for each key they need a common store, or a stream.',
    commonMistake: 'A second worker is added to a program that counts in memory.',
    minutes: 6,
    facts: ['SQS.02', 'KIN1.11', 'A18'],
    concepts: ['counting', 'choosing'],
    predict: {
      question: 'What share of the sum has the first counter?',
      node: 'first',
      gauge: 'answer',
      atSeconds: 60,
      times: 100 / 240,
      unit: '%',
      from: 0,
      to: 100,
      step: 5,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'shop', 14, 240, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 100,
    }),
    place('queue', 'queue', 230, 130, { name: 'Orders' }),
    place('aggregator', 'first', 690, 80, { name: 'First counter', serviceMs: 300 }),
    place('aggregator', 'second', 690, 360, { name: 'Second counter', serviceMs: 300 }),
  ],
  links: ['shop queue', 'queue first', 'queue second'],
})
