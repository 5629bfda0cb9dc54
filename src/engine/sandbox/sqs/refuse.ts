import { ApiError } from '../apiError.ts'

/** Something that the call must say is not there. */
export function missing(factId: string, parameter: string): ApiError {
  return new ApiError('MissingParameter', factId, `The request must contain the parameter ${parameter}.`)
}

/** Something that the call says cannot be so. */
export function invalid(factId: string, message: string): ApiError {
  return new ApiError('InvalidParameterValue', factId, message)
}

export function invalidAttribute(factId: string, name: string, message: string): ApiError {
  return new ApiError('InvalidAttributeValue', factId, `Invalid value for the parameter ${name}. ${message}`)
}

/** A whole number from `least` to `most`, written as a number or as digits; NaN for anything else. */
export function wholeIn(value: unknown, least: number, most: number): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) return Number.NaN
  return number
}

/** Such a number of seconds, or so, as the parameter of a call; `unless` when it was left out. */
export function parameterIn(
  value: unknown,
  name: string,
  [least, most]: readonly [least: number, most: number],
  factId: string,
  unless: number,
): number {
  if (value === undefined) return unless
  const number = wholeIn(value, least, most)
  if (Number.isNaN(number))
    throw invalid(
      factId,
      `Value ${String(value)} for parameter ${name} is invalid. It lies between ${least} and ${most}.`,
    )
  return number
}
