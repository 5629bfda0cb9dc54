import { ApiError } from '../apiError.ts'
import type { PublishBatchEntry } from './snsApi.ts'
import type { MessageContent } from './snsMessage.ts'

const ENTRY_ID = /^[\w-]{1,80}$/

/** SNS.02: what is wrong with a batch as a whole, whatever its messages say. @throws ApiError */
export function checkEntries(entries: readonly PublishBatchEntry[], most: number): void {
  if (entries.length === 0) throw new ApiError('EmptyBatchRequest', 'SNS.02', 'The batch has no entries.')
  if (entries.length > most)
    throw new ApiError('TooManyEntriesInBatchRequest', 'SNS.02', `A batch has at most ${most} entries.`)
  const ids = entries.map(({ Id }) => Id)
  if (new Set(ids).size < ids.length)
    throw new ApiError('BatchEntryIdsNotDistinct', 'SNS.02', 'Two entries of the batch have the same Id.')
  const wrong = ids.find((id) => !ENTRY_ID.test(id))
  if (wrong !== undefined)
    throw new ApiError('InvalidBatchEntryId', 'SNS.02', `${wrong} is no Id: up to 80 letters, digits, - and _.`)
}

/** SNS.04: a batch may not be larger than one message. @throws ApiError */
export function checkBatchBytes(contents: readonly MessageContent[], most: number): void {
  const bytes = contents.reduce((sum, content) => sum + content.bytes, 0)
  if (bytes > most)
    throw new ApiError('BatchRequestTooLong', 'SNS.04', `The batch has ${bytes} B, the topic takes ${most} B.`)
}
