import { useEffect, useMemo, useRef, useState } from 'react'
import { LESSONS } from '../../scenario/course/catalogue.ts'
import type { Lesson } from '../../scenario/course/lesson.ts'
import { builtIn } from '../../scenario/library/loaded.ts'
import { useScenario, useView } from '../../state/index.ts'
import type { Workshop } from '../../state/viewStore.ts'
import { type Talk, talkOfScene, talkOfStep } from './talk.ts'

/** What stands on the page now, as a class is told it; and the lesson that it is a step of. */
export function useTalk(): { talk: Talk; lesson: Lesson | null } {
  const { title, brief } = useScenario((state) => state.scenario)
  const course = useView((view) => view.course)
  const lesson = useLesson(course?.id)
  const step = course?.step ?? 1
  const workshop = useView((view) => view.workshop)
  const talk = useMemo(
    () => (lesson === null ? talkOfScene(title, brief, rowOf(workshop)) : talkOfStep(lesson, step)),
    [lesson, step, title, brief, workshop],
  )
  // A step is told when its document is there: until then the page before it stands.
  const told = useRef(talk)
  if (course?.opens === undefined) told.current = talk
  return { talk: told.current, lesson }
}

/** Where a scene stands in its workshop. */
function rowOf(workshop: Workshop | undefined): { place: string; after: string | null } {
  if (workshop === undefined) return { place: '', after: null }
  const { ids, at } = workshop
  const next = ids[at + 1]
  return {
    place: `Scene ${at + 1} of ${ids.length}`,
    after: next === undefined ? null : `Scene ${at + 2}: ${builtIn(next)?.title ?? next}`,
  }
}

/** Null for anything that is no lesson, and until it is there. */
function useLesson(id: string | undefined): Lesson | null {
  const [loaded, setLoaded] = useState<Lesson | null>(null)
  useEffect(() => {
    let gone = false
    LESSONS.find((one) => one.id === id)
      ?.load()
      .then(
        (lesson) => !gone && setLoaded(lesson),
        // The panel of the lesson says so.
        () => {},
      )
    return () => {
      gone = true
    }
  }, [id])
  return loaded !== null && loaded.id === id ? loaded : null
}
