import { BOUNDS } from './bounds.ts'
import { defaultNode } from './defaults.ts'
import { onGrid } from './nodeEdits.ts'
import type { NodeKind, Scenario } from './scenario.ts'
import { freeId } from './structureEdits.ts'
import { whereOf } from './where.ts'

/** A new node, last in `nodes`, with the first free id of its kind (`queue`, `queue-2`, ...). The same object when there is no room. */
export function addNode(scenario: Scenario, kind: NodeKind, x: number, y: number): Scenario {
  if (scenario.nodes.length >= BOUNDS.nodes || !Number.isFinite(x) || !Number.isFinite(y)) return scenario
  const id = freeId(scenario, kind)
  const node = defaultNode(kind, id, onGrid(x), onGrid(y), whereOf(scenario))
  if (id !== kind) node.name = `${node.name} ${id.slice(kind.length + 1)}`
  return { ...scenario, nodes: [...scenario.nodes, node] }
}
