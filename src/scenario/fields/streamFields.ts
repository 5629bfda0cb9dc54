import { LIMITS } from '../../aws/index.ts'
import { type Field, limited, limitOf, number } from './field.ts'

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
]
