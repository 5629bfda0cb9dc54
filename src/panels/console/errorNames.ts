// The codes under which AWS refuses, as single calls give them; by what the engine says became of a step.

/** Empty where AWS would have done it: our own reason is said instead. */
const NAMES: Readonly<Record<string, string>> = {
  updating: 'ResourceInUseException',
  noSuchShard: 'ResourceNotFoundException',
  shardClosed: 'InvalidArgumentException',
  notInRange: 'InvalidArgumentException',
  notAdjacent: 'InvalidArgumentException',
  countOutOfBounds: 'LimitExceededException',
  tooManyCounts: 'LimitExceededException',
  onDemandSplits: 'ValidationException',
  onDemandMerges: 'ValidationException',
  onDemandCounts: 'ValidationException',
  retentionOutOfBounds: 'InvalidArgumentException',
  retentionUnchanged: 'InvalidArgumentException',
  recordLimit: 'ProvisionedThroughputExceededException',
  byteLimit: 'ProvisionedThroughputExceededException',
  recordTooLarge: 'InvalidArgumentException',
  messageTooLarge: 'InvalidParameterValue',
  callsThrottled: 'RequestThrottled',
  overLimit: 'OverLimit',
  receiptExpired: 'InvalidParameterValue',
}

export const errorName = (answer: string): string => NAMES[answer] ?? ''
