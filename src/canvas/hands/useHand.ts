import { useEffect, useState } from 'react'
import { stepRefusal } from '../../scenario/index.ts'
import type { Intervention } from '../../scenario/scenario.ts'
import type { NodeAction } from '../../state/actions.ts'
import { act, scenarioStore, useGauges, useScenario } from '../../state/index.ts'

/** So long what was said stands over the drawing. */
const SAID_MS = 9000

/** Does something to a node and hears what became of it, for some seconds, until the next deed or until it is undone. */
export function useHand(nodeId: string): {
  does: (action: NodeAction) => void
  /** Empty before anything was done; as the engine names it. */
  answer: string
  refusal: string | null
  /** It was done just now. */
  isSaid: boolean
} {
  const [done, setDone] = useState<Intervention | null>(null)
  // Steps before it may come and go; another one may stand in its place when it was undone.
  const step = useScenario(({ scenario }) => (done === null ? -1 : scenario.interventions.indexOf(done)))
  const answer = useGauges((g) => g.answer(step))
  const [isSaid, setIsSaid] = useState(false)
  useEffect(() => {
    if (done === null) return
    setIsSaid(true)
    const timer = setTimeout(() => setIsSaid(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [done])
  return {
    answer,
    isSaid,
    refusal: isSaid ? refusalText(answer) : null,
    does(action) {
      act(nodeId, action)
      setDone(scenarioStore.getState().scenario.interventions.at(-1) ?? null)
    },
  }
}

function refusalText(answer: string): string | null {
  const refusal = stepRefusal(answer)
  if (refusal === null) return null
  return `Refused: ${refusal.text}${refusal.factId === null ? '' : ` (${refusal.factId})`}.`
}
