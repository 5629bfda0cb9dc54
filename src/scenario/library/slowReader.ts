import type { Scenario } from '../scenario.ts'
import { place } from './build.ts'

/** Back-pressure and its end: the reader's fetched batches fill up, polling pauses, and the producer feels nothing. */
export const slowReader: Scenario = {
  version: 1,
  id: 'slow-reader',
  title: 'Who feels a slow reader?',
  brief: {
    question: 'Six records a second arrive, the reader works four. Where does the pressure end?',
    watchFor: 'Fetched records wait in front of the reader, then it stops asking. The producer’s buffer stays empty.',
    tryThis: [
      'Turn the work down to 120 ms: it still falls behind. How many does it fetch in a second?',
      'Keep records for 40 s only: those not read by then are lost.',
      'Lower the write limit to 10 records/s and send 12: now the producer feels it.',
      'Add a second worker: one shard still has one reader at a time.',
    ],
    slider: 'reader.serviceMs',
    sliderFrom: 20,
    sliderTo: 600,
    whatYouLearn:
      'A slow reader fills what it has fetched, then stops asking. Its mark falls behind, and there the pressure ends: the sender feels only the limits for writing.',
    commonMistake: 'The sender is expected to slow down by itself.',
    minutes: 7,
    facts: ['KCL.08', 'KIN2.12', 'A11'],
    correction: 'A reader may be slow only within retention, and on average not slower than the input.',
    concepts: ['back-pressure', 'buffers'],
    predict: {
      question: 'Six a second arrive, four are worked. How many wait after a minute?',
      node: 'reader',
      gauge: 'backlog',
      atSeconds: 60,
      unit: 'records',
      from: 0,
      to: 360,
      step: 10,
    },
  },
  seed: 1,
  durationSeconds: 180,
  nodes: [
    place('producer', 'producer', 14, 210, {
      name: 'Sensors',
      rate: 6,
      recordBytes: 256,
      keyPrefix: 'sensor-',
      keyCount: 6,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 196, { name: 'Readings' }),
    place('application', 'reader', 740, 216, {
      name: 'Reader',
      pollIntervalMs: 1000,
      serviceMs: 250,
      recordsPerCall: 5,
      prefetchBatches: 4,
      checkpointSeconds: 5,
    }),
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'stream', to: 'reader' },
  ],
  interventions: [],
}
