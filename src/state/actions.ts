import { addIntervention, setField } from '../scenario/index.ts'
import type { Intervention, Scenario } from '../scenario/scenario.ts'
import type { ScenarioHistory } from './scenarioStore.ts'

type WithoutPlace<Each> = Each extends { at: number; node: string } ? Omit<Each, 'at' | 'node'> : never
/** What a person may do to a node at the present moment; a parameter is turned with `turn`. */
export type NodeAction = WithoutPlace<Exclude<Intervention, { action: 'set' }>>

/** Later steps that left the document because somebody acted before them, at `at`. */
export type Aside = { at: number; steps: readonly Intervention[] }

export type Actions = {
  turn: (nodeId: string, field: string, value: number | string, phase: 'drag' | 'commit') => void
  act: (nodeId: string, action: NodeAction) => void
}

/** Turning a control and doing something to a node: both become part of the document at the playhead (rule D12b). */
export function createActions(
  history: ScenarioHistory,
  playheadMicros: () => number,
  setAside: (aside: Aside) => void,
): Actions {
  let heldAtMicros = 0
  /** Who acts in the past begins another future; what was to come is kept at hand. */
  function apply(at: number, edit: (scenario: Scenario) => Scenario, gesture?: string) {
    const before = history.store.getState().scenario.interventions
    history.apply(edit, gesture)
    const after = history.store.getState().scenario.interventions
    const steps = before.filter((step) => step.at > at && !after.includes(step))
    if (steps.length > 0) setAside({ at, steps })
  }

  return {
    turn(nodeId, field, value, phase) {
      const gesture = `turn ${nodeId}.${field}`
      // While the hand is on the control the run plays on; all of the gesture belongs to its first moment.
      if (history.gesture() !== gesture) heldAtMicros = playheadMicros()
      apply(heldAtMicros, (scenario) => setField(scenario, nodeId, field, value, heldAtMicros), gesture)
      if (phase === 'commit') history.endGesture()
    },
    act(nodeId, action) {
      const at = playheadMicros()
      apply(at, (scenario) => addIntervention(scenario, { ...action, at, node: nodeId } as Intervention))
    },
  }
}
