import type { Prediction } from '../../scenario/prediction.ts'

/** What of a number is asked. */
export type Meaning = 'value' | 'change' | 'perSecond' | 'when'

export const MEANINGS: readonly { value: Meaning; label: string }[] = [
  { value: 'value', label: 'what it is at a moment' },
  { value: 'change', label: 'how much it grows between two moments' },
  { value: 'perSecond', label: 'its growth a second between two moments' },
  { value: 'when', label: 'the second at which it reaches a value' },
]

export function meaningOf({ meant = 'value', fromSeconds }: Prediction): Meaning {
  return meant === 'value' ? (fromSeconds === undefined ? 'value' : 'change') : meant
}

/** The unit follows: growth of records is records, its speed records/s, a moment is seconds. */
export function withMeaning(guess: Prediction, meaning: Meaning): Prediction {
  const { meant: _, fromSeconds = 0, reaches: __, ...value } = guess
  const counted = meaningOf(guess) === 'when' ? '' : guess.unit.replace(/\/s$/, '')
  if (meaning === 'value') return { ...value, unit: counted }
  if (meaning === 'when') return { ...value, meant: 'when', reaches: 1, unit: 's' }
  const between = { ...value, fromSeconds: Math.min(fromSeconds, guess.atSeconds) }
  if (meaning === 'change') return { ...between, unit: counted }
  return { ...between, meant: 'perSecond', unit: counted === '' ? '' : `${counted}/s` }
}
