import type { Confidence, SourceCode } from './limit.ts'

// Kafka as a vocabulary: what each of our words is called there, and where the likeness ends. Kafka itself is not simulated.
// Loaded when somebody asks for it: it is text, and a page without it is no less right.

/** One of our words in Kafka's. */
export type KafkaWord = {
  /** As in docs/glossary.md. */
  ours: string
  /** Nearest word of Kafka 4.3. */
  kafka: string
  /** What stands above a node instead, where one word is too little. */
  caption?: string
  /** Where the analogy breaks. */
  breaks: string
  source: SourceCode
  confidence: Confidence
}

/** By our word; kinds of nodes have the name of the kind. */
export const KAFKA_WORDS = {
  service: {
    ours: 'the service itself',
    kafka: 'cluster, broker',
    breaks: 'Kinesis has no broker whose size one chooses; a Kafka cluster has, also as Amazon MSK.',
    source: 'memory',
    confidence: 'M',
  },
  producer: {
    ours: 'producer',
    kafka: 'producer',
    breaks:
      'A Kafka producer sends to the leader of each partition itself; ours calls one service that finds the shard.',
    source: 'memory',
    confidence: 'M',
  },
  stream: {
    ours: 'stream',
    kafka: 'topic',
    caption: 'topic, its shards are partitions',
    breaks: 'A Kafka topic can also be limited in bytes, and be compacted to the latest record of each key.',
    source: 'memory',
    confidence: 'M',
  },
  shard: {
    ours: 'shard',
    kafka: 'partition',
    breaks:
      'A partition has no 1 and 2 MB/s of its own. Partitions only grow in number, and then keys move to other ones; a split ' +
      'keeps hash key ranges, and a parent is read before its children.',
    source: 'K2',
    confidence: 'M',
  },
  hashKey: {
    ours: 'hash key',
    kafka: 'hash of the key',
    breaks:
      'murmur2 modulo the number of partitions, no range of an MD5. Records without a key stay with one partition for 16 KiB, ' +
      'then go to a less loaded one.',
    source: 'K2',
    confidence: 'V',
  },
  sequenceNumber: {
    ours: 'sequence number',
    kafka: 'offset',
    breaks: 'Offsets are dense, so a lag is a difference of two. Sequence numbers are not, so a lag is a time.',
    source: 'K2',
    confidence: 'D',
  },
  application: {
    ours: 'application',
    kafka: 'consumer group',
    breaks:
      'A broker coordinates the group, KCL a table. In both one reader has a partition or shard, and readers beyond idle.',
    source: 'memory',
    confidence: 'M',
  },
  checkpoint: {
    ours: 'checkpoint',
    kafka: 'committed offset',
    breaks: 'Kafka commits by itself every 5 s unless it is told not to, whether or not the work is done.',
    source: 'K2',
    confidence: 'V',
  },
  lease: {
    ours: 'lease',
    kafka: 'assigned partition, rebalance',
    breaks:
      'A member is dead after 45 s without a heartbeat (one every 3 s), or after 300 s without a poll; from 4.0 on the brokers ' +
      'can assign.',
    source: 'K2',
    confidence: 'V',
  },
  call: {
    ours: 'call that is answered',
    kafka: 'acks=all',
    breaks:
      'Kinesis answers when three zones have the record. A Kafka producer may ask for less: one broker, or no answer.',
    source: 'K2',
    confidence: 'M',
  },
  deduplicationId: {
    ours: 'deduplication id',
    kafka: 'idempotent producer, transactions',
    breaks: 'A stream has neither, a FIFO queue forgets ids after 5 minutes. Exactly once holds inside Kafka alone.',
    source: 'memory',
    confidence: 'M',
  },
  retention: {
    ours: 'retention',
    kafka: 'retention.ms',
    breaks:
      '7 days unless set, or without end. A stream keeps 24 hours unless set, at most 365 days, and never compacts.',
    source: 'memory',
    confidence: 'M',
  },
  record: {
    ours: 'record',
    kafka: 'record, message',
    breaks: 'At most about 1 MiB unless set (max.message.bytes); in a stream 1 MiB unless set, at most 10 MiB.',
    source: 'memory',
    confidence: 'M',
  },
  queue: {
    ours: 'queue',
    kafka: 'share group',
    breaks:
      'A share group (KIP-932, ready since 4.2) takes the records of a topic one by one and without order, but the topic keeps ' +
      'them. What is deleted from a queue is gone.',
    source: 'K1',
    confidence: 'V',
  },
  pool: {
    ours: 'pool',
    kafka: 'share consumers',
    breaks:
      'A record is locked for 30 s and delivered 5 times at most unless set; a queue needs a dead-letter queue for that.',
    source: 'K1',
    confidence: 'T',
  },
  topic: {
    ours: 'topic (SNS)',
    kafka: 'topic, several groups',
    breaks:
      'An SNS topic keeps nothing and pushes copies. A Kafka topic keeps its records, and each group reads them itself, also ' +
      'those from before it came.',
    source: 'N1',
    confidence: 'D',
  },
  messageGroup: {
    ours: 'message group',
    kafka: 'key',
    breaks: 'In a partition a slow record holds up all keys behind it; in a FIFO queue only its own group.',
    source: 'Q4',
    confidence: 'D',
  },
  linger: {
    ours: 'linger',
    kafka: 'linger.ms, batch.size',
    breaks: '5 ms (0 before 4.0) and 16 KiB of one partition; the Kinesis Producer Library waits 100 ms.',
    source: 'K2',
    confidence: 'V',
  },
} as const satisfies Record<string, KafkaWord>
