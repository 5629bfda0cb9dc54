import type { Edge, EdgeTypes, Node, NodeTypes } from '@xyflow/react'
import type { Scenario } from '../scenario/scenario.ts'
import { ApplicationNode } from './ApplicationNode.tsx'
import { LinkEdge } from './LinkEdge.tsx'
import { PoolNode } from './PoolNode.tsx'
import { ProducerNode } from './ProducerNode.tsx'
import { QueueNode } from './QueueNode.tsx'
import { StreamNode } from './StreamNode.tsx'

/** Registered once: React Flow mounts all nodes anew when this object changes. */
export const nodeTypes: NodeTypes = {
  producer: ProducerNode,
  stream: StreamNode,
  queue: QueueNode,
  application: ApplicationNode,
  pool: PoolNode,
}
export const edgeTypes: EdgeTypes = { link: LinkEdge }

/** React Flow's nodes for the document, keeping what it has measured of those that were there before. */
export function flowNodes(scenario: Scenario, before: readonly Node[]): Node[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return scenario.nodes.map((node) => {
    const old = known.get(node.id)
    const position = { x: node.x, y: node.y }
    return old && old.type === node.kind ? { ...old, position } : { id: node.id, type: node.kind, position, data: {} }
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
