import type { MouseEvent } from 'react'
import { viewStore } from '../state/index.ts'
import { selectedIds } from '../state/workbench/selection.ts'
import { stage } from '../state/workbench/stageDoor.ts'

/** The node that is under something, or of which it is a handle. */
export function nodeOf(element: Element | null): string | null {
  const own = element?.closest<HTMLElement>('[data-node], [data-of]')?.dataset
  return own?.['node'] ?? own?.['of'] ?? null
}

/** The menu of what is under the pointer, or of the node that has the keyboard (menu key, Shift F10). */
export function openMenuAt(event: MouseEvent<HTMLElement>): void {
  const { target, clientX, clientY } = event
  if (!(target instanceof Element)) return
  event.preventDefault()
  const view = viewStore.getState()
  const nodeId = nodeOf(target)
  const edge = target.closest('.react-flow__edge')?.getAttribute('data-id')
  if (nodeId !== null) {
    if (!selectedIds().includes(nodeId)) view.select(nodeId)
  } else {
    view.select(null)
    const [from, to] = edge?.split('→') ?? []
    if (from !== undefined && to !== undefined) viewStore.setState({ selectedLink: { from, to } })
  }
  const at = stage()?.pointAt(clientX, clientY) ?? { x: 0, y: 0 }
  viewStore.setState({ tool: { is: 'menu', x: clientX, y: clientY, at } })
}
