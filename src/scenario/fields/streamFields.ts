import { LIMITS } from '../../aws/index.ts'
import { BOUNDS } from '../bounds.ts'
import { choice, type Field, limited, limitOf, number } from './field.ts'

export const STREAM_FIELDS: readonly Field[] = [
  number('shards', 'sh', {
    label: 'Shards',
    unit: 'shards',
    min: 1,
    max: 64,
    default: 1,
    step: 1,
    structural: true,
  }),
  choice('capacityMode', 'cm', {
    label: 'Capacity',
    default: 'provisioned',
    choices: [
      { value: 'provisioned', label: 'provisioned' },
      { value: 'onDemandStandard', label: 'on-demand', factId: 'KIN5.02' },
      { value: 'onDemandAdvantage', label: 'on-demand Advantage', factId: 'KIN5.08' },
    ],
  }),
  number('warmBytesPerSecond', 'wm', {
    label: 'Warm throughput',
    unit: 'B/s',
    min: 0,
    max: BOUNDS.openShards * LIMITS['KIN1.01'].value,
    default: 0,
    step: 1,
  }),
  number('peakBytesBefore', 'pk', {
    label: 'Highest rate of the 30 days before',
    unit: 'B/s',
    min: 0,
    max: (BOUNDS.openShards / 2) * LIMITS['KIN1.01'].value,
    default: 0,
    step: 1,
    structural: true,
  }),
  choice('recordDistribution', 'ds', {
    label: 'Records go to shards',
    default: 'USER_PARTITION_KEY',
    choices: [
      { value: 'USER_PARTITION_KEY', label: 'by their keys' },
      { value: 'AUTO', label: 'evenly (AUTO)', factId: 'KIN1.14' },
    ],
  }),
  choice('throttling', 'th', {
    label: 'A write limit is counted (our assumption)',
    default: 'bucket',
    choices: [
      { value: 'bucket', label: 'as a token bucket' },
      { value: 'window', label: 'in fixed seconds' },
    ],
  }),
  number('retentionHours', 're', {
    label: 'Kept for',
    unit: 'h',
    min: 0.01,
    max: 8760,
    default: LIMITS['KIN6.01'].value,
    step: 0.01,
    scale: 'log',
    limit: limitOf('KIN6.01'),
  }),
  number('writeRecordsPerSecond', 'wr', {
    ...limited('KIN1.02'),
    label: 'Records written to a shard',
  }),
  number('writeBytesPerSecond', 'wb', {
    ...limited('KIN1.01'),
    label: 'Bytes written to a shard',
  }),
  number('recordBytesLimit', 'rl', {
    ...limited('KIN1.04'),
    label: 'Largest record',
  }),
  number('putRecordsLimit', 'pl', {
    ...limited('KIN1.06'),
    label: 'Records in one put call',
  }),
  number('putBytesLimit', 'pb', {
    ...limited('KIN1.06.bytes'),
    label: 'Bytes in one put call',
  }),
  number('readCallsPerSecond', 'rc', {
    ...limited('KIN2.01'),
    min: 0,
    label: 'Read calls to a shard',
  }),
  number('readBytesPerSecond', 'rd', {
    ...limited('KIN2.02'),
    label: 'Bytes read from a shard',
  }),
  number('readRecordsPerSecond', 'rr', {
    label: 'Records read from a shard',
    unit: 'records/s',
    min: 0,
    max: 10 * LIMITS['KIN2.02.records'].value,
    default: LIMITS['X-K3'].value,
    step: 1,
  }),
  number('getRecordsLimit', 'gr', {
    ...limited('KIN2.03'),
    label: 'Records in one read call',
  }),
  number('getBytesLimit', 'gb', {
    ...limited('KIN2.03.bytes'),
    label: 'Bytes in one read call',
  }),
  number('getPenaltySeconds', 'gp', {
    ...limited('KIN2.04'),
    label: 'Pause after a full read call',
  }),
  number('tapeSeconds', 'ts', {
    label: 'Length of the tape',
    unit: 's',
    min: 10,
    max: 600,
    default: 52,
    step: 1,
    layout: true,
  }),
  choice('tapeColumn', 'tc', {
    label: 'One column is',
    default: 'speed',
    choices: [
      { value: 'speed', label: 'as the speed allows' },
      { value: 'second', label: '1 s' },
      { value: 'minute', label: '1 min' },
      { value: 'halfHour', label: '30 min' },
    ],
    layout: true,
  }),
]
