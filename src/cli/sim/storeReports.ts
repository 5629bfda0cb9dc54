import { applicationCounts, DEAD_LETTERED, type Engine, MOVED_IN } from '../../engine/index.ts'
import { withLinks } from './linkCounts.ts'
import { emptyReport, type NodeReport } from './nodeReport.ts'

export function storeReports(engine: Engine): NodeReport[] {
  return [...streams(engine), ...queues(engine)]
}

function streams(engine: Engine): NodeReport[] {
  return engine.streams.map(({ plan: { id } }, s) => {
    const incoming = engine.plan.links.flatMap(({ toStream }, number) => (toStream === s ? [number] : []))
    const readers = engine.applications
      .filter(({ plan }) => plan.stream === s)
      .map((application) => ({ id: application.plan.id, ...applicationCounts(application, engine.now) }))
    const report = withLinks(emptyReport(id, 'stream'), engine, incoming)
    return {
      ...report,
      deliveries: sum(readers.map(({ deliveries }) => deliveries)),
      bytesRead: sum(readers.map(({ bytesRead }) => bytesRead)),
      processed: sum(readers.map(({ processed }) => processed)),
      backlog: Math.max(0, ...readers.map(({ backlog }) => backlog)),
      iteratorAgeMs: Object.fromEntries(readers.map((reader) => [reader.id, reader.iteratorAgeMicros / 1000])),
    }
  })
}

function queues(engine: Engine): NodeReport[] {
  return engine.queues.map((queue, q) => {
    const incoming = engine.plan.links.flatMap(({ toQueue }, number) => (toQueue === q ? [number] : []))
    const report = withLinks(emptyReport(queue.plan.id, 'queue'), engine, incoming)
    const pools = engine.pools.filter(({ plan }) => plan.queue === q)
    return {
      ...report,
      deliveries: queue.deliveriesTotal,
      processed: sum(pools.map(({ processedTotal }) => processedTotal)),
      backlog: queue.visible + queue.inFlight,
      visible: queue.visible,
      inFlight: queue.inFlight,
      delayed: queue.delayed,
      deadLettered: queue.c[DEAD_LETTERED]!,
      movedIn: queue.c[MOVED_IN]!,
      outcomes: queue.deliveryOutcomes,
      oldestAgeMs: queue.oldestAgeMicros(engine.now) / 1000,
    }
  })
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
