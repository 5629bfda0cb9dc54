import { applyOverride } from '../overrides.ts'
import type { Scenario } from '../scenario.ts'
import type { LessonStep } from './lesson.ts'

/** The document of a step, from the scene that it names. Throws where the two do not fit, which a test looks for. */
export function stepScene(scene: Scenario, { set = [], bare, unlink = [] }: LessonStep): Scenario {
  const start = bare ? { ...scene, interventions: [] } : scene
  const linked =
    unlink.length === 0
      ? start
      : { ...start, links: start.links.filter(({ from, to }) => !unlink.includes(`${from} ${to}`)) }
  return set.reduce((one, text) => {
    const result = applyOverride(one, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, linked)
}
