// What is billed of a run: counts over the time that was played. Whoever has a run fills these in.

/** A Kinesis stream. */
export type StreamUsage = {
  mode: 'provisioned' | 'onDemand' | 'advantage'
  /** Time that each shard was open, summed over the shards; a stream's own time counts in the on-demand modes. */
  shardMicros: number
  retentionHours: number
  /** Sum of `payloadUnits` over the stored records (P.02). */
  payloadUnits: number
  /** Sum of `roundedBytes` over the stored records (P.07). */
  storedBytes: number
  polledBytes: number
  /** Time that each registered consumer had each shard, summed over both. */
  consumerShardMicros: number
  fanOutBytes: number
}

/** An SQS queue. */
export type QueueUsage = {
  isFifo: boolean
  /** Sum of `billedRequests` over all calls: send, receive (empty ones too), delete, change of visibility. */
  requests: number
  /** Of these, sends with a message group on a standard queue (P.12). */
  fairMessages: number
}

/** An SNS topic; `httpDeliveries` and `firehoseDeliveries` in messages. Deliveries to SQS and Lambda are free. */
export type TopicUsage = { requests: number; httpDeliveries: number; firehoseDeliveries: number }

/** A Lambda function; memory times time in GB-microseconds. */
export type FunctionUsage = { architecture: 'x86' | 'arm'; requests: number; gbMicros: number }

export type Usage = {
  /** Simulated time in which all this was counted. */
  micros: number
  streams: readonly StreamUsage[]
  queues: readonly QueueUsage[]
  topics: readonly TopicUsage[]
  functions: readonly FunctionUsage[]
}

/** P.02: a record is billed in whole units of 25 KB; the data counts, not the key. */
export function payloadUnits(dataBytes: number, unitBytes: number): number {
  return Math.max(1, Math.ceil(dataBytes / unitBytes))
}

/** P.07: on-demand bills each record rounded up to a whole KB; the data counts, not the key. */
export function roundedBytes(dataBytes: number, unitBytes: number): number {
  return Math.max(1, Math.ceil(dataBytes / unitBytes)) * unitBytes
}

/** P.11: a call is billed once for each 64 KB of its payload, and once when it has none. */
export function billedRequests(payloadBytes: number, unitBytes: number): number {
  return Math.max(1, Math.ceil(payloadBytes / unitBytes))
}
