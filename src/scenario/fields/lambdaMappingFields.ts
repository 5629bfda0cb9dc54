import type { LimitId } from '../../aws/index.ts'
import { EVERY_LIMIT } from '../../aws/otherLimits.ts'
import { choice, type Field, limitOf, number } from './field.ts'

const ON_OFF = [
  { value: 'off', label: 'off' },
  { value: 'on', label: 'on' },
]

/** A setting with AWS's default and AWS's range. */
function setting(factId: LimitId) {
  const { value, unit, allowed } = EVERY_LIMIT[factId]
  const [min, max] = allowed ?? [0, value]
  return { unit, min, max, default: value, step: 1, limit: limitOf(factId) } as const
}

/** The event source mapping. */
export const LAMBDA_MAPPING_FIELDS: readonly Field[] = [
  number('recordsPerBatch', 'rb', {
    ...setting('LKI.02'),
    label: 'Batch size from a stream',
    scale: 'log',
  }),
  number('messagesPerBatch', 'mb', {
    ...setting('LSQ.07'),
    label: 'Batch size from a queue',
    scale: 'log',
  }),
  number('windowSeconds', 'wi', {
    ...setting('LKI.02.window'),
    label: 'Batching window',
  }),
  choice('reportFailures', 'rf', {
    label: 'ReportBatchItemFailures',
    choices: ON_OFF,
    default: 'off',
  }),
  choice('reading', 'rd', {
    label: 'Records of a stream come',
    default: 'polling',
    structural: true,
    choices: [
      { value: 'polling', label: 'by polling (GetRecords)' },
      { value: 'fanOut', label: 'pushed (enhanced fan-out)', factId: 'KIN3.01' },
    ],
  }),
  number('parallelizationFactor', 'pf', {
    ...setting('LKI.04'),
    label: 'ParallelizationFactor',
    structural: true,
  }),
  number('maximumRetryAttempts', 'ra', {
    ...setting('LKI.07'),
    label: 'MaximumRetryAttempts',
  }),
  number('maximumRecordAgeSeconds', 'ag', {
    ...setting('LKI.07.age'),
    label: 'MaximumRecordAgeInSeconds',
  }),
  choice('bisectBatch', 'bi', {
    label: 'BisectBatchOnFunctionError',
    choices: ON_OFF,
    default: 'off',
  }),
  number('startSeconds', 'sa', {
    label: 'Mapping made at',
    unit: 's',
    min: 0,
    max: 604_800,
    default: 0,
    step: 1,
    structural: true,
  }),
  choice('startPosition', 'st', {
    label: 'StartingPosition',
    default: 'TRIM_HORIZON',
    structural: true,
    choices: [
      { value: 'TRIM_HORIZON', label: 'the oldest record' },
      { value: 'LATEST', label: 'the newest record' },
      { value: 'AT_TIMESTAMP', label: 'a moment of the run' },
    ],
  }),
  number('startTimestampSeconds', 'ts', {
    label: 'StartingPositionTimestamp',
    unit: 's',
    min: 0,
    max: 604_800,
    default: 0,
    step: 1,
    structural: true,
  }),
  number('tumblingWindowSeconds', 'tw', {
    ...setting('LKI.13'),
    label: 'Tumbling window',
  }),
  number('stateBytesPerRecord', 'sb', {
    label: 'State for one record',
    unit: 'B',
    min: 0,
    max: 1_048_576,
    default: 0,
    step: 1,
  }),
  number('maximumConcurrency', 'mc', {
    label: 'Maximum concurrency',
    unit: 'invocations',
    min: 0,
    max: EVERY_LIMIT['LSQ.05'].value,
    default: 0,
    step: 1,
  }),
  choice('pollers', 'pr', {
    label: 'Pollers',
    default: 'scaled',
    structural: true,
    choices: [
      { value: 'scaled', label: 'scaled by Lambda' },
      { value: 'provisioned', label: 'provisioned' },
    ],
  }),
  number('minimumPollers', 'ml', {
    ...setting('LSQ.06.min'),
    label: 'Provisioned pollers at least',
    scale: 'log',
    structural: true,
  }),
  number('maximumPollers', 'mm', {
    ...setting('LSQ.06.max'),
    label: 'Provisioned pollers at most',
    scale: 'log',
    structural: true,
  }),
]
