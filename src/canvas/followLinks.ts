import type { Scenario } from '../scenario/scenario.ts'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/**
 * Where the focus goes from a node: right along a link, left back along one, up and down among the nodes
 * that stand in the same column of the flow (same sources, same targets or same kind), by height.
 */
export function nextAlongLinks(scenario: Scenario, id: string, arrow: Arrow): string | null {
  const { nodes, links } = scenario
  const here = nodes.find((node) => node.id === id)
  if (!here) return null
  const nearest = (ids: readonly string[]) =>
    nodes
      .filter((node) => ids.includes(node.id))
      .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y) || a.y - b.y)[0]?.id ?? null
  const out = (from: string) => links.filter((link) => link.from === from).map((link) => link.to)
  const back = (to: string) => links.filter((link) => link.to === to).map((link) => link.from)
  if (arrow === 'ArrowRight') return nearest(out(id))
  if (arrow === 'ArrowLeft') return nearest(back(id))
  const siblings = nodes.filter(
    (node) =>
      node.id === id ||
      out(node.id).some((to) => out(id).includes(to)) ||
      back(node.id).some((from) => back(id).includes(from)) ||
      node.kind === here.kind,
  )
  const column = siblings.sort((a, b) => a.y - b.y || a.x - b.x)
  const at = column.findIndex((node) => node.id === id)
  return column[at + (arrow === 'ArrowDown' ? 1 : -1)]?.id ?? null
}

/** The next of all nodes, linked or not, or the one before: from left to right and from top to bottom, round and round. */
export function nextInOrder({ nodes }: Scenario, id: string, by: 1 | -1): string | null {
  const all = nodes.toSorted((a, b) => a.x - b.x || a.y - b.y)
  return all.at((all.findIndex((node) => node.id === id) + by) % all.length)?.id ?? null
}
