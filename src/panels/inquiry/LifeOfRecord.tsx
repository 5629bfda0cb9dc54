import { useState } from 'react'
import { useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { LifeStory } from './LifeStory.tsx'
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
          placeholder={`1 to ${Math.max(1, made)}`}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <Button type="submit">Tell its life</Button>
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'life' && <LifeStory life={answer} />}
    </form>
  )
}
