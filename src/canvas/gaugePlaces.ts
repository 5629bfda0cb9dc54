import type { Layout, NodeLayout } from '../protocol/layout.ts'

/** Where a number of a frame stands, or -1 when the layout has none of that name. */
export function gaugePlace(node: NodeLayout | undefined, name: string, row?: number): number {
  if (!node) return -1
  const index = (row === undefined ? node.names : node.rowNames).indexOf(name)
  if (index < 0 || (row !== undefined && (row < 0 || row >= node.rowCount))) return -1
  return row === undefined ? node.first + index : node.firstRow + row * node.rowNames.length + index
}

export const nodeOf = (layout: Layout, id: string): NodeLayout | undefined =>
  [...layout.nodes, ...layout.seen].find((node) => node.id === id)

/** The value there, 0 when there is none. */
export const valueAt = (gauges: Float64Array, place: number): number => (place < 0 ? 0 : (gauges[place] ?? 0))
