import { place, SECOND, scene } from './build.ts'

/** Worked examples W27 and W25: a worker of KCL 3 dies just before its checkpoint, and for a while nobody knows. */
export const workerDies = scene({
  id: 'worker-dies',
  title: 'A worker dies, and who notices',
  brief: {
    question: 'Two workers of KCL 3, a shard each. Worker 2 dies at 0:39. What has piled up half a minute later?',
    watchFor:
      'One mark stands still until the leader has looked twice. Then it goes on from its pin, not from where it was.',
    tryThis: [
      {
        text: 'Before 0:39, kill the leader, worker 1: who gives its shard away?',
        changes: [{ node: 'reader', action: 'crash', worker: 0 }],
      },
      {
        text: 'Checkpoint every five seconds: how many are worked again?',
        changes: [{ node: 'reader', action: 'set', field: 'checkpointSeconds', value: 5 }],
      },
      'Let KCL 2 do it: each worker looks for itself. Is it faster?',
      'Make the work slower, 1.5 ms a record: how long does the survivor take to catch up?',
    ],
    slider: 'reader.checkpointSeconds',
    sliderFrom: 0,
    sliderTo: 60,
    whatYouLearn:
      'Nobody tells KCL of a death: the leader has to miss a heartbeat in two of its looks, 20 to 40 seconds. What came meanwhile waits, and what was done since the checkpoint is done again.',
    commonMistake: 'A second worker is taken for a spare that goes on at once.',
    minutes: 8,
    facts: ['KCL.04', 'KCL.04b', 'KCL.10', 'W25', 'W27', 'A18'],
    correction:
      'One consumer for all data of a key is true between two moves of a lease. After one, records come again, to another worker.',
    concepts: ['failure', 'replay', 'duplicates'],
    predict: {
      question: '500 records a second go to each shard. How many wait at 1:10?',
      node: 'reader',
      gauge: 'backlog',
      atSeconds: 70,
      unit: 'records',
      from: 0,
      to: 40_000,
      step: 500,
      choices: [
        { text: 'a few hundred: the other worker goes on at once', from: 0, to: 5000 },
        { text: '10,000 to 25,000', from: 10_000, to: 25_000 },
        { text: 'all since the start, 35,000', from: 30_000, to: 40_000 },
      ],
    },
    guesses: [
      {
        question: 'Its last checkpoint was at 0:20. How many records are worked a second time?',
        node: 'reader',
        gauge: 'processedAgainTotal',
        atSeconds: 95,
        unit: 'records',
        from: 0,
        to: 20_000,
        step: 500,
      },
    ],
  },
  durationSeconds: 220,
  nodes: [
    place('producer', 'gates', 14, 200, {
      name: 'Gates',
      rate: 1000,
      recordBytes: 120,
      keys: 'list',
      keyList: 'Rome, Oslo',
      batchRecords: 50,
      lingerMs: 50,
      bufferRecords: 4000,
    }),
    place('stream', 'stream', 212, 100, { name: 'Entries', shards: 2 }),
    place('application', 'reader', 740, 160, {
      name: 'Counter',
      workers: 2,
      coordination: 'kcl3',
      pollIntervalMs: 1000,
      serviceMs: 0.5,
      checkpointSeconds: 20,
    }),
  ],
  links: ['gates stream', 'stream reader'],
  interventions: [{ at: 39.5 * SECOND, node: 'reader', action: 'crash', worker: 1 }],
})
