import { useState } from 'react'
import type { Answer } from '../../protocol/inquiry.ts'
import { LIFE_WORDS, SEEN_WORDS } from '../../protocol/inquiryWords.ts'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import { session, useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

/** One record from its making to its end, and why each consumer has or has not seen it. */
export function LifeOfRecord() {
  const nodes = useScenario((state) => state.scenario.nodes)
  const producers = nodes.filter(({ kind }) => kind === 'producer')
  const [chosen, setChosen] = useState(producers[0]?.id ?? '')
  const producer = producers.some(({ id }) => id === chosen) ? chosen : (producers[0]?.id ?? '')
  const made = useGauges((reader) => reader.value(producer, 'arrivalsTotal'))
  const now = useGauges((reader) => reader.nowMicros)
  const [number, setNumber] = useState('')
  const asking = useAnswer()
  const { answer } = asking
  if (producers.length === 0) return <p className="quiet">Nothing sends yet.</p>
  const asked = number === '' ? Math.max(1, made) : Number(number)
  return (
    <form
      className="inquiry-form"
      onSubmit={(event) => {
        event.preventDefault()
        asking.put({ kind: 'life', producer, number: asked, untilMicros: now })
      }}
    >
      {producers.length > 1 && (
        <label>
          Producer
          <select value={producer} onChange={(event) => setChosen(event.target.value)}>
            {producers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Record number
        <input
          type="number"
          min={1}
          max={Math.max(1, made)}
          value={number}
          placeholder={`${Math.max(1, made)}, the newest`}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <Button type="submit">Tell its life</Button>
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'life' && <Life life={answer} nodes={nodes} />}
    </form>
  )
}

type LifeAnswer = Extract<Answer, { kind: 'life' }>
const wordOf = <Words extends Record<string, unknown>>(words: Words, name: string) =>
  Object.hasOwn(words, name) ? words[name as keyof Words] : null

function Life({ life, nodes }: { life: LifeAnswer; nodes: readonly ScenarioNode[] }) {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id
  return (
    <div role="status">
      <p>
        Key <b>{life.key}</b>, {life.bytes} B.
      </p>
      <ol className="life">
        {life.events.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal events of one moment differ only by their place
          <li key={i} className={LOSSES.has(event.step) ? 'is-loss' : undefined}>
            <button type="button" className="text-button" onClick={() => session.seek(event.atMicros)}>
              {clockText(event.atMicros)}
            </button>{' '}
            {wordOf(LIFE_WORDS, event.step) ?? event.step} <b>{nameOf(event.node)}</b>
          </li>
        ))}
      </ol>
      <ul className="seen-by">
        {life.seenBy.map(({ consumer, reason, ahead }) => (
          <li key={consumer}>
            <b>{nameOf(consumer)}</b> {wordOf(SEEN_WORDS, reason)?.(ahead) ?? reason}.
          </li>
        ))}
      </ul>
    </div>
  )
}

const LOSSES: ReadonlySet<string> = new Set(['dropped', 'refused', 'givenUp', 'lost', 'expired', 'purged'])
