import { finishMixing, mix } from './random.ts'
import {
  DIGEST_HIGH_SEED,
  DIGEST_LOW_MASK,
  DIGEST_LOW_SEED,
  DOUBLE_BYTES,
  HEXADECIMAL,
  HEXADECIMAL_DIGITS_A_WORD,
  WORD_BYTES,
} from './units.ts'

/** What a log is fingerprinted by, row by row. */
export { mix } from './random.ts'

const view = new DataView(new ArrayBuffer(DOUBLE_BYTES))

/** Two independent 32-bit hashes of the bits of all values: [high, low] of a 64-bit fingerprint. */
export function digestOf(values: Float64Array): [high: number, low: number] {
  let a = DIGEST_HIGH_SEED | 0
  let b = DIGEST_LOW_SEED | 0
  for (let i = 0; i < values.length; i++) {
    view.setFloat64(0, values[i]!)
    const high = view.getInt32(0)
    const low = view.getInt32(WORD_BYTES)
    a = mix(mix(a, high), low)
    b = mix(mix(b, low ^ DIGEST_LOW_MASK), high)
  }
  return [finishMixing(a ^ values.length), finishMixing(b ^ values.length)]
}

/** A fingerprint as 16 hexadecimal digits. */
export function fingerprintText(high: number, low: number): string {
  return digitsOf(high) + digitsOf(low)
}

const digitsOf = (word: number): string => word.toString(HEXADECIMAL).padStart(HEXADECIMAL_DIGITS_A_WORD, '0')
