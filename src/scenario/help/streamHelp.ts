import { awsTick, type KindHelp } from './fieldHelp.ts'

const STREAM = 'Stream'
const CAPACITY = 'Capacity'
const WRITING = 'Write limits'
const OURS = 'Our assumptions'
const READING = 'Read limits'

export const STREAM_HELP: KindHelp = {
  shards: {
    group: STREAM,
    basic: true,
    help: 'Each shard of a provisioned stream owns an equal part of the hash range and has limits of its own.',
  },
  capacityMode: {
    group: CAPACITY,
    help: 'Provisioned: you count the shards. On-demand: it begins with 4 MB/s and splits hot shards within 15 minutes. Twice a day it can be changed; the shards stay (KIN5.10).',
  },
  warmBytesPerSecond: {
    group: CAPACITY,
    help: 'On-demand Advantage takes so many bytes a second at once (KIN5.09); turned during the run, shards split or merge towards it. 0: nothing is asked for.',
  },
  peakBytesBefore: {
    group: CAPACITY,
    help: 'An on-demand stream takes twice the highest rate of the last 30 days (KIN5.04): what it had seen before the run begins.',
  },
  recordDistribution: {
    group: CAPACITY,
    help: 'AUTO, for on-demand streams only, spreads records whatever their key, and no key keeps its order (KIN1.14).',
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
  throttling: {
    group: OURS,
    help: 'AWS publishes no algorithm. A bucket (X-K1) saves up to one second of unused limit; fixed seconds save nothing, and begin anew all at once.',
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
  readRecordsPerSecond: {
    group: OURS,
    help: 'The quotas page now also names 2,000 records/s, shared by all that poll. Whether it is enforced is not verified (X-K3), so 0: it is not.',
    ticks: [awsTick('KIN2.02.records')],
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
    help: 'How far back the drawing reaches with columns of a second; the run does not depend on it.',
  },
  tapeColumn: {
    group: STREAM,
    help: 'With columns of a minute or half an hour the same tape shows an hour or a day; the run does not depend on it.',
  },
}
