import type { Engine } from '../../engine/index.ts'
import { withLinks } from './linkCounts.ts'
import { emptyReport, type NodeReport } from './nodeReport.ts'

export function sourceReports(engine: Engine): NodeReport[] {
  const { producers, links } = engine.plan
  return producers.map(({ id }, p) => {
    const own = links.flatMap(({ producer }, number) => (producer === p ? [number] : []))
    const report = withLinks(emptyReport(id, 'producer'), engine, own)
    const { notYetStored, held } = report.records
    return { ...report, backlog: notYetStored + held, arrivals: engine.producers[p]!.arrivalsTotal }
  })
}
