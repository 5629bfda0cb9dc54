import { LESSONS } from '../scenario/course/catalogue.ts'
import { keptProgress } from '../state/course/keptLessons.ts'
import { CourseCard } from './CourseCard.tsx'
import { hasWords } from './gallerySearch.ts'

/** The lessons, before the scenes: each goes on where it was left. */
export function LessonCards({ words, onChoose }: { words: string; onChoose: () => void }) {
  const wanted = LESSONS.filter(({ title, about }) => hasWords(`lesson ${title} ${about}`, words))
  if (wanted.length === 0) return null
  return (
    <section>
      <h3>Lessons</h3>
      <ul>
        {wanted.map(({ id, title, about, minutes, steps }) => {
          const { step, done, skipped } = keptProgress(id)
          const begun = step > 1 || done.length > 0 || skipped.length > 0
          const state = begun ? `at ${step} of ${steps}, ${done.length} done` : `${steps} steps, ${minutes} min`
          return <CourseCard key={id} {...{ id, title, state, onChoose }} says={about} />
        })}
      </ul>
    </section>
  )
}
