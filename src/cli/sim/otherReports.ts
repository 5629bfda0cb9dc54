import { type Engine, NODE_GAUGES, type NodePlan, ROW_GAUGES } from '../../engine/index.ts'
import { withLinks } from './linkCounts.ts'
import { emptyReport, type NodeReport } from './nodeReport.ts'

/** Nodes of the registered kinds: what their links did, and every gauge by its name. */
export function otherReports(engine: Engine): NodeReport[] {
  return engine.nodes.map((node, n) => {
    const { id, kind } = node.plan as NodePlan
    const incoming = engine.plan.links.flatMap(({ toNode }, number) => (toNode === n ? [number] : []))
    const report = withLinks(emptyReport(id, kind), engine, incoming)
    const names = NODE_GAUGES[kind]
    const rowNames = ROW_GAUGES[kind]
    const rows = rowNames.length === 0 ? 0 : node.rowCount
    const values = new Float64Array(names.length + rows * rowNames.length)
    node.writeGauges(engine.now, values, 0)
    const gauges = Object.fromEntries(names.map((name, i) => [name, values[i]!]))
    const rowGauges = Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(rowNames.map((name, i) => [name, values[names.length + row * rowNames.length + i]!])),
    )
    return {
      ...report,
      deliveries: gauges['deliveriesTotal'] ?? 0,
      processed: gauges['processedTotal'] ?? 0,
      backlog: gauges['buffered'] ?? gauges['visible'] ?? 0,
      gauges,
      ...(rows > 0 ? { rows: rowGauges } : {}),
    }
  })
}
