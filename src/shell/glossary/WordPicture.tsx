import type { ReactNode } from 'react'
import { CALL_PICTURES } from './callPictures.tsx'
import { DRAWN_PICTURES } from './drawnPictures.tsx'
import { QUEUE_PICTURES } from './queuePictures.tsx'
import { STREAM_PICTURES } from './streamPictures.tsx'
import './wordPicture.css'

/** By the word's id; a test asks for each. */
export const PICTURES: Readonly<Record<string, ReactNode>> = {
  ...STREAM_PICTURES,
  ...QUEUE_PICTURES,
  ...CALL_PICTURES,
  ...DRAWN_PICTURES,
}

/** What a word means, as the canvas would draw it; what is meant has a line of its own. */
export function WordPicture({ id }: { id: string }) {
  return (
    <svg className="word-picture" viewBox="0 0 120 56" aria-hidden="true">
      {PICTURES[id]}
    </svg>
  )
}
