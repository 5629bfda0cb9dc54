import { builtIn } from '../scenario/index.ts'
import { openScenario, viewStore } from '../state/index.ts'

/** Opens a built-in scene from its start, playing: a scene explains itself by moving. */
export function openBuiltIn(id: string): void {
  const scenario = builtIn(id)
  if (scenario === null) return
  viewStore.getState().select(null)
  viewStore.getState().setPanel('canvas')
  openScenario(scenario, 0, true)
}
