import { useEffect, useState } from 'react'
import { LESSONS } from '../../scenario/course/catalogue.ts'
import type { Fault } from '../../scenario/course/fault.ts'
import { FAULTS } from '../../scenario/course/faultCatalogue.ts'
import type { Lesson } from '../../scenario/course/lesson.ts'
import { type Course, useView, viewStore } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultPanel } from './FaultPanel.tsx'
import { LessonPanel } from './LessonPanel.tsx'
import { openFault } from './openFault.ts'
import { openStep, stepIn } from './openStep.ts'
import '../brief.css'
import './course.css'

/** In place of the question: a lesson at its step, or a broken system. */
export default function CoursePanel() {
  const course = useView((view) => view.course)
  return (
    <aside className="left" id="brief" aria-label="The lesson" tabIndex={-1}>
      {course !== undefined && <Loaded key={course.id} course={course} />}
    </aside>
  )
}

/** Its words, once they are there. */
async function load(id: string): Promise<Lesson | Fault | null> {
  const lesson = LESSONS.find((one) => one.id === id)
  const fault = FAULTS.find((one) => one.id === id)
  return (await lesson?.load()) ?? (await fault?.load()) ?? null
}

function Loaded({ course }: { course: Course }) {
  const { id, opens } = course
  const [loaded, setLoaded] = useState<Lesson | Fault | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    load(id).then(
      (one) => (one === null ? setFailed(true) : setLoaded(one)),
      () => setFailed(true),
    )
  }, [id])
  useEffect(() => {
    if (loaded === null || opens === undefined) return
    if ('steps' in loaded) void openStep(loaded, course)
    else openFault(loaded, false)
  }, [loaded, opens, course])
  if (failed)
    return (
      <div className="brief">
        <p className="say">This lesson is not there, or did not load.</p>
        <Button onClick={() => viewStore.setState({ course: undefined })}>Leave it</Button>
      </div>
    )
  if (loaded === null) return null
  return 'steps' in loaded ? (
    <LessonPanel lesson={loaded} number={stepIn(loaded, course)} />
  ) : (
    <FaultPanel fault={loaded} />
  )
}
