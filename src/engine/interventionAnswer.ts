import type { ReshardAnswer } from './kinesis/resharding.ts'

// What became of an intervention. AWS may refuse what a person does to a stream; then nothing has changed, and it is said why.

const NAMES = [
  'notYet',
  'done',
  'updating',
  'noSuchShard',
  'notInRange',
  'notAdjacent',
  'countOutOfBounds',
  'tooManyCounts',
  'noRoom',
  'onDemandSplits',
  'onDemandMerges',
  'onDemandCounts',
  'retentionOutOfBounds',
  'retentionUnchanged',
  'modeUnchanged',
  'tooManyModes',
  'noOnDemand',
  'advantageTooSoon',
  'warmNeedsAdvantage',
  'warmOutOfBounds',
  'autoNeedsOnDemand',
  'recordLimit',
  'byteLimit',
  'recordTooLarge',
  'messageTooLarge',
  'callsThrottled',
  'publishThrottled',
  'down',
  'noMessage',
  'overLimit',
  'noReceipt',
  'receiptExpired',
  'shardClosed',
  'notCome',
] as const
export type InterventionAnswer = (typeof NAMES)[number]

/** Names of the answers by the numbers that stand among the gauges. */
export const INTERVENTION_ANSWERS: readonly InterventionAnswer[] = NAMES

export const answerNumber = (answer: InterventionAnswer) => NAMES.indexOf(answer)

/** In the order of `ReshardAnswer`. */
const OF_RESHARDING: readonly InterventionAnswer[] = [
  'done',
  'updating',
  'noSuchShard',
  'notInRange',
  'notAdjacent',
  'countOutOfBounds',
  'tooManyCounts',
  'noRoom',
]

export const answerOf = (answer: ReshardAnswer): InterventionAnswer => OF_RESHARDING[answer]!
