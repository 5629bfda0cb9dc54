import type { Bucket } from '../../life/bucket.ts'
import type { PublishVerdict } from '../../sns/publishVerdict.ts'
import { ApiError } from '../apiError.ts'
import { invalidParameter } from './refuse.ts'

const LIMITS = {
  quota: { factId: 'SNS.03', of: 'the account in its Region' },
  topicMessages: { factId: 'SNS.06', of: 'the topic' },
  topicBytes: { factId: 'SNS.06', of: 'the topic' },
  groupMessages: { factId: 'SNS.06', of: 'the message group' },
} as const

/** The refusal of a message, with what its bucket had left at that microsecond. */
export function refusalOf(verdict: Exclude<PublishVerdict, 'accepted'>, bucket: Bucket): ApiError {
  const { capacity, left, needed, unit } = bucket
  if (verdict === 'tooLarge')
    return invalidParameter('SNS.04', `Message too long: ${needed} bytes, the topic takes ${capacity}.`)
  const { factId, of } = LIMITS[verdict]
  const what = unit === 'bytes' ? 'bytes' : 'messages'
  const message = `Rate exceeded: ${of} has ${left} of ${capacity} ${what}, ${needed} needed.`
  return new ApiError('Throttled', factId, message, { bucket, lastSecond: null })
}
