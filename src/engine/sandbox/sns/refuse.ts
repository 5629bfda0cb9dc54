import { ApiError } from '../apiError.ts'

/** A request that the API does not take as it is. */
export function invalidParameter(factId: string, message: string): ApiError {
  return new ApiError('InvalidParameter', factId, `Invalid parameter: ${message}`)
}

export function notFound(factId: string, message: string): ApiError {
  return new ApiError('NotFound', factId, message)
}

/** `true` and `false` are the only texts that AWS takes for a flag, in any case of letters. */
export function flagOf(name: string, text: string, factId: string): boolean {
  const word = text.toLowerCase()
  if (word !== 'true' && word !== 'false') throw invalidParameter(factId, `${name} is either true or false.`)
  return word === 'true'
}
