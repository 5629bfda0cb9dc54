import type { Scenario } from '../../src/scenario/scenario.ts'
import type { GalleryEntry } from './entry.ts'
import { turned, zipf } from './kindEntries.ts'

/** The reader goes back by 25 seconds at 0:40. */
const setBack = (scenario: Scenario): Scenario => ({
  ...zipf('producer')(scenario),
  interventions: [{ at: 40_000_000, node: 'reader', action: 'goTo', to: 15 }],
})

const SMALL = [220, 120] as const

export const FORM_ENTRIES: readonly GalleryEntry[] = [
  {
    ...{ id: 'message-stored', title: 'Stored', shows: { form: 'stored' } },
    sheet: [48, 794, 112, 84],
    says: 'A disc, in a tape, a bag or a lane.',
    ...{ scene: 'one-shard', atSeconds: 14, node: 'stream', focus: [0.2, 0.45], around: SMALL },
  },
  {
    ...{ id: 'message-travelling', title: 'Travelling', shows: { form: 'travelling' } },
    sheet: [169, 794, 112, 84],
    says: 'On a link; the tail points back. Drawn slower than it is, 600 ms for some 10.',
    ...{ scene: 'one-shard', atSeconds: 14.3, node: 'stream', focus: [-0.06, 0.52], around: SMALL },
  },
  {
    ...{ id: 'message-received', title: 'Received', shows: { form: 'received' } },
    sheet: [289, 794, 112, 84],
    says: 'A dashed ghost; the ring is the time for which it stays hidden.',
    ...{ scene: 'same-traffic', atSeconds: 24, node: 'queue', focus: [0.75, 0.45], around: SMALL },
  },
  {
    ...{ id: 'message-processed', title: 'Processed', shows: { form: 'processed' } },
    sheet: [410, 794, 112, 84],
    says: 'A ring with a check, shown for 0.6 s, then gone.',
    ...{
      scene: 'same-traffic',
      atSeconds: 25.6,
      fromSeconds: [23.8, 24.4, 25],
      node: 'workers',
      focus: [0.75, 0.45],
      around: SMALL,
    },
  },
  {
    ...{ id: 'message-duplicate', title: 'Duplicate', shows: { form: 'duplicate' } },
    sheet: [531, 794, 112, 84],
    says: 'Delivered again: a second outline.',
    ...{
      scene: 'timeout-too-short',
      atSeconds: 24,
      fromSeconds: [23, 23.5],
      node: 'queue',
      focus: [0.74, 0.26],
      around: SMALL,
    },
  },
  {
    ...{ id: 'message-refused', title: 'Refused', shows: { form: 'refused' } },
    sheet: [773, 794, 112, 84],
    says: 'The limit was hit: a vermilion ring that turns around.',
    ...{ scene: 'one-shard', change: turned('stream', { writeRecordsPerSecond: 1 }) },
    ...{ atSeconds: 14.2, node: 'stream', focus: [-0.06, 0.2], around: SMALL },
  },
  {
    ...{ id: 'message-dead-letter', title: 'Dead letter', shows: { form: 'deadLetter' } },
    sheet: [893, 794, 112, 84],
    says: 'Square: parked, no longer going round.',
    ...{ scene: 'redrive', atSeconds: 58, node: 'tray', focus: [0.3, 0.42], around: SMALL },
  },
  {
    ...{ id: 'message-expired', title: 'Expired', shows: { form: 'expired' } },
    sheet: [1014, 794, 112, 84],
    says: 'A dotted outline: past its retention.',
    ...{ scene: 'late-team', change: turned('stream', { retentionHours: 0.002 }) },
    ...{ atSeconds: 60, node: 'stream', focus: [0.6, 0.45], around: SMALL },
  },
  {
    ...{ id: 'message-replayed', title: 'Replayed', shows: { form: 'replayed' } },
    sheet: [748, 1655, 265, 140],
    says: 'Read once more: the caret was set down further right, and what it passes again is tinted.',
    ...{
      scene: 'two-shards',
      change: setBack,
      atSeconds: 40.5,
      node: 'stream',
      focus: [0.42, 0.27],
      around: [360, 190],
    },
  },
  {
    ...{ id: 'message-lost', title: 'Lost', shows: { form: 'lost' } },
    sheet: [1255, 794, 112, 84],
    says: 'A vermilion cross: gone with the memory it lay in.',
    ...{ scene: 'monolith-heap', atSeconds: 60, node: 'monolith', focus: [0.5, 0.5], around: SMALL },
  },
]
