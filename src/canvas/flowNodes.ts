import type { Edge, EdgeTypes, Node, NodeTypes } from '@xyflow/react'
import type { Scenario } from '../scenario/scenario.ts'
import { isByFinger } from './fitting.ts'
import { linkTypes, nodeKinds } from './kinds.ts'

/** Registered once: React Flow mounts all nodes anew when these objects change. It types them wider than what it passes. */
export const nodeTypes = nodeKinds as NodeTypes
export const edgeTypes = linkTypes as EdgeTypes

/** React Flow's nodes for the document, keeping what it has measured of those that were there before. */
export function flowNodes(scenario: Scenario, before: readonly Node[]): Node[] {
  const known = new Map(before.map((node) => [node.id, node]))
  // On a phone a finger moves the view, never what is in it.
  const hands = !isByFinger() ? {} : { draggable: false, connectable: matchMedia('(width >= 45em)').matches }
  return scenario.nodes.map((node) => {
    const old = known.get(node.id)
    const position = { x: node.x, y: node.y }
    return old && old.type === node.kind
      ? { ...old, position }
      : { id: node.id, type: node.kind, position, data: {}, ...hands }
  })
}

export const edgeId = (from: string, to: string): string => `${from}→${to}`

export const flowEdges = (scenario: Scenario): Edge[] =>
  scenario.links.map((link) => ({
    id: edgeId(link.from, link.to),
    source: link.from,
    target: link.to,
    type: 'link',
    focusable: false,
  }))
