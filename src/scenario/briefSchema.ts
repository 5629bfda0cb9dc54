import * as z from 'zod/mini'
import { BOUNDS } from './bounds.ts'

// The shape of a brief. What its steps change and what its guesses read is looked at by `parseBrief.ts`, which knows the nodes.

const text = (length: number) => z.string().check(z.maxLength(length))
const sentence = text(BOUNDS.sentenceLength)
const list = <T extends z.ZodMiniType>(item: T, length: number) => z.array(item).check(z.maxLength(length))
const seconds = z.number().check(z.gte(0), z.lte(BOUNDS.durationSeconds))
const asked = {
  question: sentence,
  node: text(BOUNDS.idLength),
  gauge: text(BOUNDS.idLength),
  row: z.optional(z.int().check(z.gte(0), z.lte(200))),
  times: z.optional(z.number()),
  unit: text(BOUNDS.nameLength),
}

export const prediction = z.object({
  ...asked,
  atSeconds: seconds,
  fromSeconds: z.optional(seconds),
  meant: z.optional(z.enum(['value', 'perSecond', 'when'])),
  reaches: z.optional(z.number()),
  from: z.number(),
  to: z.number(),
  step: z.number().check(z.gt(0)),
  choices: z.optional(list(z.object({ text: sentence, from: z.number(), to: z.number() }), BOUNDS.choices)),
})

export const sketch = z.object({
  ...asked,
  is: z.enum(['point', 'curve']),
  to: z.number().check(z.gt(0)),
  untilSeconds: seconds.check(z.gte(1)),
})

export const stepWithChanges = z.object({ text: sentence, changes: list(z.unknown(), BOUNDS.stepChanges) })
export { sentence }

export const brief = z.object({
  question: z._default(sentence, ''),
  watchFor: z._default(sentence, ''),
  tryThis: z._default(list(z.unknown(), BOUNDS.tryThis), []),
  slider: z.optional(text(2 * BOUNDS.idLength + 1)),
  sliderFrom: z.optional(z.number()),
  sliderTo: z.optional(z.number()),
  whatYouLearn: z.optional(sentence),
  commonMistake: z.optional(sentence),
  minutes: z.optional(z.number().check(z.gte(0), z.lte(BOUNDS.minutes))),
  facts: z.optional(list(text(BOUNDS.idLength), BOUNDS.facts)),
  correction: z.optional(sentence),
  concepts: z.optional(list(text(BOUNDS.idLength), BOUNDS.concepts)),
  notes: z.optional(text(BOUNDS.notesLength)),
  predict: z.optional(z.unknown()),
  guesses: z.optional(list(z.unknown(), BOUNDS.guesses)),
})
