import { MICROS_PER_SECOND } from '../../kernel/time.ts'
import type { PublishTokens, PublishVerdict } from '../../sns/publishVerdict.ts'
import { ApiError } from '../apiError.ts'
import { invalidParameter } from './refuse.ts'

export type Refused = Exclude<PublishVerdict, 'accepted'>

const BUCKETS = {
  quota: { factId: 'SNS.03', of: 'the account in its Region', unit: 'messages' },
  topicMessages: { factId: 'SNS.06', of: 'the topic', unit: 'messages' },
  topicBytes: { factId: 'SNS.06', of: 'the topic', unit: 'B' },
  groupMessages: { factId: 'SNS.06', of: 'the message group', unit: 'messages' },
} as const

/** The refusal of a message, with what its bucket had left at that microsecond. */
export function refusalOf(verdict: Refused, tokens: PublishTokens, bytes: number, bytesLimit: number): ApiError {
  if (verdict === 'tooLarge')
    return invalidParameter('SNS.04', `Message too long: ${bytes} B, the topic takes ${bytesLimit} B.`)
  const { factId, of, unit } = BUCKETS[verdict]
  const left = tokens[verdict] / MICROS_PER_SECOND
  const needed = verdict === 'topicBytes' ? bytes : 1
  return new ApiError('Throttled', factId, `Rate exceeded: ${of} has ${left} ${unit} left, ${needed} needed.`)
}
