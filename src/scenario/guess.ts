import { BOUNDS } from './bounds.ts'
import type { Brief, Guess } from './brief.ts'
import type { Sketch } from './course/sketch.ts'

export const isSketch = (guess: Guess): guess is Sketch => 'is' in guess

/** All that a brief asks, the first one first. */
export const guessesOf = ({ predict, guesses = [] }: Pick<Brief, 'predict' | 'guesses'>): readonly Guess[] =>
  predict === undefined ? guesses : [predict, ...guesses]

/** One list beside the first number or choice (`withGuesses`). */
export const guessesMost = (list: readonly Guess[]): number =>
  list[0] === undefined || !isSketch(list[0]) ? BOUNDS.guesses + 1 : BOUNDS.guesses

/** A number or choice that comes first stands in `predict`, so that one list is one document. */
export function withGuesses(brief: Brief, list: readonly Guess[]): Brief {
  const { predict: _, guesses: __, ...words } = brief
  const [first, ...others] = list
  if (first === undefined) return words
  if (isSketch(first)) return { ...words, guesses: [...list] }
  return { ...words, predict: first, ...(others.length > 0 && { guesses: others }) }
}
