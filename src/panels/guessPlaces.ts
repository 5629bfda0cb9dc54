import { guessesOf } from '../scenario/guess.ts'
import { builtIn } from '../scenario/library/index.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Under which each guess is kept: a question that somebody has written anew is another one. No two are the same. */
export function guessPlaces({ id, title, brief }: Scenario): string[] {
  const questions = guessesOf(brief).map(({ question }) => question)
  const theirs = id === undefined ? undefined : builtIn(id)?.brief.predict?.question
  return questions.map((question, i) => {
    if (id !== undefined && i === 0 && question === theirs) return id
    const place = `${id ?? title} ${question}`
    // What is still to be written, or was copied, asks the same: only from the second on it is counted, so that what was kept is found.
    const before = questions.slice(0, i).filter((other) => other === question).length
    return before === 0 ? place : `${place}\n${before + 1}`
  })
}
