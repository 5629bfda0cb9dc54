import type { Scenario } from '../scenario/scenario.ts'
import { tryText } from '../scenario/tryStep.ts'

/** Whether a scene has all the words and the concept. */
function isWanted(scenario: Scenario, words: string, concept: string | null): boolean {
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

const READERS = ['reader', 'worker', 'application', 'team']
/** What people ask for, and the words in which the scenes speak of it. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  consumer: READERS,
  consumers: READERS,
  loss: ['lost', 'expire'],
  lose: ['lost', 'expire'],
  partition: ['shard'],
  lag: ['behind'],
  data: ['record', 'message'],
}

const wordsOf = (words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

export function hasWords(text: string, words: string): boolean {
  const low = text.toLowerCase()
  return wordsOf(words).every((word) => [word, ...(ALSO[word] ?? [])].some((each) => low.includes(each)))
}

/** The scenes with all the words; where none has them all, those with the word that the fewest have. `only` is that word. */
export function search(scenes: readonly Scenario[], words: string, concept: string | null) {
  const having = (asked: string) => scenes.filter((scene) => isWanted(scene, asked, concept))
  const found = having(words)
  if (found.length > 0) return { found, only: null }
  const [rarest] = wordsOf(words)
    .map((only) => ({ found: having(only), only }))
    .filter((one) => one.found.length > 0)
    .sort((a, b) => a.found.length - b.found.length)
  return rarest ?? { found, only: null }
}

/** The concepts of these scenes, those of the first scenes first. */
export function conceptsOf(scenes: readonly Scenario[]): string[] {
  return [...new Set(scenes.flatMap(({ brief }) => brief.concepts ?? []))]
}
