import { viewStore } from '../../state/index.ts'
import type { Workshop } from '../../state/viewStore.ts'
import { openBuiltIn } from '../openBuiltIn.ts'

/** To a scene of the workshop, counted from 0; one that it does not have leaves everything as it is. */
export function goToScene({ ids, list }: Workshop, at: number): void {
  const id = ids[at]
  if (id === undefined) return
  viewStore.setState({ workshop: { ids, list, at } })
  void openBuiltIn(id)
}

export const leaveWorkshop = (): void => viewStore.setState({ workshop: undefined })
