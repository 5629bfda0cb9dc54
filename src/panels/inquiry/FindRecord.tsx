import { useState } from 'react'
import { LIFE_WORDS } from '../../protocol/inquiryWords.ts'
import { frames, useGauges, useScenario, viewStore } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

/** AWS's longest partition key (KIN1.11). */
const LONGEST = 256

const isKey = (text: string) => frames.current()?.layout.paintedKeys.some(({ key }) => key === text) ?? false

/** Finds a message by its number, or lists the newest of a key. Each producer counts its own; `typed`: what was asked for before. */
export function FindRecord({ typed }: { typed: string }) {
  const nodes = useScenario((state) => state.scenario.nodes)
  const now = useGauges((reader) => reader.nowMicros)
  const [text, setText] = useState(typed)
  const [number, setNumber] = useState(0)
  const asking = useAnswer()
  const { answer } = asking
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id
  const producers = nodes.filter(({ kind }) => kind === 'producer')
  const tell = (producer: string, number: number) =>
    viewStore.setState({
      biography: { question: { kind: 'life', producer, number, untilMicros: now }, standsFor: 1, step: null },
    })
  return (
    <form
      className="inquiry-form"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = text.trim()
        const [first, second] = producers
        const isNumber = /^\d+$/.test(wanted) && first !== undefined
        viewStore.setState({ biography: { question: null, standsFor: 1, step: null } })
        setNumber(isNumber ? Number(wanted) : 0)
        if (isNumber && second === undefined && !isKey(wanted)) tell(first.id, Number(wanted))
        else if (wanted !== '' && (!isNumber || isKey(wanted)))
          asking.put({ kind: 'ofKey', key: wanted, untilMicros: now })
      }}
    >
      <label>
        Key, or number
        <input
          type="text"
          value={text}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, to type into
          autoFocus
          maxLength={LONGEST}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit">Find it</Button>
      {number > 0 && (
        <ul className="life">
          {producers.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="text-button" onClick={() => tell(id, number)}>
                {name}, number {number}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'ofKey' && (
        <div role="status">
          <p className="quiet">
            {answer.total} {answer.total === 1 ? 'record has' : 'records have'} this key so far, the newest first:
          </p>
          <ul className="life">
            {answer.records.map(({ producer, number, atMicros, lastStep, node }) => (
              <li key={`${producer} ${number}`}>
                <button type="button" className="text-button" onClick={() => tell(producer, number)}>
                  {nameOf(producer)}, number {number}
                </button>
                : {clockText(atMicros)} {LIFE_WORDS[lastStep as keyof typeof LIFE_WORDS] ?? lastStep} {nameOf(node)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}
