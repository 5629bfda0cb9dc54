import { useEffect, useState } from 'react'
import { LESSONS } from '../../scenario/course/catalogue.ts'
import type { Lesson } from '../../scenario/course/lesson.ts'
import { type Course, useView, viewStore } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { LessonPanel } from './LessonPanel.tsx'
import { openStep, stepIn } from './openStep.ts'
import '../brief.css'
import './course.css'

/** In place of the question: a lesson at its step. */
export default function CoursePanel() {
  const course = useView((view) => view.course)
  return (
    <aside className="left" id="brief" aria-label="The lesson" tabIndex={-1}>
      {course !== undefined && <LessonOf key={course.id} course={course} />}
    </aside>
  )
}

function LessonOf({ course }: { course: Course }) {
  const [lesson, setLesson] = useState<Lesson | null>(null)
  const [failed, setFailed] = useState(false)
  const { id } = course
  useEffect(() => {
    const entry = LESSONS.find((one) => one.id === id)
    if (entry === undefined) setFailed(true)
    else entry.load().then(setLesson, () => setFailed(true))
  }, [id])
  useEffect(() => {
    if (lesson !== null && course.opens !== undefined) void openStep(lesson, course)
  }, [lesson, course])
  if (failed)
    return (
      <div className="brief">
        <p className="say">This lesson is not there, or did not load.</p>
        <Button onClick={() => viewStore.setState({ course: undefined })}>Leave it</Button>
      </div>
    )
  if (lesson === null) return null
  return <LessonPanel lesson={lesson} number={stepIn(lesson, course)} />
}
