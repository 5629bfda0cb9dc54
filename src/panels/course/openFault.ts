import type { Fault } from '../../scenario/course/fault.ts'
import { openScenario, session, viewStore } from '../../state/index.ts'

/** The broken system from its start. `again`: it covers what was made of it, and nothing of that is kept. */
export function openFault(fault: Fault, again: boolean): void {
  openScenario(fault.scene, 0, true, again)
  session.setSpeed(fault.speed ?? 1)
  viewStore.setState({ course: { id: fault.id, step: 1 } })
}
