import { awsTick, type KindHelp } from './fieldHelp.ts'

const QUEUE = 'Queue'
const LIMITS_GROUP = 'Limits'
const DEAD_LETTERS = 'Dead letters'
/** What AWS allows itself and seldom does. */
const ALLOWED = 'What may happen'

export const QUEUE_HELP = {
  visibilityTimeoutSeconds: {
    group: QUEUE,
    basic: true,
    help: 'A received message is hidden for so long; if it is not deleted by then, it can be received again.',
    ticks: [
      { value: 30, label: 'AWS default', factId: 'SQS.05' },
      { value: 43_200, label: 'AWS at most', factId: 'SQS.05' },
    ],
  },
  retentionHours: {
    group: QUEUE,
    basic: true,
    help: 'A message that nobody deletes is gone after this time.',
    ticks: [
      { value: 96, label: 'AWS default', factId: 'SQS.09' },
      { value: 336, label: 'AWS at most', factId: 'SQS.09' },
    ],
  },
  inFlightLimit: {
    group: LIMITS_GROUP,
    help: 'So many messages may be received and not yet deleted; beyond it nothing more is received.',
    ticks: [awsTick('SQS.08')],
  },
  messageBytesLimit: {
    group: LIMITS_GROUP,
    help: 'A larger message is always refused; a batch as a whole may not be larger either.',
    ticks: [awsTick('SQS.03')],
  },
  batchLimit: {
    group: LIMITS_GROUP,
    help: 'One call sends, receives or deletes at most so many messages.',
    ticks: [awsTick('SQS.04')],
  },
  delaySeconds: {
    group: QUEUE,
    help: 'A message can be received so long after it was sent; turned during a run it holds for what is sent then.',
    ticks: [{ value: 900, label: 'AWS at most', factId: 'SQS.10' }],
  },
  tenants: {
    group: QUEUE,
    help: 'A fair queue: the key of a message is its MessageGroupId. A tenant that holds too many consumers waits while others have messages.',
  },
  maxReceiveCount: {
    group: DEAD_LETTERS,
    help: 'Received so often, the next receive moves the message to the queue that this one is linked to. Without such a link it stays.',
    ticks: [{ value: 10, label: 'AWS default', factId: 'SQS.14' }],
  },
  redrivePerSecond: {
    group: DEAD_LETTERS,
    help: 'A redrive of this queue, as a dead-letter queue, moves so many messages back where they came from.',
    ticks: [{ value: 500, label: 'AWS at most', factId: 'SQS.16' }],
  },
  servers: {
    group: ALLOWED,
    help: 'Our assumption. A message lies on three of them; a short poll asks half and may miss it. 0: a short poll sees all.',
  },
  duplicateShare: {
    group: ALLOWED,
    help: 'Deliveries after which somebody else can receive the message as well. AWS promises at least one delivery, not exactly one.',
  },
  deleteLostShare: {
    group: ALLOWED,
    help: 'A server was down: the delete succeeds, and the message comes back when its timeout ends.',
  },
  shuffleWindow: {
    group: ALLOWED,
    help: 'A receive takes any of so many messages in line; 0 takes the first. AWS promises no order, and does not say how far it goes.',
  },
} satisfies KindHelp
