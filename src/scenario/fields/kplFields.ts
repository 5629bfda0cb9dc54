import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limitOf, number } from './field.ts'

/** How a producer sends to streams when it uses the Kinesis Producer Library. Other stores take its records as from any producer. */
export const KPL_FIELDS: readonly Field[] = [
  choice('sendsWith', 'lb', {
    label: 'Sends to streams',
    default: 'own',
    structural: true,
    choices: [
      { value: 'own', label: 'with calls of its own' },
      { value: 'kpl', label: 'with the producer library' },
    ],
  }),
  choice('aggregation', 'ka', {
    label: 'Records packed into one',
    default: 'on',
    structural: true,
    choices: [
      { value: 'on', label: 'many user records' },
      { value: 'off', label: 'one each' },
    ],
  }),
  number('aggregationBytes', 'kg', {
    label: 'Largest packed record',
    unit: 'B',
    min: 64,
    max: 1_048_576,
    default: LIMITS['KIN6.06'].value,
    step: 1,
    scale: 'log',
    structural: true,
  }),
  number('bufferedMs', 'kb', {
    label: 'Longest wait in a buffer',
    unit: 'ms',
    min: 50,
    max: 600_000,
    default: LIMITS['KIN6.08'].value,
    step: 1,
    scale: 'log',
    structural: true,
  }),
  number('recordTtlSeconds', 'kt', {
    label: 'A record is given up after',
    unit: 's',
    min: 0.1,
    max: 86_400,
    default: LIMITS['KIN6.08.ttl'].value / 1000,
    step: 0.1,
    scale: 'log',
    structural: true,
  }),
  number('rateLimitShare', 'kr', {
    label: 'Sent to a shard at most',
    unit: 'share',
    min: 0.01,
    max: 10,
    default: LIMITS['KIN6.08.rate'].value,
    step: 0.01,
    scale: 'log',
    structural: true,
    limit: limitOf('KIN6.08.rate'),
  }),
  choice('whenThrottled', 'kf', {
    label: 'A record that is refused',
    default: 'retry',
    structural: true,
    choices: [
      { value: 'retry', label: 'is sent again without a pause' },
      { value: 'fail', label: 'is given up' },
    ],
  }),
]
