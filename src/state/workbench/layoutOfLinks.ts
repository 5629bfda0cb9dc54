import { Graph, layout } from '@dagrejs/dagre'
import type { Box } from '../../scenario/alignNodes.ts'
import type { Link } from '../../scenario/scenario.ts'
import type { Point } from './stageDoor.ts'

/** Room for rails, buses and ways back between two columns. */
const COLUMN_GAP = 96
const ROW_GAP = 44
const MARGIN = 14

/** Places for all boxes so that links run from left to right and cross little. */
export function arranged(boxes: ReadonlyMap<string, Box>, links: readonly Link[]): Map<string, Point> {
  const graph = new Graph({ multigraph: false })
  graph.setGraph({ rankdir: 'LR', nodesep: ROW_GAP, ranksep: COLUMN_GAP, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height })
  for (const { from, to } of links) if (boxes.has(from) && boxes.has(to)) graph.setEdge(from, to)
  layout(graph)
  return new Map(
    [...boxes].map(([id, { width, height }]) => {
      const middle = graph.node(id) as Point
      return [id, { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2) }]
    }),
  )
}
