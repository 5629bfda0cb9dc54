import { choice, type Field, number, text } from './field.ts'

/** Which partition keys a producer's records have. */
export const KEY_FIELDS: readonly Field[] = [
  choice('keys', 'ks', {
    label: 'Partition keys',
    default: 'even',
    structural: true,
    choices: [
      { value: 'even', label: 'all alike' },
      { value: 'zipf', label: 'few hot, many cold' },
      { value: 'hottest', label: 'one hot key' },
      { value: 'list', label: 'my list' },
    ],
  }),
  number('keyCount', 'kc', {
    label: 'Number of keys',
    unit: 'keys',
    min: 1,
    max: 100_000,
    default: 1000,
    step: 1,
    scale: 'log',
    structural: true,
  }),
  text('keyPrefix', 'kp', {
    label: 'Keys begin with',
    max: 100,
    default: 'user-',
    structural: true,
  }),
  number('hotShare', 'kh', {
    label: 'Share of the hot key',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.5,
    step: 0.01,
  }),
  number('zipfExponent', 'kz', {
    label: 'Zipf exponent',
    unit: '',
    min: 0,
    max: 5,
    default: 1,
    step: 0.05,
    structural: true,
  }),
  text('keyList', 'kl', {
    label: 'List of keys',
    max: 10_000,
    default: 'Rome, London, Vienna, Paris, Berlin, Oslo',
    structural: true,
  }),
]
