import { startLesson } from '../state/course/startLesson.ts'

type CourseCardProps = { id: string; title: string; says: string; state: string; onChoose: () => void }

/** A lesson or a broken system in the gallery. */
export function CourseCard({ id, title, says, state, onChoose }: CourseCardProps) {
  return (
    <li>
      <button
        type="button"
        className="gallery-card"
        onClick={() => {
          onChoose()
          startLesson(id)
        }}
      >
        <span className="gallery-words">
          <b>{title}</b>
          <span className="gallery-question">{says}</span>
          <small>{state}</small>
        </span>
      </button>
    </li>
  )
}
