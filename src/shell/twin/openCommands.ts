import { viewStore } from '../../state/index.ts'
import { selectedIds } from '../../state/workbench/selection.ts'

type Place = { x: number; y: number }

const under = (element: Element): Place => {
  const box = element.getBoundingClientRect()
  return { x: box.left, y: box.bottom + 2 }
}
const openMenu = ({ x, y }: Place) => viewStore.setState({ tool: { is: 'menu', x, y, at: { x: 0, y: 0 } } })

/** The canvas's menu, for a row. A row among several selected ones keeps them selected. */
export function openNodeCommands(id: string, place: Place | Element): void {
  if (!selectedIds().includes(id)) viewStore.getState().select(id)
  openMenu(place instanceof Element ? under(place) : place)
}

export function openLinkCommands(link: { from: string; to: string }, place: Place | Element): void {
  viewStore.getState().select(null)
  viewStore.setState({ selectedLink: link })
  openMenu(place instanceof Element ? under(place) : place)
}
