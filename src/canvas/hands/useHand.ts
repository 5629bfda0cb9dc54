import { useEffect, useState } from 'react'
import { stepRefusal } from '../../scenario/index.ts'
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
  const [step, setStep] = useState(-1)
  const isStill = useScenario((state) => state.scenario.interventions[step]?.node === nodeId)
  const answer = useGauges((g) => (isStill ? g.answer(step) : ''))
  const [isSaid, setIsSaid] = useState(false)
  useEffect(() => {
    if (step < 0) return
    setIsSaid(true)
    const timer = setTimeout(() => setIsSaid(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [step])
  return {
    answer,
    isSaid,
    refusal: isSaid ? refusalText(answer) : null,
    does(action) {
      act(nodeId, action)
      setStep(scenarioStore.getState().scenario.interventions.length - 1)
    },
  }
}

function refusalText(answer: string): string | null {
  const refusal = stepRefusal(answer)
  if (refusal === null) return null
  return `Refused: ${refusal.text}${refusal.factId === null ? '' : ` (${refusal.factId})`}.`
}
