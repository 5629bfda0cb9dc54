import { md5 } from '../../kernel/md5.ts'
import { BYTE_VALUES, HEXADECIMAL, WORD_BYTES } from '../../kernel/units.ts'
import { encodeUtf8 } from '../../kernel/utf8.ts'
import type { Body, MessageAttributes } from './sqsApi.ts'

const STRING_VALUE = 1
const BINARY_VALUE = 2

/** The bytes that a body stands for. */
export function bodyBytesOf(body: Body): Uint8Array {
  if (typeof body === 'string') return encodeUtf8(body)
  return typeof body === 'number' ? new Uint8Array(body) : body
}

/** MD5 of a body as AWS writes it. Zero bytes are hashed once for each number of them. */
export class BodyDigests {
  private readonly ofZeros = new Map<number, string>()

  of(body: Body): string {
    if (typeof body !== 'number') return hexadecimal(md5(bodyBytesOf(body)))
    const known = this.ofZeros.get(body)
    if (known !== undefined) return known
    const digest = hexadecimal(md5(bodyBytesOf(body)))
    this.ofZeros.set(body, digest)
    return digest
  }
}

/**
 * MD5OfMessageAttributes: over the attributes by name, of each its name, its type, one byte for how the value travels, and the value; every
 * piece behind its length in four bytes.
 */
export function attributesMd5(attributes: MessageAttributes): string {
  const pieces: Uint8Array[] = []
  for (const name of Object.keys(attributes).sort()) {
    const { DataType, StringValue = '', BinaryValue } = attributes[name]!
    const value = BinaryValue ?? encodeUtf8(StringValue)
    pieces.push(...withLength(encodeUtf8(name)), ...withLength(encodeUtf8(DataType)))
    pieces.push(Uint8Array.of(BinaryValue === undefined ? STRING_VALUE : BINARY_VALUE), ...withLength(value))
  }
  let length = 0
  for (const piece of pieces) length += piece.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return hexadecimal(md5(bytes))
}

function withLength(bytes: Uint8Array): [length: Uint8Array, bytes: Uint8Array] {
  const length = new Uint8Array(WORD_BYTES)
  let rest = bytes.length
  for (let i = WORD_BYTES - 1; i >= 0; i--) {
    length[i] = rest % BYTE_VALUES
    rest = (rest - length[i]!) / BYTE_VALUES
  }
  return [length, bytes]
}

/** Words or bytes as hexadecimal digits. */
export function hexadecimal(values: Uint32Array | Uint8Array): string {
  const digits = values.BYTES_PER_ELEMENT * 2
  return Array.from(values, (value) => value.toString(HEXADECIMAL).padStart(digits, '0')).join('')
}
