import { scenarioStore, viewStore } from '../index.ts'

/** The selected nodes, the shown one first. */
export function selectedIds(): string[] {
  const { selectedId, alsoSelected } = viewStore.getState()
  return selectedId === null ? [...alsoSelected] : [selectedId, ...alsoSelected]
}

export function toggleSelected(id: string): void {
  const ids = selectedIds()
  viewStore.getState().selectAll(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id])
}

export function selectEverything(): void {
  viewStore.getState().selectAll(scenarioStore.getState().scenario.nodes.map((node) => node.id))
}

export const nameOf = (id: string): string =>
  scenarioStore.getState().scenario.nodes.find((node) => node.id === id)?.name ?? id

/** For the live region: what has just been done. */
export const say = (said: string): void => viewStore.setState({ said })

/** "Orders", "Orders and Reader", "3 nodes" */
export function namesOf(ids: readonly string[]): string {
  if (ids.length > 2) return `${ids.length} nodes`
  return ids.map(nameOf).join(' and ')
}
