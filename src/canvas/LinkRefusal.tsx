import { useConnection } from '@xyflow/react'
import { wiringRefusal } from '../scenario/index.ts'
import { useScenario } from '../state/index.ts'

/** While a link is drawn: why it cannot end where the pointer is. */
export function LinkRefusal() {
  const scenario = useScenario((state) => state.scenario)
  const ends = useConnection((connection) =>
    connection.inProgress && connection.toNode !== null
      ? { own: connection.fromNode.id, other: connection.toNode.id, isForward: connection.fromHandle.type === 'source' }
      : null,
  )
  if (ends === null || ends.own === ends.other) return null
  const [from, to] = ends.isForward ? [ends.own, ends.other] : [ends.other, ends.own]
  const reason = wiringRefusal(scenario, from, to)
  return reason === null ? null : <p className="stage-refusal">{reason}</p>
}
