import { place, SECOND, scene } from './build.ts'

/** Worked example W18, a minute for an hour: down for a minute, caught up a minute later. */
export const catchUp = scene({
  id: 'catch-up',
  title: 'After an outage',
  brief: {
    question: 'A shard is written at its full 1 MB a second. Its reader is away for a minute. Can it ever catch up?',
    watchFor: 'The mark runs away for a minute, then comes back at one second a second.',
    tryThis: [
      'Keep it away for two minutes: how long does it need now?',
      'Halve the traffic: it comes back three times as fast.',
      'Add a second reader that was away as well, as in the next scene.',
      'Give the reader work of 3.9 ms for each record: is it saved?',
    ],
    slider: 'cameras.rate',
    sliderFrom: 32,
    sliderTo: 256,
    whatYouLearn:
      'A shard gives twice what it takes. One reader at full traffic needs as long to catch up as it was away: an hour for an hour.',
    commonMistake: 'A reader is sized for the traffic alone and has nothing left for what has piled up.',
    minutes: 7,
    facts: ['KIN2.02', 'W18', 'W55'],
    concepts: ['readers', 'limits', 'failure'],
    predict: {
      question: 'At 1:10 it is a minute behind. How far behind is it half a minute later?',
      node: 'reader',
      gauge: 'ageMicros',
      atSeconds: 99.8,
      times: 0.000001,
      unit: 's',
      from: 0,
      to: 90,
      step: 5,
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
    place('stream', 'stream', 212, 196, { name: 'Frames' }),
    place('application', 'reader', 740, 216, {
      name: 'Archive',
      pollIntervalMs: 250,
      serviceMs: 0.1,
      failoverSeconds: 0,
      checkpointSeconds: 0,
    }),
  ],
  links: ['cameras stream', 'stream reader'],
  interventions: [
    { at: 10 * SECOND, node: 'reader', action: 'crash', worker: 0 },
    { at: 70 * SECOND, node: 'reader', action: 'start', worker: 0 },
  ],
})
