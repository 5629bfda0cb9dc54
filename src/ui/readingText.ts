import { lagText, rateText } from './rateText.ts'

const MIB = 1_048_576

/** A gauge in words: a rate with /s, bytes in MiB, an age in seconds and minutes. */
export function readingText(value: number, as: 'value' | 'rate' | 'bytes' | 'age'): string {
  if (as === 'rate') return `${rateText(value)}/s`
  if (as === 'bytes') return `${(value / MIB).toFixed(1)} MiB`
  return as === 'age' ? lagText(value) : rateText(value)
}
