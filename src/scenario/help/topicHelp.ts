import { awsTick, type KindHelp } from './fieldHelp.ts'

const TOPIC = 'Topic'
const LIMITS_GROUP = 'Limits'

export const TOPIC_HELP: KindHelp = {
  topicType: {
    group: TOPIC,
    basic: true,
    help: 'A FIFO topic hands the messages of one key over in order, also when a delivery has to be tried again.',
  },
  throughputScope: {
    group: TOPIC,
    help: 'FifoThroughputScope: with Topic the whole topic has a limit; with Message group only each key has one, and the account.',
  },
  topicMessagesPerSecond: {
    group: LIMITS_GROUP,
    help: 'So many messages a second it takes of all keys together, unless the scope is Message group.',
    ticks: [awsTick('SNS.06')],
  },
  topicBytesPerSecond: {
    group: LIMITS_GROUP,
    help: 'This or the messages, whichever is met first.',
    ticks: [awsTick('SNS.06.bytes')],
  },
  groupMessagesPerSecond: {
    group: LIMITS_GROUP,
    help: 'The partition key is the message group; one group takes no more, whatever the scope.',
    ticks: [awsTick('SNS.06.group')],
  },
  messageBytesLimit: {
    group: LIMITS_GROUP,
    help: 'MaximumMessageSize: a larger message is always refused; a batch as a whole may not be larger either.',
    ticks: [awsTick('SNS.04')],
  },
  batchLimit: {
    group: LIMITS_GROUP,
    help: 'PublishBatch takes at most so many. Quotas count messages, so a batch saves calls and no quota.',
    ticks: [awsTick('SNS.02')],
  },
}
