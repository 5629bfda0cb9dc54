/** Something a person does at a moment of the run. `at` is in microseconds of simulated time. */
export type Intervention =
  | { at: number; node: string; action: 'set'; field: string; value: number | string }
  /** Moves an application in all its shards: to the oldest record, the newest, or so many seconds back from now. */
  | { at: number; node: string; action: 'goTo'; to: 'TRIM_HORIZON' | 'LATEST' | number }
  /** KIN2.08: moves it in one shard to record number `record` of this shard (0-based): AT_SEQUENCE_NUMBER. */
  | { at: number; node: string; action: 'goToRecord'; shard: number; record: number }
  /** Kills or starts worker `worker` (0-based) of an application or pool. */
  | { at: number; node: string; action: 'crash' | 'start'; worker: number }
  /** Lets a worker's process stand still, or go on; cuts it off from the table of leases and checkpoints, or connects it again. */
  | { at: number; node: string; action: 'pause' | 'resume' | 'cutOff' | 'reconnect'; worker: number }
  /** One more record from a producer, beside its profile. */
  | { at: number; node: string; action: 'sendOne' }
  /** A call by hand, beside all producers: PutRecord, SendMessage or Publish with a key (a queue's group) and so many bytes of data. */
  | { at: number; node: string; action: 'put'; key: string; bytes: number }
  /** A ReceiveMessage by hand for one message: it is hidden for the visibility timeout, and nobody works on it. */
  | { at: number; node: string; action: 'receiveOne' }
  /** A DeleteMessage by hand with the newest receipt handle that was received by hand. */
  | { at: number; node: string; action: 'deleteOne' }
  /** Empties a queue. */
  | { at: number; node: string; action: 'purge' }
  /** Moves what is in a dead-letter queue back to where it came from. */
  | { at: number; node: string; action: 'redrive' }
  /** KIN4.01: shard `shard` (0-based) in two, at a hash key in decimal; empty: into halves. */
  | { at: number; node: string; action: 'splitShard'; shard: number; startingHashKey: string }
  /** KIN4.02: two neighbours become one. */
  | { at: number; node: string; action: 'mergeShards'; shard: number; adjacent: number }
  /** KIN4.06 */
  | { at: number; node: string; action: 'updateShardCount'; target: number }
  /** KIN6.01: the retention period is raised or lowered. */
  | { at: number; node: string; action: 'setRetention'; hours: number }
