import type { Profile, Region } from '../aws/index.ts'
import type { AggregatorFields, ArchiveFields, DownstreamFields, MonolithFields } from './aroundFields.ts'
import type { Brief } from './brief.ts'
import type { FanOutFields } from './fanOutFields.ts'
import type { FifoQueueFields } from './fifoQueueFields.ts'
import type { Intervention } from './intervention.ts'
import type { KinesisQueueFields } from './kinesisQueueFields.ts'
import type { KplFields } from './kplFields.ts'
import type { LambdaFields } from './lambdaFields.ts'
import type { Spread } from './spread.ts'
import type { StreamFields } from './streamFields.ts'

// The scenario is the document: what a link holds, what a file holds, what undo restores.
// Every parameter is a flat, named field of a node, so that one table (fields.ts) can describe
// it for the inspector, the command line, links and help alike.

/** A whole scenario. Times that a person writes are in seconds; the engine's are in microseconds. */
export type Scenario = {
  version: 1
  /** Identity of the built-in scenario this is or started from; absent for one's own. */
  id?: string
  title: string
  /** Which AWS is meant; absent: today's. */
  profile?: Profile
  /** The Region of all its services; absent: us-east-1. */
  region?: Region
  brief: Brief
  /** Unsigned 32-bit integer. */
  seed: number
  durationSeconds: number
  nodes: ScenarioNode[]
  links: Link[]
  /** Ordered by time; equal times keep this order. */
  interventions: Intervention[]
  /** Ordered by time; absent: none. */
  bookmarks?: Bookmark[]
  /** A second design that stands in the document to be compared with the first (scenario/compare). */
  against?: Against
}

/**
 * `nodes`: of the second design, each with the node of the scene it came from, whose chance it draws: equal designs run alike.
 * Empty: it has no such node.
 */
export type Against = { title: string; nodes: [id: string, as: string][] }

/** A moment of the run that somebody has named, in microseconds. */
export type Bookmark = { at: number; name: string }

export type { Brief }

export type Link = {
  from: string
  to: string
  /**
   * Of a link from a topic or a producer: the partition keys that go this way, separated by commas; one that ends in `*` stands
   * for all that begin so. Absent: all.
   */
  keys?: string
}

type NodeBase = { id: string; name: string; x: number; y: number }

export type ProducerNode = NodeBase & { kind: 'producer' } & ProducerFields
export type StreamNode = NodeBase & { kind: 'stream' } & StreamFields
export type QueueNode = NodeBase & { kind: 'queue' } & QueueFields
export type ApplicationNode = NodeBase & { kind: 'application' } & ApplicationFields
export type PoolNode = NodeBase & { kind: 'pool' } & PoolFields
export type MonolithNode = NodeBase & { kind: 'monolith' } & MonolithFields
export type TopicNode = NodeBase & { kind: 'topic' } & TopicFields
export type LambdaNode = NodeBase & { kind: 'lambda' } & LambdaFields
export type DownstreamNode = NodeBase & { kind: 'downstream' } & DownstreamFields
export type AggregatorNode = NodeBase & { kind: 'aggregator' } & AggregatorFields
export type FifoQueueNode = NodeBase & { kind: 'fifoQueue' } & FifoQueueFields
export type ArchiveNode = NodeBase & { kind: 'archive' } & ArchiveFields
export type KinesisQueueNode = NodeBase & { kind: 'kinesisQueue' } & KinesisQueueFields
/** Words on the canvas; the run knows nothing of them. */
export type NoteNode = NodeBase & { kind: 'note'; text: string }
export type ScenarioNode =
  | ProducerNode
  | StreamNode
  | QueueNode
  | ApplicationNode
  | PoolNode
  | MonolithNode
  | TopicNode
  | LambdaNode
  | DownstreamNode
  | AggregatorNode
  | FifoQueueNode
  | ArchiveNode
  | KinesisQueueNode
  | NoteNode
export type NodeKind = ScenarioNode['kind']
/** Kinds that take part in a run. */
export type PlayedKind = Exclude<NodeKind, 'note'>
export type PlayedNode = Exclude<ScenarioNode, NoteNode>

export type { Intervention, Spread, StreamFields }

/** Sends records to every link it has; the fields hold for each link on its own (own buffer, retries, jitter). */
export type ProducerFields = KplFields & {
  /** New records a second (the base of every profile). */
  rate: number
  profile: 'constant' | 'ramp' | 'spike' | 'wave' | 'onOff'
  /** Time between two new records: `constant` = even, `exponential` = Poisson arrivals. */
  spacing: Spread
  /** ramp: rate at the end; spike: rate during it; wave: highest rate. As a multiple of `rate`. */
  peakFactor: number
  /** ramp and spike: from, to. */
  profileStartSeconds: number
  profileEndSeconds: number
  /** wave: period; onOff: on + off. */
  periodSeconds: number
  /** onOff: share of the period with traffic, 0..1. */
  onShare: number
  /** Data of one record without its key, before base64. */
  recordBytes: number
  /** Sizes are uniform between recordBytes and this when it is larger; equal or smaller: all the same. */
  recordBytesMax: number
  keys: 'even' | 'zipf' | 'hottest' | 'list'
  keyCount: number
  /** Generated keys are keyPrefix + number. */
  keyPrefix: string
  /** hottest: share of all records that take key 0, 0..1. */
  hotShare: number
  zipfExponent: number
  /** list: keys separated by commas or line breaks; repeats weigh more. */
  keyList: string
  /** Records in one put or send call at most: 1 = PutRecord / SendMessage. */
  batchRecords: number
  /** A batch that is not full is sent after this time. */
  lingerMs: number
  /** One call takes this long until the service has decided and the answer is known. */
  callLatencyMs: number
  callLatencySpread: Spread
  /** Calls under way at once, for each link. */
  callsAtOnce: number
  /** Records that one link's send buffer holds. */
  bufferRecords: number
  whenFull: 'block' | 'dropOldest' | 'dropNewest'
  /** Attempts for one record, the first one included; 0 = without end. */
  attemptsMax: number
  backoffBaseMs: number
  backoffMaxMs: number
  /** none: base*2^n; half: that times 0.5..1; full: that times 0..1. */
  jitter: 'none' | 'half' | 'full'
  /** Share of calls that fail on their way. */
  callFailureShare: number
}

/** An SQS standard queue. */
export type QueueFields = {
  /** SQS.05 */
  visibilityTimeoutSeconds: number
  /** SQS.09 */
  retentionHours: number
  /** SQS.08 */
  inFlightLimit: number
  /** SQS.03 */
  messageBytesLimit: number
  /** SQS.04 */
  batchLimit: number
  /** SQS.10 */
  delaySeconds: number
  /** Received so often, a message goes to the queue that this one is linked to, its dead-letter queue (SQS.14). */
  maxReceiveCount: number
  /** Messages that a redrive of this queue moves back in a second (SQS.16). */
  redrivePerSecond: number
  /** byKey: the key of a message is its MessageGroupId, and a tenant that takes too much waits (SQS.21). */
  tenants: 'none' | 'byKey'
  /** Servers of which a short poll asks half; 0 = it sees every message (X-Q1). */
  servers: number
  /** SQS.02, happening: a receive takes one of so many messages in line; 0 = the first. */
  shuffleWindow: number
  /** SQS.02, happening: deliveries after which others can receive the message too. */
  duplicateShare: number
  /** SQS.02, happening: deletes that have no effect. */
  deleteLostShare: number
}

/** A Kinesis application: reads every shard at its own place. */
export type ApplicationFields = FanOutFields & {
  workers: number
  /** When the application comes for the first time, and where it begins then (KIN2.08). */
  startSeconds: number
  startPosition: 'TRIM_HORIZON' | 'LATEST'
  /** Time between two GetRecords calls for one shard. */
  pollIntervalMs: number
  /** Shift of the first poll, so that applications need not poll at the same moment. */
  pollPhaseMs: number
  /** GetRecords: time until the answer is there. */
  callLatencyMs: number
  /** Limit parameter of GetRecords. */
  recordsPerCall: number
  /** Time of work for one record; records of a shard are worked one after another. */
  serviceMs: number
  serviceSpread: Spread
  /** Fetched batches that may wait; 0: fetch, work, then fetch again (KCL.08 has 4). */
  prefetchBatches: number
  /** 0: a checkpoint after each batch. */
  checkpointSeconds: number
  /** After a crash the shards of the dead worker are taken over after this time. */
  failoverSeconds: number
  failureShare: number
  /** retry: the same record again until it succeeds; skip: the rest of its batch is left out (KCL.12). */
  onFailure: 'retry' | 'skip'
  /** Work on the records of this key always fails; empty: none. */
  poisonKey: string
  /** Work on a producer's record of this number, counted from 1, always fails; 0: none. */
  poisonRecord: number
  /** Records of a batch are worked one after another, or all at once. */
  workInBatch: 'inTurn' | 'parallel'
  /** after: a checkpoint follows the work; before: it comes first, and what the worker had not done when it dies is lost. */
  checkpointWhen: 'after' | 'before'
  /**
   * How workers share the shards. simple: at once, and after `failoverSeconds` when one dies; kcl2, kcl3: as the Kinesis Client
   * Library does, by leases that each worker takes, or that an elected leader assigns.
   */
  coordination: 'simple' | 'kcl2' | 'kcl3'
  /** KCL 3 evens out the load of its workers, or the number of their leases (KCL.18). */
  balancing: 'load' | 'count'
  /** KCL 3 asks the old owner of a lease to hand it over, and waits so long (KCL.17); 0: it takes it. */
  handoffSeconds: number
  /** Seconds of work a second that are 100 % of a worker's CPU. */
  workerCores: number
  /** Fetched and not worked: polling pauses at so much (KCL.08); 0: no limit. Only with KCL. */
  prefetchMiB: number
  prefetchRecords: number
  /** eachTime: a record worked twice has two effects; once: an idempotent consumer leaves the second one out. */
  sideEffects: 'eachTime' | 'once'
}

/** Workers that compete for the messages of one queue. */
export type PoolFields = {
  workers: number
  /** MaxNumberOfMessages of ReceiveMessage. */
  messagesPerCall: number
  /** WaitTimeSeconds: 0 = short poll. */
  waitSeconds: number
  /** Pause after an empty short poll. */
  idleMs: number
  /** One ReceiveMessage or DeleteMessage call (SQS.20). */
  callLatencyMs: number
  serviceMs: number
  serviceSpread: Spread
  failureShare: number
  /** after: delete when the work is done; before: at once when received (lost if the worker dies). */
  deleteWhen: 'after' | 'before'
  /** So often a worker hides what it has in hand for the queue's whole timeout again (SQS.06); 0: never. */
  heartbeatSeconds: number
  /** Messages in hand are worked one after another, or all at once. */
  workInBatch: 'inTurn' | 'parallel'
  /** Work on the messages of this key always fails; empty: none. */
  poisonKey: string
  /** Work on a producer's record of this number, counted from 1, always fails; 0: none. */
  poisonRecord: number
  /** eachTime: a message worked twice has two effects; once: an idempotent consumer leaves the second one out. */
  sideEffects: 'eachTime' | 'once'
}

/** An SNS topic: every message becomes a copy for each queue that is linked to it and wants its key. */
export type TopicFields = {
  topicType: 'standard' | 'fifo'
  /** SNS.06, of a FIFO topic */
  throughputScope: 'Topic' | 'MessageGroup'
  topicMessagesPerSecond: number
  topicBytesPerSecond: number
  groupMessagesPerSecond: number
  /** SNS.04 */
  messageBytesLimit: number
  /** SNS.02 */
  batchLimit: number
}
