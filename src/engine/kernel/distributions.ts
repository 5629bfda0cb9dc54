import { logOfUint32 } from './detMath.ts'
import type { RandomStreams } from './random.ts'
import { HALF, WORD_VALUES } from './units.ts'

/** Always the mean; draws nothing. */
export const CONSTANT = 0
export const EXPONENTIAL = CONSTANT + 1
/** From 0 to twice the mean. */
export const UNIFORM = EXPONENTIAL + 1
/** Sum of `shape` exponentials: the larger the shape, the closer to the mean. */
export const ERLANG = UNIFORM + 1

const TWO_MINUS_31 = 2 / WORD_VALUES

/** The kind with this name. RangeError for a name that is none of constant, exponential, uniform, erlang. */
export function distributionKind(name: string): number {
  switch (name) {
    case 'constant':
      return CONSTANT
    case 'exponential':
      return EXPONENTIAL
    case 'uniform':
      return UNIFORM
    case 'erlang':
      return ERLANG
    default:
      throw new RangeError(`No distribution is called "${name}"`)
  }
}

/**
 * One draw with mean 1; the caller multiplies. `shape` is Erlang's number of exponentials (variance 1 / shape)
 * and means nothing to the other kinds. An exponential draw ends at 22.18: 32 bits know nothing rarer.
 */
export function sampleUnitMean(random: RandomStreams, stream: number, kind: number, shape: number): number {
  switch (kind) {
    case EXPONENTIAL:
      return 0 - logOfUint32(random.uint32(stream))
    case CONSTANT:
      return 1
    case UNIFORM:
      // The middle of each of 2^32 equal steps, so that the mean is 1 exactly.
      return (random.uint32(stream) + HALF) * TWO_MINUS_31
    case ERLANG: {
      let sum = 0
      for (let i = 0; i < shape; i++) sum -= logOfUint32(random.uint32(stream))
      return sum / shape
    }
    default:
      throw new RangeError(`No distribution has the number ${kind}`)
  }
}
