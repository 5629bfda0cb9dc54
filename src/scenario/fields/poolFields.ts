import { LIMITS } from '../../aws/index.ts'
import { type Field, choice, limitOf, number } from './field.ts'
import { SPREADS } from './spreads.ts'

const RECEIVING = 'Receiving'
const WORK = 'Work'

export const POOL_FIELDS: readonly Field[] = [
  number('workers', 'wo', {
    label: 'Workers', unit: 'workers', min: 0, max: 64, default: 3, step: 1, group: WORK, basic: true, structural: true,
    help: 'Workers compete: each message goes to one of them.',
  }),
  number('messagesPerCall', 'mc', {
    label: 'Messages asked for', unit: 'messages', min: 1, max: 100, default: LIMITS['SQS.04.receive'].value, step: 1, scale: 'log', group: RECEIVING, basic: true,
    limit: limitOf('SQS.04.receive'), ticks: [{ value: 10, label: 'AWS at most', factId: 'SQS.04' }],
    help: 'One ReceiveMessage call asks for at most so many; a worker does them one after another.',
  }),
  number('waitSeconds', 'wa', {
    label: 'Longest wait of a call', unit: 's', min: 0, max: 20, default: LIMITS['SQS.12'].value, step: 1, group: RECEIVING,
    limit: limitOf('SQS.12'), ticks: [{ value: 20, label: 'AWS at most', factId: 'SQS.12' }],
    help: 'A long poll waits so long for a message; 0 is a short poll, which answers at once and may miss messages.',
  }),
  number('idleMs', 'id', {
    label: 'Pause after an empty short poll', unit: 'ms', min: 1, max: 60_000, default: 200, step: 1, scale: 'log', group: RECEIVING,
    help: 'A worker that found nothing asks again after this time.',
  }),
  number('callLatencyMs', 'cl', {
    label: 'Time of one call', unit: 'ms', min: 0, max: 60_000, default: LIMITS['SQS.20'].value, step: 0.1, scale: 'log', group: RECEIVING,
    ticks: [{ value: 20, label: "AWS's example", factId: 'SQS.20' }],
    help: 'Time of one ReceiveMessage or DeleteMessage call.',
  }),
  number('serviceMs', 'sm', {
    label: 'Work for one message', unit: 'ms', min: 0.01, max: 600_000, default: 500, step: 0.01, scale: 'log', group: WORK, basic: true,
    help: 'Time that a worker needs for one message.',
  }),
  choice('serviceSpread', 'ss', {
    label: 'Spread of that time', default: 'constant', choices: SPREADS, group: WORK,
    help: 'How the times of work differ around their mean.',
  }),
  number('failureShare', 'fs', {
    label: 'Work that fails', unit: 'share', min: 0, max: 1, default: 0, step: 0.01, group: WORK,
    help: 'Part of the work that ends with an error; its message is not deleted and comes back.',
  }),
  choice('deleteWhen', 'de', {
    label: 'Delete', default: 'after', group: WORK, basic: true,
    choices: [
      { value: 'after', label: 'when the work is done' },
      { value: 'before', label: 'as soon as it is received' },
    ],
    help: 'Deleted before the work, a message is lost if its worker dies.',
  }),
]
