import { EVERY_LIMIT } from '../../aws/otherLimits.ts'
import type { KindHelp } from './fieldHelp.ts'
import { KEY_HELP, RECORDS } from './keyHelp.ts'
import { KPL_HELP } from './kplHelp.ts'

const TRAFFIC = 'Traffic'
const PROFILE = 'Traffic over time'
const SENDING = 'Sending'
const RETRIES = 'Buffer and retries'

export const PRODUCER_HELP: KindHelp = {
  rate: {
    group: TRAFFIC,
    basic: true,
    help: 'New records a second; the arrivals do not depend on what happens to them later.',
    ticks: [{ value: EVERY_LIMIT['KIN1.02'].value, label: 'one shard', factId: 'KIN1.02' }],
  },
  spacing: {
    group: TRAFFIC,
    help: 'Even, or by chance with the same mean; exponential means that records come independently of each other.',
  },
  profile: {
    group: PROFILE,
    help: 'How the rate changes over the run.',
  },
  peakFactor: {
    group: PROFILE,
    help: 'Rate at the end of a ramp, during a spike or on the crest of a wave, as a multiple of the rate.',
  },
  profileStartSeconds: {
    group: PROFILE,
    help: 'Moment of the run at which the ramp or spike begins.',
  },
  profileEndSeconds: {
    group: PROFILE,
    help: 'Moment at which the ramp has reached its rate, or the spike is over.',
  },
  periodSeconds: {
    group: PROFILE,
    help: 'Length of one wave, or of one time on and off.',
  },
  onShare: {
    group: PROFILE,
    help: 'Part of each period in which records arrive.',
  },
  recordBytes: {
    group: RECORDS,
    basic: true,
    help: 'Data of one record without its partition key, before base64; limits count data and key together.',
    ticks: [
      { value: 1024, label: '' },
      { value: EVERY_LIMIT['KIN1.04'].value, label: 'largest by default', factId: 'KIN1.04' },
    ],
  },
  recordBytesMax: {
    group: RECORDS,
    help: 'Sizes are drawn evenly between the size and this one when it is larger; else all records have the same size.',
  },
  batchRecords: {
    group: SENDING,
    basic: true,
    help: 'At most so many records travel in one call; 1 means PutRecord or SendMessage.',
    ticks: [
      { value: EVERY_LIMIT['SQS.04'].value, label: 'SQS', factId: 'SQS.04' },
      { value: EVERY_LIMIT['KIN1.06'].value, label: 'Kinesis', factId: 'KIN1.06' },
    ],
  },
  lingerMs: {
    group: SENDING,
    help: 'A batch that is not full is sent after this time.',
    ticks: [{ value: EVERY_LIMIT['KIN6.08'].value, label: 'KPL', factId: 'KIN6.08' }],
  },
  callLatencyMs: {
    group: SENDING,
    help: 'Time until the service has decided and the answer is known; the value at the start is our assumption.',
    ticks: [{ value: EVERY_LIMIT['X-L1'].value, label: 'our assumption', factId: 'X-L1' }],
  },
  callLatencySpread: {
    group: SENDING,
    help: 'How the times of calls differ around their mean.',
  },
  callsAtOnce: {
    group: SENDING,
    help: 'Calls that one link may have under way at the same time.',
  },
  bufferRecords: {
    group: RETRIES,
    basic: true,
    help: 'Records that one link keeps while they are not yet stored.',
  },
  whenFull: {
    group: RETRIES,
    help: 'What happens to a new record that finds no room.',
  },
  attemptsMax: {
    group: RETRIES,
    help: 'After so many refused attempts a record is given up; 0 means that it is tried without end.',
  },
  backoffBaseMs: {
    group: RETRIES,
    help: 'The pause doubles with every further refusal of the same record.',
  },
  backoffMaxMs: {
    group: RETRIES,
    help: 'The pause does not grow beyond this.',
  },
  jitter: {
    group: RETRIES,
    help: 'Keeps records that were refused together from coming back together.',
  },
  callFailureShare: {
    group: RETRIES,
    help: 'By the seed, for each call of each link: the store never sees it, and its records are tried again like refused ones.',
    ticks: [{ value: EVERY_LIMIT['X-N1'].value, label: 'our assumption', factId: 'X-N1' }],
  },
  ...KEY_HELP,
  ...KPL_HELP,
}
