import { loadBuiltIn } from '../scenario/index.ts'
import { openScenario, viewStore } from '../state/index.ts'

let newest = 0

/** Opens a built-in scene from its start, playing: a scene explains itself by moving. Before a class it waits for the guesses. */
export async function openBuiltIn(id: string): Promise<void> {
  newest += 1
  const mine = newest
  const scenario = await loadBuiltIn(id).catch(() => null)
  // Somebody who was quicker than the network wants the last one.
  if (mine !== newest) return
  if (scenario === null) {
    viewStore.getState().setNotice({ text: 'This scene did not load. Open it again.' })
    return
  }
  viewStore.getState().select(null)
  viewStore.getState().setPanel('canvas')
  openScenario(scenario, 0, viewStore.getState().show === undefined)
}
