import { MICROS_PER_SECOND } from '../kernel/time.ts'
import { millionthsOf } from '../kernel/tokenBucket.ts'

/** What a topic says of a message: taken, or which limit refuses it. */
export type PublishVerdict = 'accepted' | 'tooLarge' | 'quota' | 'topicMessages' | 'topicBytes' | 'groupMessages'

/** Tokens of every bucket that a message takes from, in millionths; Infinity where there is no such limit. */
export type PublishTokens = {
  /** SNS.03: of the account in its Region. */
  quota: number
  /** SNS.06: of a FIFO topic. */
  topicMessages: number
  topicBytes: number
  /** SNS.06: of a message group. */
  groupMessages: number
}

/** SNS.03, SNS.06: a message is taken when every bucket covers it; the widest one that does not refuses, and none gives anything. */
export function publishVerdict(tokens: PublishTokens, bytes: number): PublishVerdict {
  if (tokens.quota < MICROS_PER_SECOND) return 'quota'
  if (tokens.topicMessages < MICROS_PER_SECOND) return 'topicMessages'
  if (tokens.topicBytes < millionthsOf(bytes)) return 'topicBytes'
  if (tokens.groupMessages < MICROS_PER_SECOND) return 'groupMessages'
  return 'accepted'
}
