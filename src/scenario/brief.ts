import type { Sketch } from './course/sketch.ts'
import type { Intervention } from './intervention.ts'
import type { Prediction } from './prediction.ts'

type WithoutMoment<Each> = Each extends { at: number } ? Omit<Each, 'at'> : never
/** What is done to a node, without its moment: it is done at the playhead of whoever tries it. */
export type Change = WithoutMoment<Intervention>
/** Something to try: a sentence, and what it changes where its author has recorded that. */
export type TryStep = string | { text: string; changes: Change[] }

/** What may be asked before a run: a number or a choice, or a point or a curve drawn into the empty chart. */
export type Guess = Prediction | Sketch

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
