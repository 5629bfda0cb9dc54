import { expect } from 'vitest'

// A rule drawn as a table: one line a step, columns apart by two blanks or more,
//   seconds   what is done   what is seen
// The whole table is compared at once, so a failure shows the timeline as it should be and as it is.

type Step = { seconds: string; action: string; seen: string }

export function stepsOf(drawing: string): Step[] {
  return drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [seconds, action, seen, ...more] = line.split(/\s{2,}/)
      if (seconds === undefined || action === undefined || seen === undefined || more.length > 0)
        throw new Error(`A line of a timeline has three columns: ${line}`)
      return { seconds, action, seen }
    })
}

/** Plays every step with `act`, which returns what is seen, and compares all of them with the drawing. */
export function expectTimeline(drawing: string, act: (micros: number, words: string[]) => string): void {
  const steps = stepsOf(drawing)
  const draw = (seen: (step: Step) => string) =>
    steps.map((step) => `${step.seconds.padEnd(12)}${step.action.padEnd(28)}${seen(step)}`)
  const actual = draw(({ seconds, action }) => act(Math.round(Number(seconds) * 1e6), action.split(' ')))
  expect(actual).toEqual(draw(({ seen }) => seen))
}

/** `3 stored, 2 refused`: equal words counted, in the order of their first appearance; one alone without its number. */
export function tally(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  if (words.length === 1) return words[0]!
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
}
