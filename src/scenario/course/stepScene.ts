import type { Scenario } from '../scenario.ts'
import { removeNodes } from '../structureEdits.ts'
import type { LessonStep } from './lesson.ts'
import { withSet } from './withSet.ts'

/** The document of a step, from the scene that it names. */
export function stepScene(scene: Scenario, { set = [], bare, unlink = [], without = [] }: LessonStep): Scenario {
  const start = bare ? { ...scene, interventions: [] } : scene
  const linked =
    unlink.length === 0
      ? start
      : { ...start, links: start.links.filter(({ from, to }) => !unlink.includes(`${from} ${to}`)) }
  return withSet(removeNodes(linked, without), set)
}
