import type { Guess } from './guess.ts'
import type { Prediction } from './prediction.ts'
import type { TryStep } from './tryStep.ts'

/**
 * What a learner is asked. `slider` names the one control the scene is about, as `node.field`; `sliderFrom` and
 * `sliderTo` narrow it to the part of the field's range that the question is about, in the field's unit.
 */
export type Brief = {
  question: string
  watchFor: string
  tryThis: TryStep[]
  slider?: string
  sliderFrom?: number
  sliderTo?: number
  /** What the run has shown, said afterwards. */
  whatYouLearn?: string
  commonMistake?: string
  /** How long it takes in a class. */
  minutes?: number
  /** IDs of the facts that it rests on. */
  facts?: string[]
  /** Where what is often said of it is dated: what holds today. */
  correction?: string
  /** By which it is found in the gallery. */
  concepts?: string[]
  /** For whoever teaches with it. */
  notes?: string
  predict?: Prediction
  /** Asked beside it, or instead. */
  guesses?: Guess[]
}
