import { awsTick, type KindHelp } from './fieldHelp.ts'

const STREAM = 'Stream'
const WRITING = 'Write limits'
const READING = 'Read limits'

export const STREAM_HELP: KindHelp = {
  shards: {
    group: STREAM,
    basic: true,
    help: 'Each shard owns an equal part of the hash range and has limits of its own.',
  },
  retentionHours: {
    group: STREAM,
    basic: true,
    help: 'A record expires after this time, whether anyone has read it or not.',
    ticks: [
      { value: 24, label: 'AWS default', factId: 'KIN6.01' },
      { value: 8760, label: 'AWS at most', factId: 'KIN6.01' },
    ],
  },
  writeRecordsPerSecond: {
    group: WRITING,
    help: 'One shard takes so many records a second; the rest is refused.',
    ticks: [awsTick('KIN1.02')],
  },
  writeBytesPerSecond: {
    group: WRITING,
    help: 'One shard takes so many bytes a second, partition keys included.',
    ticks: [awsTick('KIN1.01')],
  },
  recordBytesLimit: {
    group: WRITING,
    help: 'A larger record, key included, is always refused.',
    ticks: [awsTick('KIN1.04')],
  },
  putRecordsLimit: {
    group: WRITING,
    help: 'A PutRecords call holds at most so many records.',
    ticks: [awsTick('KIN1.06')],
  },
  putBytesLimit: {
    group: WRITING,
    help: 'A PutRecords call holds at most so many bytes, keys included.',
    ticks: [awsTick('KIN1.06.bytes')],
  },
  readCallsPerSecond: {
    group: READING,
    help: 'All polling applications share these GetRecords calls; 0 means that calls are not limited.',
    ticks: [awsTick('KIN2.01')],
  },
  readBytesPerSecond: {
    group: READING,
    help: 'All polling applications share so many bytes a second.',
    ticks: [awsTick('KIN2.02')],
  },
  getRecordsLimit: {
    group: READING,
    help: 'A GetRecords call returns at most so many records.',
    ticks: [awsTick('KIN2.03')],
  },
  getBytesLimit: {
    group: READING,
    help: 'A GetRecords call returns at most so many bytes.',
    ticks: [awsTick('KIN2.03.bytes')],
  },
  getPenaltySeconds: {
    group: READING,
    help: 'After a call that returned the most bytes possible, calls are refused for so long.',
    ticks: [awsTick('KIN2.04')],
  },
  tapeSeconds: {
    group: STREAM,
    help: 'How far back the drawing reaches; the run does not depend on it.',
  },
}
