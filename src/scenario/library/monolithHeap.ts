import { place, scene } from './build.ts'

/** Worked example W49 with a smaller heap: what waits in memory grows until there is no memory. */
export const monolithHeap = scene({
  id: 'monolith-heap',
  title: 'One program does it all',
  brief: {
    question: 'Events come faster than they are worked. Where do they wait, and for how long can they?',
    watchFor: 'The heap fills in a straight line. When it is full, the program dies and all that waited is gone.',
    tryThis: [
      'Turn the events down to 3,000 a second: the heap stands still.',
      'Give it twice the heap: it dies too, only later.',
      'Set the overhead to 3, as objects in memory have: it dies three times as early.',
      'Let the collector pause it from 80 % on: the last seconds become slow before the end.',
    ],
    slider: 'events.rate',
    sliderFrom: 1000,
    sliderTo: 8000,
    whatYouLearn:
      'A buffer in memory only delays the end. It fills by the difference between arrivals and work; its size says when, not whether.',
    commonMistake: 'More memory is taken for a cure. It buys seconds, and more is lost at once.',
    minutes: 6,
    facts: ['W49', 'A1'],
    correction:
      'This is no stack overflow, which is recursion without end. The heap is exhausted: long collector pauses first, then the system ends the program.',
    concepts: ['buffers', 'loss'],
    predict: {
      question: 'When is the heap full?',
      node: 'monolith',
      gauge: 'deathsTotal',
      meant: 'when',
      reaches: 1,
      atSeconds: 80,
      unit: 's',
      from: 0,
      to: 80,
      step: 1,
    },
  },
  durationSeconds: 90,
  nodes: [
    place('producer', 'events', 40, 220, {
      name: 'Market feed',
      rate: 5000,
      recordBytes: 1020,
      keys: 'list',
      keyList: 'AAPL, AMZN, MSFT',
      callsAtOnce: 100,
      bufferRecords: 4000,
      whenFull: 'dropNewest',
    }),
    place('monolith', 'monolith', 380, 200, { name: 'Monolith', heapMiB: 100, serviceMs: 1 / 3, restartSeconds: 15 }),
  ],
  links: ['events monolith'],
})
