import { word } from './word.ts'

export const LAMBDA_WORDS = [
  word(
    'function',
    'function',
    'poison-lambda',
    'A Lambda function: code that is run for a batch of records, and paid by use.',
    {
      forms: ['lambda function', 'lambda functions'],
    },
  ),
  word(
    'event-source-mapping',
    'event source mapping',
    'poison-lambda',
    'What reads a stream or queue for a function and calls it with a batch.',
    { forms: ['event source mapping', 'event source mappings', 'mapping'] },
  ),
  word('concurrency', 'concurrency', 'poison-lambda', 'How many calls of a function run at once.', {
    forms: ['concurrency', 'reserved concurrency'],
  }),
  word(
    'bisect',
    'bisect',
    'poison-lambda',
    'After a failure a mapping tries both halves of the batch, until the bad record is alone.',
    { forms: ['bisect', 'bisects', 'bisected'] },
  ),
  word(
    'failure-destination',
    'failure destination',
    'poison-lambda',
    'Where a mapping tells of a batch that it gives up: which records it was, for a stream without their data.',
  ),
  word('cold-start', 'cold start', 'poison-lambda', 'The time until a new environment of a function can work.'),
]

export const PICTURE_WORDS = [
  word('tape-bag', 'tape, bag', 'same-traffic', 'How a shard and a queue are drawn.', {
    forms: ['tape', 'tapes', 'bag'],
  }),
  word(
    'caret-pin',
    'caret, pin',
    'checkpoints',
    'An application’s place: the first record not yet processed; its checkpoint.',
    { forms: ['caret', 'carets'] },
  ),
  word('bead-grain', 'bead, grain', 'two-shards', 'One message drawn with its letter; many drawn as small dots.', {
    forms: ['bead', 'beads'],
  }),
  word('paint', 'paint', 'own-keys', 'One of eight colours of partition keys; the last is "other".', { forms: [] }),
  word(
    'gate',
    'gate',
    'bytes-bind',
    'A shard’s limits drawn as bars at its edge: how much of each is asked for. Refused records turn back there.',
  ),
  word(
    'send-buffer',
    'send buffer',
    'two-losses',
    'Records that one link of a producer keeps while they are not yet stored.',
  ),
  word('held', 'held', 'producer-duties', 'Waiting at the source because the send buffer is full and blocks.', {
    forms: ['backpressure'],
  }),
  word(
    'back-off',
    'back-off, jitter',
    'producer-duties',
    'Pause before another attempt; the part of it that is chance.',
    {
      forms: ['back-off', 'back-offs', 'jitter'],
    },
  ),
  word('linger', 'linger', 'producer-duties', 'How long a batch that is not full waits for more.', {
    forms: ['linger', 'lingers'],
  }),
  word('batch', 'batch', 'batch-timeout', 'Records that travel in one call.', { forms: ['batch', 'batches'] }),
  word('prefetch', 'prefetch', 'slow-reader', 'Batches that an application has fetched and not yet begun.', {
    forms: ['prefetch', 'prefetched'],
  }),
  word('backlog', 'backlog', 'never-catches-up', 'What is still to be done.', {
    forms: ['backlog'],
  }),
  word('delivery', 'delivery', 'at-least-once', 'A record or message that a call has returned to a reader.', {
    forms: [],
  }),
  word('processed-again', 'processed again', 'timeout-too-short', 'Processed, and had been before.', {
    forms: ['processed again', 'done twice', 'worked twice', 'idempotent', 'at least once'],
  }),
  word(
    'lost',
    'lost',
    'two-losses',
    'Never to be processed: expired unread, or deleted before work that then failed.',
    {
      forms: [],
    },
  ),
  word('latency', 'latency', 'poll-calls', 'From the creation of a record to the end of its work.', {
    forms: ['latency'],
  }),
  word('travelling', 'travelling', 'one-shard', 'On a link, on its way.', { forms: [] }),
]
