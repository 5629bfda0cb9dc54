/** SNS: what each row of the facts says, in a few words of ours. */
export const SNS_ROWS = {
  'SNS.01': 'Published once, copied to every subscribed queue',
  'SNS.02': 'A batch of 10; the quota counts messages',
  'SNS.03': 'Messages a second of an account, by Region',
  'SNS.04': '256 KiB, by a setting up to 1 MiB',
  'SNS.05': 'Standard topics: at least once, best-effort order',
  'SNS.06': 'FIFO topics: order, deduplication, throughput by scope',
  'SNS.07': 'Retries of a delivery, and what is not retried',
  'SNS.08': 'Raw delivery and filters',
  'SNS.09': 'FIFO topics can archive and replay',
  'SNS.10': 'A late subscriber gets nothing of before',
} as const

/** Lambda, reading Kinesis. */
export const LKI_ROWS = {
  'LKI.01': 'Polls a shard once a second, then without pause',
  'LKI.02': 'A batch ends by window, size or 6 MB',
  'LKI.03': 'The next window begins after the invocation',
  'LKI.04': 'Concurrency: shards times factor',
  'LKI.05': 'Lanes keep the order of a key',
  'LKI.06': 'A failed batch stops its shard until it succeeds or expires',
  'LKI.07': 'Most retries, greatest age; throttles do not count',
  'LKI.08': 'Halving a failed batch',
  'LKI.09': 'Reported failures: checkpoint at the lowest',
  'LKI.10': 'What is given up goes to a destination',
  'LKI.11': 'At least once',
  'LKI.12': 'Where a mapping begins',
  'LKI.13': 'Tumbling windows with state',
  'LKI.14': 'Aggregated records with fan-out: strangers are dropped',
} as const

/** Lambda, reading SQS. */
export const LSQ_ROWS = {
  'LSQ.01': 'Begins with 5 batches at once',
  'LSQ.02': '300 more a minute',
  'LSQ.03': 'At most 1,250, and the quota of the account',
  'LSQ.04': 'Idle: back to 5, then 2',
  'LSQ.05': 'A maximum concurrency can be set',
  'LSQ.06': 'Provisioned pollers',
  'LSQ.07': 'Batch sizes and windows',
  'LSQ.08': 'Little traffic may wait 20 s',
  'LSQ.09': 'Success deletes, failure returns the batch',
  'LSQ.10': 'Partial answers return only what failed',
  'LSQ.11': 'FIFO: as many as there are groups',
  'LSQ.12': 'Advice: timeout six times the function, five receives',
  'LSQ.13': 'Functions scale by 1,000 in 10 s',
} as const
