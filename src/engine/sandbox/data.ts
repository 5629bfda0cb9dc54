import { encodeUtf8 } from '../kernel/utf8.ts'
import { ApiError } from './apiError.ts'

/**
 * Bytes of what a caller sends, without making them: a text (UTF-8), bytes, or a number n that stands for n zero bytes.
 * @throws ApiError with `errorName` when it is none of the three, or a number that is no count of bytes.
 */
export function bytesOf(data: unknown, errorName: string, factId: string): number {
  if (typeof data === 'string') return encodeUtf8(data).length
  if (data instanceof Uint8Array) return data.length
  if (typeof data === 'number' && Number.isSafeInteger(data) && data >= 0) return data
  throw new ApiError(errorName, factId, 'Data is a text, bytes, or a number of zero bytes.')
}
