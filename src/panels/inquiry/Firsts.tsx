import { FIRST_WORDS } from '../../protocol/inquiryWords.ts'
import { session, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

/** What goes wrong for the first time in the whole run, each with the way to its moment. */
export function Firsts() {
  const { nodes, durationSeconds } = useScenario((state) => state.scenario)
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id
  const asking = useAnswer()
  const { answer } = asking
  return (
    <div className="inquiry-form">
      <Button onClick={() => asking.put({ kind: 'firsts', untilMicros: Math.round(durationSeconds * 1e6) })}>
        Look through the whole run
      </Button>
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'firsts' && (
        <div role="status">
          {answer.firsts.length === 0 && <p className="quiet">Nothing is refused, repeated or lost in this run.</p>}
          <ol className="life">
            {answer.firsts.map(({ of, atMicros, node, key }) => (
              <li key={of} className={LOSSES.has(of) ? 'is-loss' : undefined}>
                <button type="button" className="text-button" onClick={() => session.seek(atMicros)}>
                  {clockText(atMicros)}
                </button>{' '}
                {FIRST_WORDS[of as keyof typeof FIRST_WORDS] ?? of} <b>{nameOf(node)}</b>
                {key !== '' && `, key ${key}`}
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

const LOSSES: ReadonlySet<string> = new Set(['refused', 'lost'])
