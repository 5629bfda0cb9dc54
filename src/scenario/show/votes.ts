import type { Prediction } from '../prediction.ts'

// Raised hands, counted by the teacher with the keys 1 to 9: a vote, a talk with one's neighbour, and a second vote.

/** Keys there are for it. */
export const ROWS_MAX = 9
export const ROUNDS_MAX = 2
/** More than sit in any room; it keeps a message from elsewhere small. */
export const HANDS_MAX = 9_999
/** A number is guessed within so many ranges of equal width. */
const RANGES = 5

/** For each round the hands of each row; a row that nobody chose may be missing at the end. */
export type Rounds = readonly (readonly number[])[]

/** One thing that can be voted for: the answers from `from` to just below `to` mean it. */
export type VoteRow = { text: string; from: number; to: number }

/** What can be voted for: the choices of the guess, or ranges of the number that is asked for. */
export function voteRows(prediction: Prediction | undefined): VoteRow[] {
  if (prediction === undefined) return []
  const { choices, from, to, step, unit } = prediction
  if (choices !== undefined) return choices.slice(0, ROWS_MAX)
  const edges = Array.from({ length: RANGES + 1 }, (_, i) => rounded(from + ((to - from) * i) / RANGES, step))
  return edges.slice(1).flatMap((end, i) => {
    const start = edges[i] ?? from
    const isLast = i === RANGES - 1
    // A coarse step may leave no room for five.
    return end <= start
      ? []
      : [{ text: `${number(start)} to ${number(end)} ${unit}`.trim(), from: start, to: isLast ? Infinity : end }]
  })
}

const rounded = (value: number, step: number) => Math.round(value / step) * step
const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** The row that the run's answer belongs to; -1 where none does. */
export function rowOfAnswer(rows: readonly VoteRow[], answer: number): number {
  const found = rows.findIndex(({ from, to }) => answer >= from && answer < to)
  // Below everything that can be said is nearest to the lowest.
  return found < 0 && answer < (rows[0]?.from ?? Number.NaN) ? 0 : found
}

/** One hand more, or with `by` -1 one less, for a row of the present round. */
export function raise(rounds: Rounds, row: number, by: 1 | -1 = 1): Rounds {
  if (!Number.isInteger(row) || row < 0 || row >= ROWS_MAX) return rounds
  const present = rounds.at(-1) ?? []
  const hands = Array.from({ length: Math.max(present.length, row + 1) }, (_, i) => present[i] ?? 0)
  hands[row] = Math.max(0, Math.min(HANDS_MAX, (hands[row] ?? 0) + by))
  return [...rounds.slice(0, -1), hands]
}

/** A second vote beside the first; a first one without hands is begun anew. */
export function voteAgain(rounds: Rounds): Rounds {
  return rounds.length >= ROUNDS_MAX || handsOf(rounds.at(-1)) === 0 ? rounds : [...rounds, []]
}

export const handsOf = (round: readonly number[] | undefined): number =>
  (round ?? []).reduce((sum, hands) => sum + hands, 0)
