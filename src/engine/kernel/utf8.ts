import {
  AFTER_SURROGATES,
  ENDS_ONE_BYTE,
  ENDS_TWO_BYTES,
  FIRST_OF_FOUR,
  FIRST_OF_THREE,
  FIRST_OF_TWO,
  FOLLOWING,
  FOLLOWING_BITS,
  FOLLOWING_MASK,
  HALF_WORD_VALUES,
  HIGH_SURROGATES,
  KIBI_BITS,
  LOW_SURROGATES,
  REPLACEMENT_CHARACTER,
  UTF8_BYTES_A_UNIT,
} from './units.ts'

/**
 * UTF-8 of a text. A surrogate without its partner becomes U+FFFD, as in the web's own encoder, which the engine
 * cannot use because it runs without any host.
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * UTF8_BYTES_A_UNIT)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code >= HIGH_SURROGATES && code < AFTER_SURROGATES) {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
      if (code < LOW_SURROGATES && next >= LOW_SURROGATES && next < AFTER_SURROGATES) {
        code = HALF_WORD_VALUES + ((code - HIGH_SURROGATES) << KIBI_BITS) + (next - LOW_SURROGATES)
        i++
      } else {
        code = REPLACEMENT_CHARACTER
      }
    }
    if (code < ENDS_ONE_BYTE) {
      bytes[length++] = code
      continue
    }
    if (code < ENDS_TWO_BYTES) {
      bytes[length++] = FIRST_OF_TWO | (code >> FOLLOWING_BITS)
    } else {
      if (code < HALF_WORD_VALUES) {
        bytes[length++] = FIRST_OF_THREE | (code >> TWO_FOLLOW)
      } else {
        bytes[length++] = FIRST_OF_FOUR | (code >> THREE_FOLLOW)
        bytes[length++] = following(code >> TWO_FOLLOW)
      }
      bytes[length++] = following(code >> FOLLOWING_BITS)
    }
    bytes[length++] = following(code)
  }
  return bytes.slice(0, length)
}

const TWO_FOLLOW = FOLLOWING_BITS + FOLLOWING_BITS
const THREE_FOLLOW = TWO_FOLLOW + FOLLOWING_BITS

/** The byte that carries the lowest six bits. */
const following = (code: number): number => FOLLOWING | (code & FOLLOWING_MASK)
