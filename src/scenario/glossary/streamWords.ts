import { word } from './word.ts'

export const STREAM_WORDS = [
  word('stream', 'stream', 'one-shard', 'A Kinesis data stream: a set of shards under one name.'),
  word(
    'shard',
    'shard',
    'two-shards',
    'Part of a stream with limits of its own; keeps the order in which its records were stored.',
  ),
  word('record', 'record', 'one-shard', 'What a producer sends to a stream: data and a partition key.'),
  word('partition-key', 'partition key', 'own-keys', 'Text of 1 to 256 characters; its hash key decides the shard.'),
  word('hash-key', 'hash key', 'own-keys', 'MD5 of the partition key, as a number from 0 to 2^128 - 1.'),
  word('hash-key-range', 'hash key range', 'split-hot-shard', 'The stretch of hash keys that a shard owns.'),
  word(
    'sequence-number',
    'sequence number',
    'partial-failure',
    'Number that the service gives a stored record; grows within a shard, is not dense.',
  ),
  word('shard-iterator', 'shard iterator', 'checkpoints', 'A reader’s place in a shard, valid for 5 minutes.', {
    forms: ['shard iterator', 'shard iterators', 'iterator'],
  }),
  word(
    'trim-horizon',
    'trim horizon',
    'late-team',
    'The oldest record that is still kept; `TRIM_HORIZON` begins there, `LATEST` after the newest.',
    { forms: ['trim horizon', 'trim_horizon'] },
  ),
  word('retention', 'retention', 'retention-edge', 'How long a store keeps a record; then it expires, read or not.', {
    forms: ['retention', 'retention period'],
  }),
  word(
    'iterator-age',
    'iterator age',
    'kafka-lag',
    'Age of the last record that GetRecords returned to an application, 0 when it has read all there is (KIN2.13). Not the same as behind, which counts what is processed.',
    { forms: ['iterator age'] },
  ),
  word(
    'behind',
    'behind',
    'slow-reader',
    'How long the oldest record not processed has been stored; 0 when all are processed.',
    { forms: ['falls behind', 'fall behind', 'fell behind', 'falling behind', 'is behind'] },
  ),
  word(
    'aggregation',
    'aggregation',
    'bytes-bind',
    'Several records packed into one Kinesis record by the Kinesis Producer Library (KIN6.06).',
    { forms: ['aggregation', 'aggregated'] },
  ),
  word(
    'checkpoint',
    'checkpoint',
    'checkpoints',
    'The last record noted as processed; after a crash reading goes on behind it.',
  ),
  word('lease', 'lease', 'checkpoints', 'Who reads a shard: one worker of an application.'),
  word('split-merge', 'split, merge', 'split-hot-shard', 'One shard becomes two, two become one.', {
    forms: ['split', 'splits', 'merge', 'merged', 'merges'],
  }),
  word(
    'parent-shard',
    'parent shard',
    'parent-first',
    'A shard that was split or merged; readable until its records expire.',
    { forms: ['parent shard', 'parent shards', 'parent'] },
  ),
  word('fan-out', 'enhanced fan-out', 'fan-out', 'A reader’s own 2 MB/s for each shard, pushed.', {
    forms: ['enhanced fan-out'],
  }),
  word(
    'application',
    'application',
    'many-readers',
    'Reads every record of a stream at its own place. Several applications do not take records from each other.',
  ),
  word(
    'kinesis-queue',
    'Kinesis queue',
    'kinesis-queues',
    'An on-demand stream that is read as a queue: its records one by one, received and acknowledged there, while they stay in the stream (KIN6.02). Never an SQS queue.',
    { forms: ['kinesis queue', 'kinesis queues'] },
  ),
]
