import { viewStore } from '../index.ts'
import { keptProgress } from './keptLessons.ts'

/** Opens a lesson where it was left; what stands here now is kept in this tab. */
export function startLesson(id: string): void {
  viewStore.setState({
    course: { id, step: keptProgress(id).step, opens: 'first' },
    building: false,
    galleryOpen: false,
    panel: 'library',
  })
}
