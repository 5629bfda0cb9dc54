import { handsOf, type Rounds } from '../../scenario/show/votes.ts'
import './voteBars.css'

type VoteBarsProps = {
  rows: readonly string[]
  rounds: Rounds
  /** Counted, and not shown before everybody has chosen. */
  isHidden: boolean
  /** The row of the run's answer; -1 as long as it has not spoken. */
  rightRow: number
}

const ROUND_WORDS = ['First vote', 'Second vote']

/** What can be chosen and how many chose it: the votes side by side, on one scale. */
export function VoteBars({ rows, rounds, isHidden, rightRow }: VoteBarsProps) {
  // Nobody was asked: nothing to be drawn.
  const hasBars = !isHidden && rounds.some((round) => handsOf(round) > 0)
  const most = Math.max(1, ...rounds.flat())
  const named = rows.length > 0 ? rows : unnamed(rounds)
  return (
    <ol className="votes" data-hidden={!hasBars || undefined} data-rounds={rounds.length} aria-label="Votes">
      {hasBars && rounds.length > 1 && (
        <li className="vote-heads" aria-hidden="true">
          {ROUND_WORDS.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </li>
      )}
      {named.map((text, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, by which it is voted for
        <li key={row} data-right={row === rightRow || undefined}>
          <b className="vote-key">{row + 1}</b>
          <span className="vote-text">
            {text}
            {row === rightRow && <small>the run</small>}
          </span>
          {hasBars &&
            rounds.map((round, i) => (
              <span key={ROUND_WORDS[i]} className="vote-bar">
                <i style={{ width: `${(100 * (round[row] ?? 0)) / most}%` }} />
                <span>{round[row] ?? 0}</span>
              </span>
            ))}
        </li>
      ))}
    </ol>
  )
}

/** Without a question of the scene's own the teacher says aloud what the numbers mean. */
const unnamed = (rounds: Rounds): string[] =>
  Array.from({ length: Math.max(0, ...rounds.map((round) => round.length)) }, () => '')

/** How many have raised a hand, in both votes. */
export function handsText(rounds: Rounds): string {
  const counts = rounds.map(handsOf)
  if (counts.every((count) => count === 0)) return ''
  const of = (count: number) => (count === 1 ? '1 hand' : `${count} hands`)
  return counts.length === 1 ? of(counts[0] ?? 0) : `${of(counts[0] ?? 0)}, then ${counts[1] ?? 0}`
}
