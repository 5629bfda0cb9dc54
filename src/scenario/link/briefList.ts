import type { Brief, Guess } from '../brief.ts'
import { tryText } from '../tryStep.ts'

/** The first words of a brief, in the order of the short form. */
export type BriefList = [
  question: string,
  watchFor: string,
  tryThis: string[],
  slider: string | 0,
  from: number | null,
  to: number | null,
]
/** What is said after the run, and how it is found. Nothing is said by an empty text, an empty list or 0. */
export type AfterList = [
  whatYouLearn: string,
  commonMistake: string,
  correction: string,
  minutes: number,
  facts: string[],
  concepts: string[],
]

export function briefList(brief: Brief): BriefList {
  return [
    brief.question,
    brief.watchFor,
    brief.tryThis.map(tryText),
    brief.slider ?? 0,
    brief.sliderFrom ?? null,
    brief.sliderTo ?? null,
  ]
}

export function afterList(brief: Brief): AfterList {
  return [
    brief.whatYouLearn ?? '',
    brief.commonMistake ?? '',
    brief.correction ?? '',
    brief.minutes ?? 0,
    brief.facts ?? [],
    brief.concepts ?? [],
  ]
}

/** What came later: notes, and guesses beside the first one. */
export type OwnPart = { n?: string; g?: Guess[] }

export function ownPart({ notes, guesses }: Brief): OwnPart | null {
  if (notes === undefined && guesses === undefined) return null
  return { ...(notes !== undefined && { n: notes }), ...(guesses !== undefined && { g: guesses }) }
}

/** True when both say the same. */
export function sameBrief(a: Brief, b: Brief): boolean {
  const words = (brief: Brief) =>
    JSON.stringify([briefList(brief), afterList(brief), brief.predict ?? 0, brief.tryThis, ownPart(brief) ?? 0])
  return words(a) === words(b)
}

/** True when there is nothing in it. */
export function isEmptyAfter(list: AfterList): boolean {
  return list.every((part) => (typeof part === 'object' ? part.length === 0 : !part))
}

/** `own`: what `OwnPart` holds, for the schema of the document to read. */
export function longBrief(
  [question, watchFor, tryThis, slider, from, to]: BriefList,
  after: AfterList | undefined,
  predict: unknown,
  own: { n?: unknown; g?: unknown } = {},
) {
  const brief: Record<string, unknown> = { question, watchFor, tryThis }
  if (own.n !== undefined) brief['notes'] = own.n
  if (own.g !== undefined) brief['guesses'] = own.g
  if (slider !== 0) brief['slider'] = slider
  if (from !== null) brief['sliderFrom'] = from
  if (to !== null) brief['sliderTo'] = to
  if (predict !== undefined) brief['predict'] = predict
  if (after === undefined) return brief
  const [whatYouLearn, commonMistake, correction, minutes, facts, concepts] = after
  if (whatYouLearn !== '') brief['whatYouLearn'] = whatYouLearn
  if (commonMistake !== '') brief['commonMistake'] = commonMistake
  if (minutes !== 0) brief['minutes'] = minutes
  if (facts.length > 0) brief['facts'] = facts
  if (correction !== '') brief['correction'] = correction
  if (concepts.length > 0) brief['concepts'] = concepts
  return brief
}
