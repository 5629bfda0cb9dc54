import type { Scenario } from '../scenario/scenario.ts'
import { tryText } from '../scenario/tryStep.ts'

/** Whether a scene has all the words and the concept. A scene that has not loaded yet is not shown. */
export function isWanted(scenario: Scenario | undefined, words: string, concept: string | null): boolean {
  if (scenario === undefined) return false
  const { title, brief, id = '' } = scenario
  const { concepts = [], facts = [], whatYouLearn = '' } = brief
  if (concept !== null && !concepts.includes(concept)) return false
  const text = [
    id,
    title,
    brief.question,
    brief.watchFor,
    whatYouLearn,
    ...brief.tryThis.map(tryText),
    ...concepts,
    ...facts,
  ].join(' ')
  return hasWords(text, words)
}

export function hasWords(text: string, words: string): boolean {
  const low = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word))
}

/** The concepts of these scenes, those of the first scenes first. */
export function conceptsOf(scenes: readonly Scenario[]): string[] {
  return [...new Set(scenes.flatMap(({ brief }) => brief.concepts ?? []))]
}
