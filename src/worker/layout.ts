import {
  type Engine,
  INTERVENTION_ANSWERS,
  NODE_GAUGES,
  type PlanNodeKind,
  queuePlanOf,
  ROW_GAUGES,
  seenOf,
  specOf,
  storePlanOf,
} from '../engine/index.ts'
import { type Layout, type NodeLayout, seenId, type Track } from '../protocol/layout.ts'

type Part = { id: string; kind: PlanNodeKind; rowCount: number; targets: string[]; recordsPerDot: number }

/** Where each number of this run's frames stands, and what its dots mean. Nodes come in the document's order. */
export function layoutOf(nodeIds: readonly string[], engine: Engine): Layout {
  const { plan } = engine
  const links = plan.links.map((link) => ({
    ...link,
    to: storePlanOf(plan, link),
  }))
  const parts: Part[] = [
    ...plan.producers.map(({ id }, p): Part => {
      const targets = links.filter(({ producer }) => producer === p).map(({ to }) => to.id)
      return { id, kind: 'producer', rowCount: targets.length, targets, recordsPerDot: 1 }
    }),
    ...plan.streams.map(
      ({ id, shardsAtMost, recordsPerDot }): Part => ({
        id,
        kind: 'stream',
        rowCount: shardsAtMost,
        targets: [],
        recordsPerDot,
      }),
    ),
    ...plan.queues.map(
      ({ id, recordsPerDot }): Part => ({ id, kind: 'queue', rowCount: 0, targets: [], recordsPerDot }),
    ),
    ...plan.applications.map(({ id, stream }): Part => {
      const { id: target, shardsAtMost } = plan.streams[stream]!
      return { id, kind: 'application', rowCount: shardsAtMost, targets: [target], recordsPerDot: 1 }
    }),
    ...plan.pools.map(
      ({ id, queue, workers }): Part => ({
        id,
        kind: 'pool',
        rowCount: workers,
        targets: [queuePlanOf(plan, queue).id],
        recordsPerDot: 1,
      }),
    ),
    ...plan.nodes.map((node): Part => {
      const { id, kind, recordsPerDot } = node
      return { id, kind, rowCount: specOf(node).rows(node), targets: [], recordsPerDot }
    }),
  ]
  let at = 0
  const byId = new Map<string, NodeLayout>()
  for (const part of parts) {
    const names = NODE_GAUGES[part.kind]
    const rowNames = ROW_GAUGES[part.kind]
    byId.set(part.id, { ...part, first: at, names, firstRow: at + names.length, rowNames })
    at += names.length + part.rowCount * rowNames.length
  }
  let seenAt = engine.gaugeCount
  const seen = seenOf(engine).map(({ id, of }): NodeLayout => {
    const { seenNames: names, seenRowNames: rowNames, seenRows: rowCount } = of
    const { kind } = byId.get(id)!
    const own = { names, rowNames, rowCount, targets: [], recordsPerDot: 1 }
    const node = { id: seenId(id), kind, first: seenAt, firstRow: seenAt + names.length, ...own }
    seenAt = node.firstRow + rowCount * rowNames.length
    return node
  })
  return {
    gaugeCount: seenAt,
    nodes: nodeIds.flatMap((id) => byId.get(id) ?? []),
    seen,
    tracks: engine.numbering.tracks.map((track): Track => {
      if ('link' in track) {
        const link = links[track.link]!
        const { id, drawnAs = id } = plan.producers[link.producer]!
        return {
          kind: track.kind,
          from: drawnAs,
          to: link.to.id,
          row: track.row,
          recordsPerDot: link.to.recordsPerDot,
        }
      }
      if ('application' in track) {
        const application = plan.applications[track.application]!
        const stream = plan.streams[application.stream]!
        return {
          kind: 'delivered',
          from: stream.id,
          to: application.id,
          row: track.row,
          recordsPerDot: stream.recordsPerDot,
        }
      }
      if ('node' in track) {
        const node = plan.nodes[track.node]!
        const { id, readsFrom = id, recordsPerDot } = node
        // A topic passes on what it has taken: its copies travel as what a producer sends.
        if (node.kind === 'topic') {
          const { queue, node: archive } = node.subscriptions[track.row]!
          const { id: to } = archive === undefined ? queuePlanOf(plan, queue) : plan.nodes[archive]!
          return { kind: 'stored', from: id, to, row: 0, recordsPerDot }
        }
        if (node.kind === 'archive')
          return {
            ...{ kind: 'stored', from: id, to: queuePlanOf(plan, node.queues[track.row]!).id, row: 0 },
            recordsPerDot,
          }
        return { kind: 'delivered', from: readsFrom, to: id, row: track.row, recordsPerDot }
      }
      const pool = plan.pools[track.pool]!
      const queue = queuePlanOf(plan, pool.queue)
      return { kind: 'delivered', from: queue.id, to: pool.id, row: 0, recordsPerDot: queue.recordsPerDot }
    }),
    answers: {
      first: engine.gaugeCount - plan.interventions.length,
      steps: plan.interventions.map(({ step }, i) => step ?? i),
      names: INTERVENTION_ANSWERS,
    },
    paintedKeys: engine.world.keys.painted,
    binMicros: plan.binMicros,
    durationMicros: plan.durationMicros,
  }
}
