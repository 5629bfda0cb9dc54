import { lagText, rateText } from './rateText.ts'

/** A gauge in words: a rate with /s, bytes by `bytesText`, an age in seconds and minutes. */
export function readingText(
  value: number,
  as: 'value' | 'rate' | 'bytes' | 'age',
  bytesText: (bytes: number) => string,
): string {
  if (as === 'rate') return `${rateText(value)}/s`
  if (as === 'bytes') return bytesText(value)
  return as === 'age' ? lagText(value) : rateText(value)
}
