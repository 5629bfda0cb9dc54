import { ApiError, type Explanation } from '../apiError.ts'

// The errors of Kinesis. Which one AWS answers where: a value of a wrong form is a ValidationException, one that the stream or its
// present state does not allow an InvalidArgumentException.

export const validation = (factId: string, message: string) => new ApiError('ValidationException', factId, message)

export const invalidArgument = (factId: string, message: string) =>
  new ApiError('InvalidArgumentException', factId, message)

export const notFound = (factId: string, message: string) => new ApiError('ResourceNotFoundException', factId, message)

export const inUse = (factId: string, message: string) => new ApiError('ResourceInUseException', factId, message)

export const limitExceeded = (factId: string, message: string, explanation: Explanation | null = null) =>
  new ApiError('LimitExceededException', factId, message, explanation)

export const throttled = (factId: string, message: string, explanation: Explanation | null = null) =>
  new ApiError('ProvisionedThroughputExceededException', factId, message, explanation)

/** A whole number from `least` to `most`, else a ValidationException. */
export function wholeNumber(value: unknown, name: string, least: number, most: number, factId: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw validation(factId, `${name} is a whole number from ${least} to ${most}, not ${String(value)}.`)
}

/** One of some words, else a ValidationException. */
export function oneOf<T extends string>(value: unknown, name: string, words: readonly T[], factId: string): T {
  const word = words.find((candidate) => candidate === value)
  if (word !== undefined) return word
  throw validation(factId, `${name} is one of ${words.join(', ')}, not ${String(value)}.`)
}

/** A name of 1 to 128 letters, digits, underscores, hyphens and dots, as streams, consumers and queues have it. */
export function resourceName(value: unknown, name: string, factId: string): string {
  if (typeof value === 'string' && /^[a-zA-Z0-9_.-]{1,128}$/.test(value)) return value
  throw validation(factId, `${name} is 1 to 128 letters, digits, underscores, hyphens and dots, not ${String(value)}.`)
}
