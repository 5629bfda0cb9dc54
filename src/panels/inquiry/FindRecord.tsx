import { useState } from 'react'
import { LIFE_WORDS } from '../../protocol/inquiryWords.ts'
import { useGauges, useScenario, viewStore } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

/** Finds a message by its number, or lists the newest of a key. */
export function FindRecord() {
  const nodes = useScenario((state) => state.scenario.nodes)
  const now = useGauges((reader) => reader.nowMicros)
  const [text, setText] = useState('')
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
        const [first] = producers
        if (/^\d+$/.test(text) && first) tell(first.id, Number(text))
        else if (text !== '') asking.put({ kind: 'ofKey', key: text, untilMicros: now })
      }}
    >
      <label>
        Key, or number
        <input
          type="text"
          value={text}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, to type into
          autoFocus
          onChange={(event) => setText(event.target.value.trim())}
        />
      </label>
      <Button type="submit">Find it</Button>
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
