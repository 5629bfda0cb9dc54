import { type Field, number } from './field.ts'

export const ARCHIVE_FIELDS: readonly Field[] = [
  number('replayPerSecond', 'rp', {
    label: 'Pace of a replay',
    unit: 'messages/s',
    min: 0,
    max: 100_000,
    default: 100,
    step: 0.1,
    scale: 'log',
  }),
  number('retentionHours', 'rh', {
    label: 'Kept for',
    unit: 'h',
    min: 0.001,
    max: 8760,
    default: 8760,
    step: 0.001,
    scale: 'log',
  }),
]
