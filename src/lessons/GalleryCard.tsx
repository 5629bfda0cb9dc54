import type { Scenario } from '../scenario/scenario.ts'
import { MiniScene } from './MiniScene.tsx'

type GalleryCardProps = { number: number; scenario: Scenario; present: boolean; onOpen: () => void }

export function GalleryCard({ number, scenario, present, onOpen }: GalleryCardProps) {
  const { title, brief } = scenario
  return (
    <button type="button" className="gallery-card" aria-current={present ? 'true' : undefined} onClick={onOpen}>
      <MiniScene scenario={scenario} />
      <span className="gallery-words">
        <b>
          <span className="gallery-number">{number}</span> {title}
        </b>
        <span className="gallery-question">{brief.question}</span>
        <small>
          {[brief.minutes === undefined ? [] : `${brief.minutes} min`, present ? 'open now' : []].flat().join(', ')}
        </small>
      </span>
    </button>
  )
}
