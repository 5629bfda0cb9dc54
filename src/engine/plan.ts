import type { FanOutPlan } from './clients/fanOutPlan.ts'
import type { KclPlan } from './clients/kcl/kclPlan.ts'
import type { KplPlan } from './clients/kpl/kplPlan.ts'
import type { KeySpec } from './kernel/keyChooser.ts'
import type { RateProfile } from './kernel/rateProfile.ts'
import type { Micros } from './kernel/time.ts'
import type { PackingPlan } from './kinesis/packingPlan.ts'
import type { StreamChangesPlan, StreamStep } from './kinesis/streamChangesPlan.ts'
import type { NodePlan, RegisteredKind } from './nodes/nodePlans.ts'
import type { PublishQuotaLimits } from './sns/publishQuota.ts'
import type { FairRules } from './sqs/fairRules.ts'
import type { QueueSettings } from './sqs/queueSettings.ts'

// What a scenario becomes before it runs: numbers in the engine's units, names resolved to indices. Limits
// arrive through here; the engine itself knows none. `Turnable` fields may be set during the run.

export type { StreamChangesPlan, StreamStep }

/** Who reads, who sends: an index among the nodes of its kind. */
export type NodeIndex = number

export type TurnableProducer = {
  ratePerSecond: number
  recordBytes: number
  batchRecords: number
  lingerMicros: Micros
  callLatencyMicros: Micros
  bufferRecords: number
  /** 0 block, 1 drop oldest, 2 drop newest */
  whenFull: number
  /** 0 = without end */
  attemptsMax: number
  backoffBaseMicros: Micros
  backoffMaxMicros: Micros
  /** 0 none, 1 half, 2 full */
  jitter: number
  /** Share of calls that fail before the store has seen them, seeded (X-N1). */
  callFailureShare: number
  /** Share of the records that take the first key, whichever they would have taken; -1: not turned yet. Absent: it is never turned. */
  hotShare?: number
}

export type ProducerPlan = {
  id: string
  turnable: TurnableProducer
  /** distribution kind of the time between arrivals */
  spacing: number
  profile: RateProfile
  keys: KeySpec
  /** sizes are uniform from recordBytes to this when it is larger */
  recordBytesMax: number
  callLatencySpread: number
  callsAtOnce: number
  /** No call carries more records, whatever the store would take (KIN1.06). */
  callRecordsMax: number
  /** It routes to several queues itself, so it is followed how many of them each record reaches; absent: it does not. */
  followsReach?: boolean
  /** How it sends to streams with the producer library (KIN6.06 to KIN6.08); absent: with calls of its own. */
  kpl?: KplPlan
  /** It makes only what is sent by hand, and is drawn on the way of this producer; absent: it is one of the document's. */
  drawnAs?: string
}

export type TurnableStream = {
  retentionMicros: Micros
  writeRecordsPerSecond: number
  writeBytesPerSecond: number
  recordBytesLimit: number
  putRecordsLimit: number
  putBytesLimit: number
  /** 0 = not limited */
  readCallsPerSecond: number
  readBytesPerSecond: number
  getRecordsLimit: number
  getBytesLimit: number
  getPenaltyMicros: Micros
  /** 0: write limits are buckets refilled all the time; else they are refilled at the end of each window of this length (X-K1). */
  throttleWindowMicros: Micros
  /** Records read from a shard, all who poll it together; 0 = not limited (X-K3). */
  readRecordsPerSecond: number
}

/** KIN4: how shards are split and merged. */
export type ReshardingPlan = {
  /** How long a split, a merge, or one round of a change of the count takes. */
  micros: Micros
  /** Changes of the count in any `countWindowMicros`. */
  countCallsMost: number
  countWindowMicros: Micros
  /** Bounds of a change, as multiples of the present count, and for the stream. */
  countTimesMost: number
  countTimesLeast: number
  countShardsMost: number
}

/** KIN5: how capacity follows the traffic. */
export type OnDemandPlan = {
  /** Whether the stream begins in this mode. */
  atStart: boolean
  leastBytesPerSecond: number
  /** What the Region lets a stream grow to. */
  mostBytesPerSecond: number
  /** Shards beyond which nothing is split, whatever the traffic: room that the plan gives. */
  shardsMost: number
  timesPeak: number
  /** Time over which the highest rate counts, and the highest rate before moment 0. */
  historyMicros: Micros
  historyBytesPerSecond: number
  /** Asked for before moment 0. */
  warmBytesPerSecond: number
  /** Capacity that is given back covers the need of this time. */
  lookBackMicros: Micros
  splitBytesPerSecond: number
  splitWithinMicros: Micros
  /** Rates are measured over this time. */
  measureMicros: Micros
}

export type StreamPlan = {
  id: string
  /** Open shards at the start. */
  shards: number
  /** Shards that the stream can have had by the end, closed and expired ones included: room for their rows, timers and tracks. */
  shardsAtMost: number
  turnable: TurnableStream
  resharding: ReshardingPlan
  /** Null where the profile knows no on-demand streams. */
  onDemand: OnDemandPlan | null
  /** KIN1.14: records are spread over the open shards whatever their key. */
  spreadsEvenly: boolean
  /** What a person may change during the run; absent: only limits. */
  changes?: StreamChangesPlan
  recordsPerDot: number
  /** Who sends it user records packed into Kinesis records (KIN6.06); absent: nobody. */
  packing?: PackingPlan
}

export type TurnableQueue = QueueSettings & {
  /** A receive takes one of so many messages in line, seeded; 0 or 1 = the first (SQS.02, best-effort order). */
  shuffleWindow: number
  /** Share of deliveries that leave the message visible, for somebody else to receive too (SQS.02). */
  duplicateShare: number
  /** Messages that a redrive moves in a second (SQS.16). */
  redrivePerSecond: number
  /** Share of deletes that have no effect though they answer success: a server was down (SQS.02). */
  deleteLostShare: number
}

export type QueuePlan = {
  id: string
  turnable: TurnableQueue
  recordsPerDot: number
  /** A message received so often and not deleted goes to the back of the queue (SQS.13). */
  receivesUntilBack: number
  /** A message stays hidden at most so long after one receive, however often the timeout is changed (SQS.05). */
  hiddenMicrosMax: Micros
  /** Servers of which a short poll asks half, and of these a message's; 0 = a short poll sees every message (X-Q1). */
  servers: number
  serversOfMessage: number
  /** Whose messages wait when a tenant takes too much (SQS.21); null = nobody's. A tenant is a key that is not empty. */
  fair: FairRules | null
  /** Longest time of a redrive (SQS.16). */
  redriveMicrosMax: Micros
  /** Its dead-letter queue; -1 = none. */
  deadLetterQueue: NodeIndex
}

export type TurnableApplication = {
  pollIntervalMicros: Micros
  callLatencyMicros: Micros
  recordsPerCall: number
  serviceMicros: number
  serviceSpread: number
  checkpointMicros: Micros
  failoverMicros: Micros
  failureShare: number
  /** 0 retry the record, 1 skip the rest of its batch */
  onFailure: number
  /** 0 after the work, 1 before it */
  checkpointWhen: number
  /** 1: a record that was worked before has no second effect */
  isIdempotent: number
  /** Work on a producer's record of this number, counted from 1, always fails; 0 = none */
  poisonRecord: number
}

export type ApplicationPlan = {
  id: string
  stream: NodeIndex
  workers: number
  turnable: TurnableApplication
  /** When the application comes, and where it begins then: -1 trim horizon, -2 latest. */
  startAtMicros: Micros
  startPosition: number
  pollPhaseMicros: Micros
  /** Polling pauses when so much waits for work (KCL.08); bytes and records: 0 = not limited. */
  prefetchBatches: number
  prefetchBytes: number
  prefetchRecords: number
  /** All records of a batch at once, instead of one after another. */
  worksInParallel: boolean
  /** Work on records of this key always fails; empty = none. */
  poisonKey: string
  /** How its workers share the shards: as the Kinesis Client Library does, or, null, without its machinery. */
  kcl: KclPlan | null
  /** Records are pushed to it (KIN3); absent: it polls. */
  fanOut?: FanOutPlan
  /** The system that it calls and waits for, among `nodes`; absent: none. */
  downstream?: NodeIndex
}

export type TurnablePool = {
  messagesPerCall: number
  waitMicros: Micros
  idleMicros: Micros
  callLatencyMicros: Micros
  serviceMicros: number
  serviceSpread: number
  failureShare: number
  /** 0 after the work, 1 at once */
  deleteWhen: number
  /** So often the messages in hand are hidden for the queue's whole timeout again (SQS.06); 0 = never. */
  heartbeatMicros: Micros
  /** 1: a message that was worked before has no second effect */
  isIdempotent: number
  /** Work on a producer's record of this number, counted from 1, always fails; 0 = none */
  poisonRecord: number
}

export type PoolPlan = {
  id: string
  queue: NodeIndex
  workers: number
  /** Number of this pool's first worker among all workers of the run. */
  firstWorker: number
  turnable: TurnablePool
  /** Messages that one worker may hold, whatever it asks for. */
  messagesInHand: number
  /** All messages in hand at once, instead of one after another. */
  worksInParallel: boolean
  /** Work on messages of this key always fails; empty = none. */
  poisonKey: string
  /** The system that it calls and waits for, among `nodes`; absent: none. */
  downstream?: NodeIndex
}

/** Where records go: one of the three is an index, the others are -1 or absent. */
export type LinkPlan = {
  producer: NodeIndex
  toStream: NodeIndex
  toQueue: NodeIndex
  /** Among `nodes`; absent means none. */
  toNode?: NodeIndex
  /** Keys that go this way: names, or beginnings that end in `*`; absent or empty = all. */
  keys?: readonly string[]
}

export type PlanNodeKind = 'producer' | 'stream' | 'queue' | 'application' | 'pool' | RegisteredKind

/** `step`: its place in the document's list, for those who ask what became of it. */
export type PlanIntervention = { at: Micros; kind: PlanNodeKind; node: NodeIndex; step?: number } & (
  | StreamStep
  | { action: 'set'; field: string; value: number }
  /** -1 trim horizon, -2 latest, else microseconds back from now */
  | { action: 'goTo'; to: number }
  | { action: 'goToRecord'; shard: number; record: number }
  | { action: 'crash' | 'start' | 'pause' | 'resume' | 'cutOff' | 'reconnect'; worker: number }
  | { action: 'sendOne' | 'purge' | 'redrive' }
  /** Calls by hand; `put` is of a producer that makes nothing else. */
  | { action: 'put'; key: string; bytes: number }
  | { action: 'receiveOne' | 'deleteOne' }
  /** What only registered kinds know; the argument means what the action says. */
  | { action: 'act'; name: string; argument: number }
)

/** Immutable. The same plan and seed give the same run, bit for bit, in every engine of JavaScript. */
export type Plan = {
  durationMicros: Micros
  binMicros: Micros
  producers: ProducerPlan[]
  streams: StreamPlan[]
  queues: QueuePlan[]
  applications: ApplicationPlan[]
  pools: PoolPlan[]
  /** Nodes of the registered kinds; `node` of their interventions is an index here. */
  nodes: NodePlan[]
  /** Links of one producer stand together, producers in order. */
  links: LinkPlan[]
  interventions: PlanIntervention[]
  /** SNS.03: of the account in its Region, for all topics together; absent = not limited. */
  publishQuota?: PublishQuotaLimits
  /** Nodes that draw the chance of another name, so that two equal designs in one run do the same; absent: each its own. */
  chanceOf?: (readonly [id: string, as: string])[]
}
