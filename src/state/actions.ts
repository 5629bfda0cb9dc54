import { addIntervention, setField } from '../scenario/index.ts'
import type { Intervention, Scenario } from '../scenario/scenario.ts'
import type { ScenarioHistory } from './scenarioStore.ts'

type WithoutPlace<Each> = Each extends { at: number; node: string } ? Omit<Each, 'at' | 'node'> : never
/** What a person may do to a node at the present moment; a parameter is turned with `turn`. */
export type NodeAction = WithoutPlace<Exclude<Intervention, { action: 'set' }>>

export type Actions = {
  turn: (nodeId: string, field: string, value: number | string, phase: 'drag' | 'commit') => void
  act: (nodeId: string, action: NodeAction) => void
}

/** Turning a control and doing something to a node: both become part of the document at the playhead (rule D12b). */
export function createActions(history: ScenarioHistory, playheadMicros: () => number): Actions {
  let heldAtMicros = 0

  return {
    turn(nodeId, field, value, phase) {
      const gesture = `turn ${nodeId}.${field}`
      // While the hand is on the control the run plays on; all of the gesture belongs to its first moment.
      if (history.gesture() !== gesture) heldAtMicros = playheadMicros()
      history.apply((scenario: Scenario) => setField(scenario, nodeId, field, value, heldAtMicros), gesture)
      if (phase === 'commit') history.endGesture()
    },
    act(nodeId, action) {
      const at = playheadMicros()
      history.apply((scenario) => addIntervention(scenario, { ...action, at, node: nodeId } as Intervention))
    },
  }
}
