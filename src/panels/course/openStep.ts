import type { Lesson } from '../../scenario/course/lesson.ts'
import { stepScene } from '../../scenario/course/stepScene.ts'
import { loadBuiltIn } from '../../scenario/index.ts'
import { keepProgress, keptProgress } from '../../state/course/keptLessons.ts'
import { type Course, openScenario, session, viewStore } from '../../state/index.ts'

/** The same document, seed and moment for everybody who comes to this step, from wherever. */
export async function openStep(lesson: Lesson, course: Course): Promise<void> {
  const number = stepIn(lesson, course)
  const step = lesson.steps[number - 1]
  if (step === undefined) return
  const scene = await loadBuiltIn(step.scene).catch(() => null)
  // Somebody who was quicker than the network wants the last one.
  if (viewStore.getState().course !== course) return
  if (scene === null) {
    viewStore.getState().setNotice({ text: 'The scene of this step did not load. Go to it again.' })
    return
  }
  openScenario(stepScene(scene, step), step.atSeconds ?? 0, step.waits !== true, course.opens === 'again')
  session.setSpeed(step.speed ?? 1)
  viewStore.setState({ course: { id: lesson.id, step: number } })
  keepProgress(lesson.id, { ...keptProgress(lesson.id), step: number })
}

/** Out of its range: the nearest step there is. */
export const stepIn = ({ steps }: Lesson, { step }: Course): number => Math.max(1, Math.min(steps.length, step))

/** To a step of the lesson that is open. */
export function goToStep({ id }: Lesson, step: number): void {
  viewStore.setState({ course: { id, step, opens: 'again' } })
}
