import { FAULTS } from '../scenario/course/faultCatalogue.ts'
import { keptProgress } from '../state/course/keptLessons.ts'
import { CourseCard } from './CourseCard.tsx'
import { hasWords } from './gallerySearch.ts'

/** Broken systems: the complaint, and nothing of the cause. */
export function FaultCards({ words, onChoose }: { words: string; onChoose: () => void }) {
  const wanted = FAULTS.filter(({ title, complaint }) => hasWords(`find the fault ${title} ${complaint}`, words))
  if (wanted.length === 0) return null
  return (
    <section>
      <h3>Find the fault</h3>
      <ul>
        {wanted.map(({ id, title, complaint }) => {
          const state = keptProgress(id).done.length > 0 ? 'found' : '5 min'
          return <CourseCard key={id} {...{ id, title, state, onChoose }} says={complaint} />
        })}
      </ul>
    </section>
  )
}
