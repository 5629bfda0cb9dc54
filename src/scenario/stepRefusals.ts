/** Why a step was refused, and the fact; ours where AWS would have done it. */
export type StepRefusal = { text: string; factId: string | null }

const REFUSALS: Readonly<Record<string, StepRefusal>> = {
  updating: { text: 'the stream is still being changed: one change at a time', factId: 'KIN4.03' },
  noSuchShard: { text: 'the stream has no such shard', factId: 'KIN4.01' },
  shardClosed: { text: 'the shard is closed: it was split or merged before', factId: 'KIN4.04' },
  notInRange: { text: 'the hash key does not lie inside the shard', factId: 'KIN4.01' },
  notAdjacent: { text: 'the two shards are not neighbours', factId: 'KIN4.02' },
  countOutOfBounds: { text: 'at most double and at least half of the open shards in one step', factId: 'KIN4.06' },
  tooManyCounts: { text: 'the shard count was changed as often as 24 hours allow', factId: 'KIN4.06.calls' },
  noRoom: { text: 'this scene keeps no more shards, closed ones included; AWS would', factId: null },
  onDemandSplits: { text: 'an on-demand stream splits its shards itself', factId: 'KIN4.01' },
  onDemandMerges: { text: 'an on-demand stream merges its shards itself', factId: 'KIN4.02' },
  onDemandCounts: { text: 'an on-demand stream chooses the number of its shards itself', factId: 'KIN4.06' },
  retentionOutOfBounds: {
    text: 'the retention period is a whole number of hours, from 24 to 8,760',
    factId: 'KIN6.01',
  },
  retentionUnchanged: { text: 'that is the retention period already', factId: 'KIN6.01' },
  modeUnchanged: { text: 'the stream is in that mode already', factId: 'KIN5.10' },
  tooManyModes: { text: 'the capacity mode was changed twice in 24 hours', factId: 'KIN5.10' },
  noOnDemand: { text: 'there are no on-demand streams in this profile', factId: 'KIN5.02' },
  advantageTooSoon: { text: 'On-demand Advantage is kept for 24 hours at least', factId: 'KIN5.08.hours' },
  warmNeedsAdvantage: { text: 'warm throughput needs On-demand Advantage', factId: 'KIN5.08' },
  warmOutOfBounds: { text: 'a stream is not warmed so far', factId: 'KIN5.09' },
  recordLimit: { text: 'the shard has taken as many records as a second allows', factId: 'KIN1.02' },
  byteLimit: { text: 'the shard has taken as many bytes as a second allows', factId: 'KIN1.01' },
  recordTooLarge: { text: 'data and key together are larger than a record may be', factId: 'KIN1.04' },
  messageTooLarge: { text: 'it is larger than a message may be', factId: 'SQS.03' },
  callsThrottled: { text: 'as many calls as a second allows were made', factId: 'FIFO.02' },
  publishThrottled: { text: 'as many messages as a second allows were published', factId: 'SNS.03' },
  down: { text: 'the program is down and takes no connection', factId: 'X-M1' },
  overLimit: { text: 'as many messages are in flight as the queue allows', factId: 'SQS.08' },
  noReceipt: { text: 'nothing was received by hand yet, so there is no receipt handle', factId: null },
  receiptExpired: { text: 'the visibility timeout has ended, and the receipt handle with it', factId: 'FIFO.20' },
  notCome: { text: 'the application has not come yet, so it has no place in the stream', factId: 'KIN2.08' },
  autoNeedsOnDemand: { text: 'AUTO distribution is for on-demand streams', factId: 'KIN1.14' },
}

/** Null for a step that was done, or whose moment has not come. `answer`: what the engine says of it. */
export function stepRefusal(answer: string): StepRefusal | null {
  return Object.hasOwn(REFUSALS, answer) ? REFUSALS[answer]! : null
}
