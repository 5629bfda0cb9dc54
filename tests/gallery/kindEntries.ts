import { connect, defaultNode } from '../../src/scenario/index.ts'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import type { GalleryEntry } from './entry.ts'

/** The same scene with other values of one node. */
export const turned =
  (id: string, own: Partial<Record<string, unknown>>) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    nodes: scenario.nodes.map((node) => (node.id === id ? ({ ...node, ...own } as ScenarioNode) : node)),
  })

export const zipf = (id: string) => turned(id, { keys: 'zipf', keyCount: 24, keyPrefix: 'user-' })

const lasting = (durationSeconds: number, tapeColumn: string) => (scenario: Scenario) => ({
  ...turned('producer', { keys: 'zipf', keyCount: 24, rate: 900, profile: 'wave', periodSeconds: 1200, peakFactor: 2 })(
    turned('stream', { tapeColumn })(scenario),
  ),
  durationSeconds,
})

/** The scene of the retention's edge with a day of 24 hours. */
const days = (scenario: Scenario): Scenario => ({
  ...turned('stream', { retentionHours: 24, tapeColumn: 'halfHour' })(
    turned('sensors', { rate: 0.1 })(turned('reader', { serviceMs: 12_500, pollIntervalMs: 60_000 })(scenario)),
  ),
  durationSeconds: 130 * 3600,
})

const withNote = (scenario: Scenario): Scenario => ({
  ...scenario,
  nodes: [
    ...scenario.nodes,
    {
      ...defaultNode('note', 'note', 14, 40),
      text: 'Ask the room first:\nwhat happens to a record once it has been read?',
    },
  ],
})

const crowded = (scenario: Scenario): Scenario =>
  turned('workers', { workers: 10, messagesPerCall: 10, serviceMs: 400 })(
    turned('producer', { rate: 900, keys: 'zipf', keyCount: 24 })(scenario),
  )

const withDatabase = (scenario: Scenario): Scenario =>
  connect(
    {
      ...scenario,
      nodes: [
        ...scenario.nodes,
        {
          ...defaultNode('downstream', 'database', 1060, 200),
          ...{ name: 'Orders database', capacity: 8, serviceMs: 900, waitingLimit: 40 },
        } as ScenarioNode,
      ],
    },
    'workers',
    'database',
  )

/** Two workers of the client library, of which the second dies: the other takes its leases. */
const crashed = (scenario: Scenario): Scenario => ({
  ...turned('stream', { shards: 3 })(turned('reader', { workers: 2, coordination: 'kcl3' })(scenario)),
  interventions: [{ at: 20_000_000, node: 'reader', action: 'crash', worker: 1 }],
})

const manyAtOnce = (scenario: Scenario): Scenario =>
  turned('function', { serviceMs: 2500, poisonRecord: 0 })(turned('shop', { rate: 9 })(scenario))

export const KIND_ENTRIES: readonly GalleryEntry[] = [
  {
    ...{ id: 'producer-calm', title: 'Producer, calm', shows: { kind: 'producer' } },
    sheet: [48, 1115, 136, 165],
    says: 'The rate is a length on a scale. The send buffer is counted in the same dots as the tape. Sent at once.',
    ...{ scene: 'two-shards', atSeconds: 20, node: 'producer', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'producer-pushed-back', title: 'Producer, pushed back', shows: { kind: 'producer' } },
    sheet: [208, 1115, 200, 165],
    says: 'What a full shard refuses comes back into the send buffer, until it must drop or wait.',
    ...{
      scene: 'two-shards',
      change: turned('producer', { rate: 3000, bufferRecords: 5000, attemptsMax: 1000, whenFull: 'dropNewest' }),
    },
    ...{ atSeconds: 9, node: 'producer', focus: [0.6, 0.7] },
  },
  {
    ...{ id: 'stream-beads', title: 'Kinesis shard: a tape, bead by bead', shows: { kind: 'stream' } },
    sheet: [36, 290, 390, 130],
    says: 'Ordered, kept after reading, read by many. Newest at the left, oldest at the right, gone at the dotted edge.',
    ...{ scene: 'one-shard', atSeconds: 14, node: 'stream', focus: [0.36, 0.42] },
  },
  {
    ...{ id: 'stream-grains', title: 'A tape of thousands of records', shows: { kind: 'stream' } },
    sheet: [50, 566, 380, 95],
    says: 'Age along, rate up: the height of the tape is the write limit. The step shows when traffic changed.',
    ...{ scene: 'two-shards', change: zipf('producer'), atSeconds: 58, node: 'stream', focus: [0.36, 0.25] },
  },
  {
    ...{ id: 'stream-minutes', title: 'An hour on a tape', shows: { kind: 'stream' } },
    says: 'A column is a minute: chosen at the stream, or because the run goes fast. It is always labelled.',
    ...{ scene: 'two-shards', change: lasting(3600, 'minute'), atSeconds: 3000, node: 'stream', focus: [0.34, 0.3] },
  },
  {
    ...{ id: 'stream-days', title: 'A day on a tape', shows: { kind: 'stream' } },
    says: 'A column is half an hour, so that a retention of 24 h has its edge on the tape and a lag of twelve hours its length.',
    ...{ scene: 'retention-edge', change: days, atSeconds: 60 * 3600, node: 'stream', focus: [0.6, 0.5] },
  },
  {
    ...{ id: 'stream-full', title: 'A full shard refuses', shows: { kind: 'stream' } },
    sheet: [478, 1115, 312, 165],
    says: 'A limit is a line, and what does not fit is hatched and goes back.',
    ...{ scene: 'hot-key', atSeconds: 58, node: 'stream', focus: [0.24, 0.66] },
  },
  {
    ...{ id: 'stream-resharded', title: 'After a split', shows: { kind: 'stream' } },
    says: 'The ruler is cut. The closed parent is folded; its readers finish it before they begin its children.',
    ...{ scene: 'split-hot-shard', atSeconds: 45, node: 'stream', focus: [0.34, 0.86] },
  },
  {
    ...{ id: 'stream-readers', title: 'Many readers, polling and pushed', shows: { kind: 'stream' } },
    sheet: [398, 1655, 260, 140],
    says: 'One rail a reader. The bar is what it has not processed, the hollow part is fetched; the pin is its checkpoint.',
    ...{ scene: 'fan-out', change: turned('faces', { reading: 'fanOut' }) },
    ...{ atSeconds: 40, node: 'stream', focus: [0.34, 0.58] },
  },
  {
    ...{ id: 'stream-on-demand', title: 'On-demand stream', shows: { kind: 'stream' } },
    says: 'A box for each shard: what it takes, against what is tried. Dashed: where the service cuts the ruler, and when.',
    ...{ scene: 'on-demand-today', atSeconds: 100, node: 'stream', focus: [0.4, 0.08] },
  },
  {
    ...{ id: 'stream-on-demand-grown', title: 'On-demand stream, after its cuts', shows: { kind: 'stream' } },
    says: 'The service has cut the ruler by itself. All of it is taken; the tick at a bar of bytes says from where on a shard is cut.',
    ...{ scene: 'on-demand-today', atSeconds: 1000, node: 'stream', focus: [0.4, 0.06] },
  },
  {
    ...{ id: 'queue-beads', title: 'SQS standard queue: a bag', shows: { kind: 'queue' } },
    sheet: [496, 286, 420, 170],
    says: 'Place means nothing. Received, a message is a ghost with a ring: its visibility timeout running out.',
    ...{ scene: 'same-traffic', atSeconds: 24, node: 'queue', focus: [0.74, 0.42] },
  },
  {
    ...{ id: 'queue-grains', title: 'A bag of thousands', shows: { kind: 'queue' } },
    sheet: [512, 566, 370, 100],
    says: 'Poured in, mixed. The level is the backlog; there is no when. Hollow: received.',
    ...{ scene: 'same-traffic', change: crowded },
    ...{ atSeconds: 80, node: 'queue', focus: [0.4, 0.7] },
  },
  {
    ...{ id: 'dead-letters', title: 'Dead letters', shows: { kind: 'queue' } },
    sheet: [1264, 1405, 128, 60],
    says: 'An open tray; messages become square and go no further round.',
    ...{ scene: 'redrive', atSeconds: 58, node: 'tray', focus: [0.4, 0.5] },
  },
  {
    ...{ id: 'fifo-lanes', title: 'SQS FIFO queue: lanes', shows: { kind: 'fifoQueue' } },
    sheet: [950, 290, 420, 130],
    says: 'One lane a group, oldest at the right. While one is in flight the bar is down and the lock is shut.',
    ...{
      scene: 'order-in-fifo',
      change: turned('workers', { serviceMs: 2500 }),
      atSeconds: 20,
      node: 'queue',
      focus: [0.7, 0.45],
    },
  },
  {
    ...{ id: 'kinesis-queue', title: 'Kinesis queue', shows: { kind: 'kinesisQueue' } },
    says: 'A bag that is not filled: it stores nothing and points into the stream. Hollow: received. Its dead letters stay with it.',
    ...{ scene: 'kinesis-queues', atSeconds: 76, node: 'newQueue', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'topic', title: 'SNS topic', shows: { kind: 'topic' } },
    sheet: [1124, 1405, 104, 105],
    says: 'One bead becomes identical beads: a copy of every message for each queue.',
    ...{ scene: 'topic-fan-out', atSeconds: 20, node: 'topic', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'application', title: 'KCL application', shows: { kind: 'application' } },
    sheet: [48, 1405, 225, 105],
    says: 'Workers hold lease chips, one a shard. A worker without a lease is idle. The star is the elected leader.',
    ...{ scene: 'two-shards', change: turned('reader', { workers: 3, coordination: 'kcl3' }) },
    ...{ atSeconds: 58, node: 'reader', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'application-crash', title: 'Application after a crash', shows: { kind: 'application' } },
    sheet: [292, 1405, 206, 105],
    says: 'A dead worker is a dashed empty place. What follows the last checkpoint is read again.',
    ...{ scene: 'two-shards', change: crashed, atSeconds: 110, node: 'reader', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'application-plain', title: 'Plain polling application', shows: { kind: 'application' } },
    says: 'No leases: the numbers of its shards stand without chips. One worker holds every shard, and nobody takes over.',
    ...{ scene: 'slow-reader', atSeconds: 40, node: 'reader', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'pool', title: 'SQS worker pool', shows: { kind: 'pool' } },
    sheet: [522, 1405, 190, 105],
    says: 'Competing for messages. No caret: the pool has no position, only what it holds right now.',
    ...{ scene: 'taking-turns', atSeconds: 24, node: 'workers', focus: [0.7, 0.4] },
  },
  {
    ...{ id: 'lambda', title: 'Lambda function', shows: { kind: 'lambda' } },
    sheet: [738, 1405, 168, 105],
    says: 'One square is one running execution environment. It appears, it goes.',
    ...{ scene: 'poison-queue', change: manyAtOnce },
    ...{ atSeconds: 24, node: 'function', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'aggregator', title: 'Per-key aggregator', shows: { kind: 'aggregator' } },
    says: 'What the program has counted, over what there was to count: two bars of one scale.',
    ...{ scene: 'count-on-stream', atSeconds: 50, node: 'counter', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'monolith', title: 'Monolith, no broker', shows: { kind: 'monolith' } },
    sheet: [838, 1115, 190, 165],
    says: 'The heap is a tank of dots in the paints of their keys, and its brim is a limit.',
    ...{ scene: 'monolith-heap', atSeconds: 24, node: 'monolith', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'monolith-dead', title: 'The same, out of memory', shows: { kind: 'monolith' } },
    sheet: [1058, 1115, 275, 165],
    says: 'Dead: a broken outline. Dotted, the places where events lay; a cross says that they are lost.',
    ...{ scene: 'monolith-heap', atSeconds: 60, node: 'monolith', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'downstream', title: 'Downstream', shows: { kind: 'downstream' } },
    sheet: [932, 1405, 176, 105],
    says: 'A bar against its own limit: the real cause of most lag.',
    ...{ scene: 'same-traffic', change: withDatabase, atSeconds: 40, node: 'database', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'archive', title: 'Archive (yours)', shows: { kind: 'archive' } },
    sheet: [1264, 1464, 128, 62],
    says: 'A dashed shelf: dashed always means that you build this.',
    ...{ scene: 'archive-replay', atSeconds: 50, node: 'archive', focus: [0.5, 0.5] },
  },
  {
    ...{ id: 'note', title: 'Note', shows: { kind: 'note' } },
    says: 'The lecturer’s voice on the canvas: serif, no box, and the run knows nothing of it.',
    ...{ scene: 'one-shard', change: withNote, atSeconds: 14, node: 'note', focus: [0.5, 0.5] },
  },
]
