import { LIMITS } from '../../aws/index.ts'
import { type Field, limited, limitOf, number } from './field.ts'

const STREAM = 'Stream'
const WRITING = 'Write limits'
const READING = 'Read limits'

export const STREAM_FIELDS: readonly Field[] = [
  number('shards', 'sh', {
    label: 'Shards',
    unit: 'shards',
    min: 1,
    max: 64,
    default: 1,
    step: 1,
    group: STREAM,
    basic: true,
    structural: true,
    help: 'Each shard owns an equal part of the hash range and has limits of its own.',
  }),
  number('retentionHours', 're', {
    label: 'Kept for',
    unit: 'h',
    min: 0.01,
    max: 8760,
    default: LIMITS['KIN6.01'].value,
    step: 0.01,
    scale: 'log',
    group: STREAM,
    basic: true,
    limit: limitOf('KIN6.01'),
    ticks: [
      { value: 24, label: 'AWS default', factId: 'KIN6.01' },
      { value: 8760, label: 'AWS at most', factId: 'KIN6.01' },
    ],
    help: 'A record expires after this time, whether anyone has read it or not.',
  }),
  number('writeRecordsPerSecond', 'wr', {
    ...limited('KIN1.02'),
    label: 'Records written to a shard',
    group: WRITING,
    help: 'One shard takes so many records a second; the rest is refused.',
  }),
  number('writeBytesPerSecond', 'wb', {
    ...limited('KIN1.01'),
    label: 'Bytes written to a shard',
    group: WRITING,
    help: 'One shard takes so many bytes a second, partition keys included.',
  }),
  number('recordBytesLimit', 'rl', {
    ...limited('KIN1.04'),
    label: 'Largest record',
    group: WRITING,
    help: 'A larger record, key included, is always refused.',
  }),
  number('putRecordsLimit', 'pl', {
    ...limited('KIN1.06'),
    label: 'Records in one put call',
    group: WRITING,
    help: 'A PutRecords call holds at most so many records.',
  }),
  number('putBytesLimit', 'pb', {
    ...limited('KIN1.06.bytes'),
    label: 'Bytes in one put call',
    group: WRITING,
    help: 'A PutRecords call holds at most so many bytes, keys included.',
  }),
  number('readCallsPerSecond', 'rc', {
    ...limited('KIN2.01'),
    min: 0,
    label: 'Read calls to a shard',
    group: READING,
    help: 'All polling applications share these GetRecords calls; 0 means that calls are not limited.',
  }),
  number('readBytesPerSecond', 'rd', {
    ...limited('KIN2.02'),
    label: 'Bytes read from a shard',
    group: READING,
    help: 'All polling applications share so many bytes a second.',
  }),
  number('getRecordsLimit', 'gr', {
    ...limited('KIN2.03'),
    label: 'Records in one read call',
    group: READING,
    help: 'A GetRecords call returns at most so many records.',
  }),
  number('getBytesLimit', 'gb', {
    ...limited('KIN2.03.bytes'),
    label: 'Bytes in one read call',
    group: READING,
    help: 'A GetRecords call returns at most so many bytes.',
  }),
  number('getPenaltySeconds', 'gp', {
    ...limited('KIN2.04'),
    label: 'Pause after a full read call',
    group: READING,
    help: 'After a call that returned the most bytes possible, calls are refused for so long.',
  }),
  number('tapeSeconds', 'ts', {
    label: 'Length of the tape',
    unit: 's',
    min: 10,
    max: 600,
    default: 52,
    step: 1,
    group: STREAM,
    layout: true,
    help: 'How far back the drawing reaches; the run does not depend on it.',
  }),
]
