import { useEffect, useState } from 'react'
import type { Compared, Design } from '../../scenario/compare/designs.ts'
import { useScenario, useSession } from '../../state/index.ts'
import { useAnswer } from '../inquiry/useAnswer.ts'

/** Records worked after a later one of their key, up to the moment at which the run stands: it is played once more for that. */
export function OrderRow({ designs, nowMicros }: { designs: Compared['designs']; nowMicros: number }) {
  const [isAsked, setAsked] = useState(false)
  const { playing } = useSession()
  const scenario = useScenario((state) => state.scenario)
  const { answer, put, cancel } = useAnswer()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another run
  useEffect(() => {
    if (!isAsked) return
    if (playing) cancel()
    else put({ kind: 'order', key: null, untilMicros: nowMicros })
  }, [isAsked, playing, nowMicros, scenario, put, cancel])
  const count = ({ readers }: Design) => {
    if (playing) return '…'
    if (answer === null || answer === 'asking') return 'counting'
    if (answer.kind !== 'order') return '–'
    const all = readers.reduce((sum, { id }) => sum + (answer.byConsumer[id] ?? 0), 0)
    return answer.isCut ? `${all} or more` : String(all)
  }
  return (
    <tr>
      <th scope="row">Worked out of order</th>
      {isAsked ? (
        designs.map((design, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: left and right
          <td key={i}>{count(design)}</td>
        ))
      ) : (
        <td colSpan={2}>
          <button type="button" className="text-button" onClick={() => setAsked(true)}>
            Count them
          </button>
        </td>
      )}
    </tr>
  )
}
