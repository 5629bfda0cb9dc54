import { moveNodes } from '../../scenario/alignNodes.ts'
import { applyEdit, scenarioStore } from '../index.ts'
import { say } from './selection.ts'
import { stage } from './stageDoor.ts'

/** Lays the whole scene out along its links; the library for that comes with the first wish. */
export async function arrange(): Promise<void> {
  const { scenario } = scenarioStore.getState()
  const boxes = stage()?.boxesOf(scenario)
  if (boxes === undefined || scenario.nodes.length === 0) return
  const { arranged } = await import('./layoutOfLinks.ts')
  const places = arranged(boxes, scenario.links)
  applyEdit((now) => moveNodes(now, places))
  // The view follows with the next drawing.
  requestAnimationFrame(() => requestAnimationFrame(() => stage()?.fit()))
  say('Arranged along the links.')
}
