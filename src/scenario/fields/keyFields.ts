import { choice, type Field, number, text } from './field.ts'

export const RECORDS = 'Records and keys'

/** Which partition keys a producer's records have. */
export const KEY_FIELDS: readonly Field[] = [
  choice('keys', 'ks', {
    label: 'Partition keys',
    default: 'even',
    group: RECORDS,
    structural: true,
    choices: [
      { value: 'even', label: 'all alike' },
      { value: 'zipf', label: 'few hot, many cold' },
      { value: 'hottest', label: 'one hot key' },
      { value: 'list', label: 'my list' },
    ],
    help: 'How often each partition key is used; the key alone decides the shard.',
  }),
  number('keyCount', 'kc', {
    label: 'Number of keys',
    unit: 'keys',
    min: 1,
    max: 100_000,
    default: 1000,
    step: 1,
    scale: 'log',
    group: RECORDS,
    structural: true,
    help: 'How many different partition keys there are.',
  }),
  text('keyPrefix', 'kp', {
    label: 'Keys begin with',
    max: 100,
    default: 'user-',
    group: RECORDS,
    structural: true,
    help: 'Keys are this text and a number: user-0, user-1 and so on.',
  }),
  number('hotShare', 'kh', {
    label: 'Share of the hot key',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.5,
    step: 0.01,
    group: RECORDS,
    structural: true,
    help: 'Part of all records that have the one hot key; the others share the rest evenly.',
  }),
  number('zipfExponent', 'kz', {
    label: 'Zipf exponent',
    unit: '',
    min: 0,
    max: 5,
    default: 1,
    step: 0.05,
    group: RECORDS,
    structural: true,
    help: 'Key number n is used in proportion to 1 / n to this power; 0 makes all alike.',
  }),
  text('keyList', 'kl', {
    label: 'List of keys',
    max: 10_000,
    default: 'Rome, London, Vienna, Paris, Berlin, Oslo',
    group: RECORDS,
    structural: true,
    help: 'Keys separated by commas or line breaks; a key that stands twice is used twice as often.',
  }),
]
