import { useState } from 'react'
import type { Answer, InversionSeen } from '../../protocol/inquiry.ts'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import { session, useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { causeText, inversionSentence } from './inversionSentence.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

const TOLD = 12

/** Who was worked after a later record of its key, and why. */
export function OrderLens() {
  const nodes = useScenario((state) => state.scenario.nodes)
  const now = useGauges((reader) => reader.nowMicros)
  const [key, setKey] = useState('')
  const asking = useAnswer()
  const { answer } = asking
  return (
    <form
      className="inquiry-form"
      onSubmit={(event) => {
        event.preventDefault()
        asking.put({ kind: 'order', key: key === '' ? null : key, untilMicros: now })
      }}
    >
      <label>
        Partition key
        <input type="text" value={key} placeholder="all keys" onChange={(event) => setKey(event.target.value.trim())} />
      </label>
      <Button type="submit">Check the order</Button>
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'order' && <Order order={answer} nodes={nodes} />}
    </form>
  )
}

function Order({ order, nodes }: { order: Extract<Answer, { kind: 'order' }>; nodes: readonly ScenarioNode[] }) {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id
  return (
    <div role="status">
      <p>
        {order.total === 0
          ? 'Every record was worked after all earlier ones of its key.'
          : `${order.total} ${order.total === 1 ? 'record was' : 'records were'} worked after a later one of the same key:`}
      </p>
      <ul>
        {Object.entries(order.causes).map(([cause, count]) => (
          <li key={cause}>
            <b>{count}</b> because {causeText(cause)}
          </li>
        ))}
      </ul>
      {order.inversions.length > 0 && <Crossings inversions={order.inversions.slice(0, TOLD)} />}
      <ol className="life">
        {order.inversions.slice(0, TOLD).map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same two records may meet at two consumers in one moment
          <li key={i}>
            <button type="button" className="text-button" onClick={() => session.seek(one.atMicros)}>
              {clockText(one.atMicros)}
            </button>{' '}
            {inversionSentence(one, nameOf)}
          </li>
        ))}
      </ol>
      {order.isCut && <p className="quiet">More records came than are followed. Name a key, or an earlier moment.</p>}
    </div>
  )
}

const ROW = 16
const LEFT = 60
const RIGHT = 180

/** Arrival at the left, processing at the right, oldest at the top: what was overtaken crosses. */
function Crossings({ inversions }: { inversions: readonly InversionSeen[] }) {
  const numbers = [...new Set(inversions.flatMap(({ earlier, later }) => [earlier, later]))].sort((a, b) => a - b)
  const shown = numbers.slice(0, 2 * TOLD)
  // Worked: a record that was overtaken comes right behind the one that overtook it.
  const worked = [...shown]
  for (const { earlier, later } of inversions) {
    const from = worked.indexOf(earlier)
    const to = worked.indexOf(later)
    if (from < 0 || to < 0 || from > to) continue
    worked.splice(from, 1)
    worked.splice(to, 0, earlier)
  }
  const y = (place: number) => 20 + place * ROW
  return (
    <svg
      viewBox={`0 0 240 ${y(shown.length)}`}
      className="crossings"
      role="img"
      aria-label="Arrival against processing order"
    >
      <text x={LEFT} y={10} textAnchor="end">
        arrived
      </text>
      <text x={RIGHT} y={10}>
        worked
      </text>
      {shown.map((number, i) => {
        const place = worked.indexOf(number)
        return (
          <g key={number} className={place > i ? 'is-late' : undefined}>
            <text x={LEFT - 6} y={y(i) + 4} textAnchor="end">
              {number}
            </text>
            <path d={`M${LEFT} ${y(i)}L${RIGHT} ${y(place)}`} />
            <text x={RIGHT + 6} y={y(place) + 4}>
              {number}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
