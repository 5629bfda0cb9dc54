import { BOUNDS } from './bounds.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'
import { shortened } from './shortened.ts'

// Changes of one node that the run knows nothing of: its place and its name.

/** Nodes stand on a grid of 2 px, which also keeps links short. */
export const onGrid = (place: number) => 2 * Math.round(Math.max(-BOUNDS.place, Math.min(BOUNDS.place, place)) / 2) + 0

export function moveNode(scenario: Scenario, nodeId: string, x: number, y: number): Scenario {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return scenario
  return changeNode(scenario, nodeId, (node) =>
    node.x === onGrid(x) && node.y === onGrid(y) ? node : { ...node, x: onGrid(x), y: onGrid(y) },
  )
}

export function renameNode(scenario: Scenario, nodeId: string, name: string): Scenario {
  const short = shortened(name, BOUNDS.nameLength)
  return changeNode(scenario, nodeId, (node) => (short === '' || short === node.name ? node : { ...node, name: short }))
}

function changeNode(scenario: Scenario, nodeId: string, change: (node: ScenarioNode) => ScenarioNode): Scenario {
  const index = scenario.nodes.findIndex((node) => node.id === nodeId)
  const node = scenario.nodes[index]
  if (node === undefined) return scenario
  const changed = change(node)
  return changed === node ? scenario : { ...scenario, nodes: scenario.nodes.with(index, changed) }
}
