import { ApiError } from '../apiError.ts'
import { missing } from './refuse.ts'
import type { BatchOutput } from './sqsApi.ts'

const ID_SHAPE = /^[\w-]{1,80}$/

/** A batch as a whole: 1 to `most` entries, each with an Id of its own (SQS.04, SQS.19b). @throws ApiError */
export function checkEntries(entries: readonly { Id: string }[] | undefined, most: number): void {
  if (entries === undefined) throw missing('SQS.19b', 'Entries')
  if (entries.length === 0)
    throw new ApiError('EmptyBatchRequest', 'SQS.19b', 'There should be at least one entry in the request.')
  if (entries.length > most)
    throw new ApiError(
      'TooManyEntriesInBatchRequest',
      'SQS.19b',
      `Maximum number of entries per request is ${most}; this one has ${entries.length}.`,
    )
  const seen = new Set<string>()
  for (const { Id } of entries) {
    if (typeof Id !== 'string' || !ID_SHAPE.test(Id))
      throw new ApiError('InvalidBatchEntryId', 'SQS.04', `An Id has letters, digits, hyphens and underscores: ${Id}`)
    if (seen.has(Id)) throw new ApiError('BatchEntryIdsNotDistinct', 'SQS.04', `Id ${Id} repeated.`)
    seen.add(Id)
  }
}

/** Does each entry for itself; one that is refused fails alone. */
export function eachEntry<E extends { Id: string }, R extends object>(
  entries: readonly E[],
  act: (entry: E) => R,
): BatchOutput<R> {
  const output: BatchOutput<R> = { Successful: [], Failed: [] }
  for (const entry of entries) {
    const { Id } = entry
    try {
      output.Successful.push({ Id, ...act(entry) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      output.Failed.push({ Id, SenderFault: true, Code: error.name, Message: error.message })
    }
  }
  return output
}
