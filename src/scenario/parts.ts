import { BOUNDS } from './bounds.ts'
import { moveNode } from './nodeEdits.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'
import { shortened } from './shortened.ts'
import { freeId } from './structureEdits.ts'
import { wiringRefusal } from './wiring.ts'

// A part of a scene is a document itself: what is copied can be read wherever a scene can.

/** Some nodes of a scene with the links among them, as they are at the start: nothing that was done by hand later. */
export function partOf(scenario: Scenario, ids: readonly string[]): Scenario {
  const { id: _, ...own } = scenario
  const chosen = new Set(ids)
  return {
    ...own,
    brief: { question: '', watchFor: '', tryThis: [] },
    nodes: scenario.nodes.filter((node) => chosen.has(node.id)),
    links: scenario.links.filter((link) => chosen.has(link.from) && chosen.has(link.to)),
    interventions: [],
  }
}

/**
 * Puts a part into a scene, moved by `shift`, with free ids and names. Nodes beyond the number that a scene may hold and
 * links that its wiring refuses stay out. `ids`: of the new nodes.
 */
export function insertPart(
  scenario: Scenario,
  part: Scenario,
  shift: { x: number; y: number },
): { scenario: Scenario; ids: string[] } {
  const newIds = new Map<string, string>()
  let result = scenario
  for (const node of part.nodes) {
    if (result.nodes.length >= BOUNDS.nodes) break
    const id = freeId(result, node.kind)
    const copy = { ...node, id, name: freeName(result, node.name) } as ScenarioNode
    result = moveNode({ ...result, nodes: [...result.nodes, copy] }, id, node.x + shift.x, node.y + shift.y)
    newIds.set(node.id, id)
  }
  for (const link of part.links) {
    const [from, to] = [newIds.get(link.from), newIds.get(link.to)]
    if (from === undefined || to === undefined || result.links.length >= BOUNDS.links) continue
    if (wiringRefusal(result, from, to) === null)
      result = { ...result, links: [...result.links, { ...link, from, to }] }
  }
  return { scenario: result, ids: [...newIds.values()] }
}

/** "Orders", then "Orders 2", "Orders 3", ... */
export function freeName({ nodes }: Scenario, name: string): string {
  const taken = new Set(nodes.map((node) => node.name))
  if (!taken.has(name)) return name
  const stem = shortened(name.replace(/ \d+$/, ''), BOUNDS.nameLength - 3)
  let count = 2
  while (taken.has(`${stem} ${count}`)) count++
  return `${stem} ${count}`
}
