import { LIMITS } from '../../aws/index.ts'
import { type Field, choice, number, text } from './field.ts'
import { SPREADS } from './spreads.ts'

const TRAFFIC = 'Traffic'
const PROFILE = 'Traffic over time'
const RECORDS = 'Records and keys'
const SENDING = 'Sending'
const RETRIES = 'Buffer and retries'
const SECONDS = { unit: 's', min: 0, max: 604_800, step: 0.1, scale: 'log' } as const

export const PRODUCER_FIELDS: readonly Field[] = [
  number('rate', 'ra', {
    label: 'New records', unit: 'records/s', min: 0, max: 100_000, default: 10, step: 0.1, scale: 'log', group: TRAFFIC, basic: true,
    help: 'New records a second; the arrivals do not depend on what happens to them later.',
    ticks: [{ value: LIMITS['KIN1.02'].value, label: 'one shard', factId: 'KIN1.02' }],
  }),
  choice('spacing', 'sp', {
    label: 'Time between records', default: 'constant', choices: SPREADS, group: TRAFFIC,
    help: 'Even, or by chance with the same mean; exponential means that records come independently of each other.',
  }),
  choice('profile', 'pr', {
    label: 'Profile', default: 'constant', group: PROFILE, structural: true,
    choices: [
      { value: 'constant', label: 'steady' },
      { value: 'ramp', label: 'ramp' },
      { value: 'spike', label: 'spike' },
      { value: 'wave', label: 'wave' },
      { value: 'onOff', label: 'on and off' },
    ],
    help: 'How the rate changes over the run.',
  }),
  number('peakFactor', 'pf', {
    label: 'Highest rate', unit: 'times', min: 0, max: 20, default: 2, step: 0.1, group: PROFILE, structural: true,
    help: 'Rate at the end of a ramp, during a spike or on the crest of a wave, as a multiple of the rate.',
  }),
  number('profileStartSeconds', 'ps', {
    ...SECONDS, label: 'Ramp or spike begins', default: 10, group: PROFILE, structural: true,
    help: 'Moment of the run at which the ramp or spike begins.',
  }),
  number('profileEndSeconds', 'pe', {
    ...SECONDS, label: 'Ramp or spike ends', default: 40, group: PROFILE, structural: true,
    help: 'Moment at which the ramp has reached its rate, or the spike is over.',
  }),
  number('periodSeconds', 'pp', {
    ...SECONDS, min: 0.1, max: 86_400, label: 'Period', default: 20, group: PROFILE, structural: true,
    help: 'Length of one wave, or of one time on and off.',
  }),
  number('onShare', 'po', {
    label: 'Share of time on', unit: 'share', min: 0, max: 1, default: 0.5, step: 0.01, group: PROFILE, structural: true,
    help: 'Part of each period in which records arrive.',
  }),
  number('recordBytes', 'rb', {
    label: 'Size of a record', unit: 'B', min: 1, max: 10_485_760, default: 512, step: 1, scale: 'log', group: RECORDS, basic: true,
    help: 'Data of one record without its partition key, before base64; limits count data and key together.',
    ticks: [
      { value: 1024, label: '1 KiB' },
      { value: LIMITS['KIN1.04'].value, label: 'largest by default', factId: 'KIN1.04' },
    ],
  }),
  number('recordBytesMax', 'rm', {
    label: 'Largest size', unit: 'B', min: 0, max: 10_485_760, default: 0, step: 1, scale: 'log', group: RECORDS, structural: true,
    help: 'Sizes are drawn evenly between the size and this one when it is larger; else all records have the same size.',
  }),
  choice('keys', 'ks', {
    label: 'Partition keys', default: 'even', group: RECORDS, structural: true,
    choices: [
      { value: 'even', label: 'all alike' },
      { value: 'zipf', label: 'few hot, many cold' },
      { value: 'hottest', label: 'one hot key' },
      { value: 'list', label: 'my list' },
    ],
    help: 'How often each partition key is used; the key alone decides the shard.',
  }),
  number('keyCount', 'kc', {
    label: 'Number of keys', unit: 'keys', min: 1, max: 100_000, default: 1000, step: 1, scale: 'log', group: RECORDS, structural: true,
    help: 'How many different partition keys there are.',
  }),
  text('keyPrefix', 'kp', {
    label: 'Keys begin with', max: 100, default: 'user-', group: RECORDS, structural: true,
    help: 'Keys are this text and a number: user-0, user-1 and so on.',
  }),
  number('hotShare', 'kh', {
    label: 'Share of the hot key', unit: 'share', min: 0, max: 1, default: 0.5, step: 0.01, group: RECORDS, structural: true,
    help: 'Part of all records that have the one hot key; the others share the rest evenly.',
  }),
  number('zipfExponent', 'kz', {
    label: 'Zipf exponent', unit: '', min: 0, max: 5, default: 1, step: 0.05, group: RECORDS, structural: true,
    help: 'Key number n is used in proportion to 1 / n to this power; 0 makes all alike.',
  }),
  text('keyList', 'kl', {
    label: 'List of keys', max: 10_000, default: 'Rome, London, Vienna, Paris, Berlin, Oslo', group: RECORDS, structural: true,
    help: 'Keys separated by commas or line breaks; a key that stands twice is used twice as often.',
  }),
  number('batchRecords', 'br', {
    label: 'Records in one call', unit: 'records', min: 1, max: 5000, default: 1, step: 1, scale: 'log', group: SENDING, basic: true,
    help: 'At most so many records travel in one call; 1 means PutRecord or SendMessage.',
    ticks: [
      { value: LIMITS['SQS.04'].value, label: 'SQS', factId: 'SQS.04' },
      { value: LIMITS['KIN1.06'].value, label: 'Kinesis', factId: 'KIN1.06' },
    ],
  }),
  number('lingerMs', 'li', {
    label: 'Longest wait for a batch', unit: 'ms', min: 0, max: 60_000, default: LIMITS['KIN6.08'].value, step: 1, scale: 'log', group: SENDING,
    help: 'A batch that is not full is sent after this time.',
    ticks: [{ value: LIMITS['KIN6.08'].value, label: 'KPL', factId: 'KIN6.08' }],
  }),
  number('callLatencyMs', 'cl', {
    label: 'Time of one call', unit: 'ms', min: 0, max: 60_000, default: LIMITS['X-L1'].value, step: 0.1, scale: 'log', group: SENDING,
    help: 'Time until the service has decided and the answer is known; the value at the start is our assumption.',
    ticks: [{ value: LIMITS['X-L1'].value, label: 'our assumption', factId: 'X-L1' }],
  }),
  choice('callLatencySpread', 'cs', {
    label: 'Spread of that time', default: 'constant', choices: SPREADS, group: SENDING, structural: true,
    help: 'How the times of calls differ around their mean.',
  }),
  number('callsAtOnce', 'ca', {
    label: 'Calls at once', unit: 'calls', min: 1, max: 1000, default: 10, step: 1, scale: 'log', group: SENDING, structural: true,
    help: 'Calls that one link may have under way at the same time.',
  }),
  number('bufferRecords', 'bu', {
    label: 'Send buffer', unit: 'records', min: 1, max: 200_000, default: 1000, step: 1, scale: 'log', group: RETRIES, basic: true,
    help: 'Records that one link keeps while they are not yet stored.',
  }),
  choice('whenFull', 'wf', {
    label: 'When the buffer is full', default: 'block', group: RETRIES,
    choices: [
      { value: 'block', label: 'hold new records back' },
      { value: 'dropOldest', label: 'drop the oldest' },
      { value: 'dropNewest', label: 'drop the newest' },
    ],
    help: 'What happens to a new record that finds no room.',
  }),
  number('attemptsMax', 'am', {
    label: 'Attempts for one record', unit: 'attempts', min: 0, max: 100, default: 0, step: 1, group: RETRIES,
    help: 'After so many refused attempts a record is given up; 0 means that it is tried without end.',
  }),
  number('backoffBaseMs', 'bb', {
    label: 'First pause after a refusal', unit: 'ms', min: 1, max: 60_000, default: 100, step: 1, scale: 'log', group: RETRIES,
    help: 'The pause doubles with every further refusal of the same record.',
  }),
  number('backoffMaxMs', 'bm', {
    label: 'Longest pause', unit: 'ms', min: 1, max: 600_000, default: 5000, step: 1, scale: 'log', group: RETRIES,
    help: 'The pause does not grow beyond this.',
  }),
  choice('jitter', 'ji', {
    label: 'Chance in the pause', default: 'full', group: RETRIES,
    choices: [
      { value: 'none', label: 'none' },
      { value: 'half', label: 'half of the pause' },
      { value: 'full', label: 'the whole pause' },
    ],
    help: 'Keeps records that were refused together from coming back together.',
  }),
]

