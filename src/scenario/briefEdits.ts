import { BOUNDS } from './bounds.ts'
import type { Brief, Guess, TryStep } from './brief.ts'
import { guessesMost, withGuesses } from './guess.ts'
import type { Scenario } from './scenario.ts'
import { tryText } from './tryStep.ts'

// What an author writes, as edits of the document. Beyond its bound nothing is taken: never the beginning of a text alone.

/** How long each text may be. */
export const TEXT_BOUNDS = {
  question: BOUNDS.sentenceLength,
  watchFor: BOUNDS.sentenceLength,
  whatYouLearn: BOUNDS.sentenceLength,
  commonMistake: BOUNDS.sentenceLength,
  correction: BOUNDS.sentenceLength,
  notes: BOUNDS.notesLength,
} as const satisfies Partial<Record<keyof Brief, number>>

export type BriefText = keyof typeof TEXT_BOUNDS

/** An empty text takes itself out of the document, but question and what to watch for are always there. */
export function setBriefText(scenario: Scenario, name: BriefText, text: string): Scenario {
  if (text.length > TEXT_BOUNDS[name] || (scenario.brief[name] ?? '') === text) return scenario
  const { [name]: _, ...others } = scenario.brief
  const isKept = text !== '' || name === 'question' || name === 'watchFor'
  return { ...scenario, brief: { ...others, ...(isKept && { [name]: text }) } as Brief }
}

/** 0 takes them out. */
export function setMinutes(scenario: Scenario, minutes: number): Scenario {
  if (!(minutes >= 0 && minutes <= BOUNDS.minutes) || minutes === (scenario.brief.minutes ?? 0)) return scenario
  const { minutes: _, ...others } = scenario.brief
  return { ...scenario, brief: minutes === 0 ? others : { ...others, minutes } }
}

export function setTrySteps(scenario: Scenario, steps: readonly TryStep[]): Scenario {
  const fits = steps.length <= BOUNDS.tryThis && steps.every((step) => tryText(step).length <= BOUNDS.sentenceLength)
  return fits ? { ...scenario, brief: { ...scenario.brief, tryThis: [...steps] } } : scenario
}

export function setGuesses(scenario: Scenario, list: readonly Guess[]): Scenario {
  const fits =
    list.length <= guessesMost(list) && list.every(({ question }) => question.length <= BOUNDS.sentenceLength)
  return fits ? { ...scenario, brief: withGuesses(scenario.brief, list) } : scenario
}
