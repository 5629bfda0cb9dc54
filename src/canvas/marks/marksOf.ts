import type { ShownPicture } from '../shownPicture.ts'
import { boxMarks } from './boxMarks.ts'
import type { PlacedMark } from './placedMark.ts'
import { storeMarks } from './storeMarks.ts'
import { wayMarks } from './wayMarks.ts'

/** Every mark of a picture of which one can ask what it stands for, those that lie on top last. */
export const marksOf = (shown: ShownPicture): PlacedMark[] => [
  ...wayMarks(shown),
  ...storeMarks(shown),
  ...boxMarks(shown),
]
