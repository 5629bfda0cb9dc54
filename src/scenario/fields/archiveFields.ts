import { type Field, number } from './field.ts'

const REPLAY = 'Replay'

export const ARCHIVE_FIELDS: readonly Field[] = [
  number('replayPerSecond', 'rp', {
    label: 'Pace of a replay',
    unit: 'messages/s',
    min: 0,
    max: 100_000,
    default: 100,
    step: 0.1,
    scale: 'log',
    group: REPLAY,
    basic: true,
    help: 'So many records a second are sent again, each as a new message.',
  }),
  number('retentionHours', 'rh', {
    label: 'Kept for',
    unit: 'h',
    min: 0.001,
    max: 8760,
    default: 8760,
    step: 0.001,
    scale: 'log',
    group: REPLAY,
    help: 'What is older is not sent again.',
  }),
]
