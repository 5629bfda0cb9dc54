import { word } from './word.ts'

export const QUEUE_WORDS = [
  word('queue', 'queue', 'taking-turns', 'An SQS queue. Drawn as a bag.'),
  word(
    'message',
    'message',
    'taking-turns',
    'What a producer sends to a queue; the same thing as a record, under its SQS name.',
  ),
  word('message-group', 'message group', 'order-in-fifo', 'Messages of a FIFO queue that keep their order.', {
    forms: ['message group', 'message groups', 'messagegroupid'],
  }),
  word(
    'locked-group',
    'locked group',
    'bank-line',
    'A message group whose first message is in flight or delayed: nothing of it can be received.',
    { forms: ['locked group', 'locked groups', 'group is locked', 'locks its group'] },
  ),
  word(
    'high-throughput',
    'high throughput',
    'fifo-limit',
    'A FIFO queue’s mode in which its quota holds for each partition (FIFO.03).',
    { forms: ['high throughput'] },
  ),
  word(
    'partition',
    'partition',
    'fifo-limit',
    'Of a FIFO queue: groups whose hash values lie together, with a quota of their own. Never a shard.',
    { forms: [] },
  ),
  word('deduplication-id', 'deduplication id', 'poison-fifo', 'Text by which a FIFO queue tells a repeated message.', {
    forms: ['deduplication id', 'deduplication ids', 'deduplication'],
  }),
  word(
    'receipt-handle',
    'receipt handle',
    'timeout-too-short',
    'What a receive gives to delete the message with; new with every receive.',
  ),
  word(
    'in-flight',
    'in flight',
    'taking-turns',
    'Received and not yet deleted. Never used for a message on its way (see travelling).',
    { forms: ['in flight'] },
  ),
  word('visibility-timeout', 'visibility timeout', 'timeout-too-short', 'How long a received message is hidden.', {
    forms: ['visibility timeout', 'visibility timeouts'],
  }),
  word('delay', 'delay', 'taking-turns', 'Time before a new message can be received.', { forms: [] }),
  word(
    'polling',
    'long poll, short poll',
    'short-polling',
    'A receive that waits for a message; one that answers at once and may miss some.',
    { forms: ['long poll', 'long polls', 'long polling', 'short poll', 'short polls', 'short polling'] },
  ),
  word('receive-count', 'receive count', 'poison-queue', 'How often a message was received.', {
    forms: ['receive count', 'maxreceivecount'],
  }),
  word(
    'dead-letter-queue',
    'redrive, dead-letter queue',
    'redrive',
    'Moving messages that were received too often; where they go.',
    { forms: ['redrive', 'dead-letter queue', 'dead-letter queues', 'dead letter', 'dead letters'] },
  ),
  word('purge', 'purge', 'at-least-once', 'Emptying a queue at once.', { forms: ['purge', 'purged'] }),
  word(
    'pool',
    'pool',
    'taking-turns',
    'Workers that compete for the messages of one queue: each message goes to one of them.',
    { forms: ['pool', 'pools', 'competing consumers'] },
  ),
]

export const TOPIC_WORDS = [
  word(
    'topic',
    'topic',
    'topic-fan-out',
    'An SNS topic: whoever publishes to it knows only the topic. Keeps no messages. Never a Kafka topic, which is a stream.',
    { forms: ['topic', 'topics'], kafka: 'topic (SNS)' },
  ),
  word('publish', 'publish', 'topic-fan-out', 'To send a message to a topic.', {
    forms: ['publish', 'publishes', 'published'],
  }),
  word(
    'subscription',
    'subscription',
    'topic-fan-out',
    'A queue that gets a copy of what is published to a topic from its beginning on.',
  ),
  word('copy', 'copy', 'topic-fan-out', 'One message for one subscription.', { forms: [] }),
  word(
    'filter-policy',
    'filter policy',
    'divide-by-category',
    'What a subscription wants; in a scenario the partition keys of a link.',
    { forms: ['filter policy', 'filter policies'] },
  ),
  word(
    'raw-delivery',
    'raw delivery',
    'topic-fan-out',
    'The copy is the message itself, not a JSON object around it.',
    { forms: ['raw delivery'] },
  ),
  word('hand-over', 'hand over', 'topic-fan-out', 'To give a copy to its queue.', { forms: [] }),
]
