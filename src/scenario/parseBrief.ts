import type * as z from 'zod/mini'
import type { Brief, Change, Guess, TryStep } from './brief.ts'
import { type brief, prediction, sentence, sketch, stepWithChanges } from './briefSchema.ts'
import { compact } from './compact.ts'
import type { DropList } from './dropList.ts'
import { isSketch, withGuesses } from './guess.ts'
import type { Prediction } from './prediction.ts'
import { changeRefusal } from './recordedChanges.ts'
import { isRecord, ScenarioRefusal } from './refusal.ts'
import type { ScenarioNode } from './scenario.ts'
import { intervention } from './schema.ts'
import { passesBound, schemaMessage } from './schemaMessage.ts'
import { tryStep } from './tryStep.ts'

type Nodes = readonly ScenarioNode[]

/** The words of a scene, what its steps change and what it asks: a change or guess that has no meaning here is left out and listed. */
export function parseBrief(shape: z.infer<typeof brief>, nodes: Nodes, drops: DropList): Brief {
  const { tryThis, predict, guesses, ...words } = shape
  const asked = (guesses ?? []).flatMap((one, i) => parseGuess(one, `Scenario.brief.guesses[${i}]`, nodes, drops) ?? [])
  const first = predict === undefined ? null : parseGuess(predict, 'Scenario.brief.predict', nodes, drops)
  if (first !== null && isSketch(first)) drops.add('Guess: one that is drawn stands among the guesses only')
  const isFirst = first !== null && !isSketch(first)
  const read = compact<Brief>({
    ...words,
    tryThis: tryThis.map((step, i) => parseStep(step, `Scenario.brief.tryThis[${i}]`, nodes, drops)),
  })
  return withGuesses(read, isFirst ? [first, ...asked] : asked)
}

function read<T extends z.ZodMiniType>(schema: T, raw: unknown, where: string): z.infer<T> {
  const found = schema.safeParse(raw)
  if (found.success) return found.data
  throw new ScenarioRefusal(passesBound(found.error) ? 'hostile' : 'damaged', schemaMessage(found.error, where))
}

function parseStep(raw: unknown, where: string, nodes: Nodes, drops: DropList): TryStep {
  if (!isRecord(raw)) return read(sentence, raw, where)
  const { text, changes } = read(stepWithChanges, raw, where)
  const sound = changes.flatMap((one, i): Change[] => {
    const { at: _, ...change } = read(intervention, isRecord(one) ? { ...one, at: 0 } : one, `${where}.changes[${i}]`)
    const refusal = changeRefusal(
      change as Change,
      nodes.find(({ id }) => id === change.node),
    )
    if (refusal === null) return [change as Change]
    drops.add(`To try: ${refusal}`)
    return []
  })
  return tryStep(text, sound)
}

function parseGuess(raw: unknown, where: string, nodes: Nodes, drops: DropList): Guess | null {
  const isDrawn = isRecord(raw) && raw['is'] !== undefined
  const guess = isDrawn
    ? compact<Guess>(read(sketch, raw, where))
    : compact<Prediction>(read(prediction, raw, where) as Prediction)
  if (!isDrawn && 'from' in guess && !(guess.to > guess.from))
    throw new ScenarioRefusal('damaged', `${where}.to must be above ${where}.from.`)
  if (nodes.some(({ id }) => id === guess.node)) return guess
  drops.add(`Guess: there is no node ${guess.node}`)
  return null
}
