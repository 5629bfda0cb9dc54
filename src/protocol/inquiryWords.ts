// The words in which the page and the command line tell what became of a record.

/** What happened to a record, between the record and the node that did it. */
export const LIFE_WORDS = {
  made: 'is made by',
  held: 'waits at the source, the buffer is full, before',
  packed: 'is packed by the producer library into a Kinesis record for',
  dropped: 'is lost by a full buffer before',
  stored: 'is stored in',
  refused: 'is refused by',
  givenUp: 'is given up before',
  received: 'is handed to',
  returned: 'is visible again in',
  worked: 'is worked by',
  failed: 'fails at',
  skipped: 'is left out by',
  effect: 'has an effect through',
  lost: 'is lost by',
  discarded: 'is given up by',
  missed: 'is no longer there for',
  called: 'is brought to',
  answered: 'is done by',
  unanswered: 'is not done by',
  repeated: 'is a repetition for, and not stored in,',
  deleted: 'is deleted from',
  expired: 'expires in',
  purged: 'is purged from',
  deadLettered: 'is given up as a dead letter by',
  redriven: 'is moved back by',
  copied: 'is copied by',
  copyRefused: 'cannot be copied yet by',
  copyLost: 'will not be copied any more by',
} as const satisfies Record<string, string>

/** Whether a consumer has worked a record, and why not; the consumer's name stands before it. */
export const SEEN_WORDS = {
  seen: () => 'has worked it',
  notConnected: () => 'reads no store that it was sent to',
  notMade: () => 'cannot have: it is not made yet',
  notStored: () => 'has not: it is not stored yet',
  lostBeforeStoring: () => 'never will: it was lost before it was stored',
  beforeItsStart: () => 'has not: its place is already behind the record',
  expiredUnread: () => 'never will: it expired unread',
  skipped: () => 'has not: the rest of its batch was left out after a failure',
  notRegistered: () => 'never will: its stream has no room for it as a registered consumer (KIN3.02)',
  nobodyReads: () => 'has not: nobody reads its shard at present',
  notFetched: (ahead: number) => `has not: ${ahead} records of its shard come before it`,
  inWork: (ahead: number) =>
    ahead === 0
      ? 'has it in hand'
      : `has fetched it, ${ahead === 1 ? 'one record is' : `${ahead} records are`} worked before it`,
  takenByAnother: () => 'never will: another consumer of the same queue has taken it',
  inFlight: () => 'has not: it is in flight with another consumer',
  waiting: () => 'has not: it waits in the queue',
  lost: () => 'never will: it had taken it and lost it',
  discarded: () => 'never will: its mapping has given it up',
  failing: () => 'has not: its work has failed so far, and it will be tried again',
  locked: (ahead: number) =>
    `has not: ${ahead === 1 ? 'a message' : `${ahead} messages`} of its group come before it, the first of them in flight`,
  delayed: () => 'has not: nobody can receive it yet',
  tooManyInFlight: () => 'has not: so many are in flight that nothing is handed out',
  repetition: () => 'never will: it was taken for a repetition of an earlier one',
  notWanted: () => 'never will: no copy of it goes there',
  copyWaits: () => 'has not: its copy could not be handed over yet',
  deadLettered: () => 'never will: it was given up as a dead letter',
  gone: () => 'never will: it is gone from the queue',
} as const satisfies Record<string, (ahead: number) => string>

/** What turned the order of two records round. */
export const CAUSE_WORDS = {
  twoShards: 'they lay on two shards',
  reshard: 'a shard was split or merged between them',
  retry: 'the earlier one was refused and stored later',
  callsAtOnce: 'two calls were under way at once',
  redelivery: 'the earlier one was handed out again',
  standardQueue: 'a standard queue promises no order',
  kinesisQueue: 'a Kinesis queue promises no order',
  parallelConsumers: 'two consumers worked side by side',
} as const satisfies Record<string, string>

/** What happened for the first time; the place stands behind it. */
export const FIRST_WORDS = {
  refused: 'first refusal, by',
  failed: 'first failure, at',
  returned: 'first message visible again, in',
  again: 'first record worked twice, by',
  overtaken: 'first record worked after a later one, by',
  deadLettered: 'first dead letter, in',
  lost: 'first loss, at',
  crashed: 'first crash, of',
} as const satisfies Record<string, string>
