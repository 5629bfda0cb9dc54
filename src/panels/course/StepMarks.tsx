import type { Lesson } from '../../scenario/course/lesson.ts'
import { keptProgress } from '../../state/course/keptLessons.ts'
import { goToStep } from './openStep.ts'

/** One mark a step: full when it is done, struck when it was skipped. */
export function StepMarks({ lesson, number }: { lesson: Lesson; number: number }) {
  const { done, skipped } = keptProgress(lesson.id)
  const stateOf = (step: number) => (done.includes(step) ? 'done' : skipped.includes(step) ? 'skipped' : 'open')
  return (
    <ol className="course-marks">
      {lesson.steps.map((step, i) => (
        <li key={step.says}>
          <button
            type="button"
            aria-label={`Step ${i + 1}, ${stateOf(i + 1)}`}
            aria-current={i + 1 === number ? 'step' : undefined}
            data-state={stateOf(i + 1)}
            onClick={() => goToStep(lesson, i + 1)}
          />
        </li>
      ))}
    </ol>
  )
}
