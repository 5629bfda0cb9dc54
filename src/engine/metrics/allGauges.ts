import type { Micros } from '../kernel/time.ts'
import { specOf } from '../nodes/nodeKinds.ts'
import type { Models } from '../nodes/nodeModel.ts'
import type { NodePlan } from '../nodes/nodePlans.ts'
import type { World } from '../world.ts'
import { NODE_GAUGES, ROW_GAUGES } from './gaugeNames.ts'
import { writeApplication, writePool, writeProducer, writeQueue, writeStream } from './gauges.ts'

/** How many numbers `writeGauges` writes. */
export function countGauges({ producers, streams, queues, applications, pools, nodes }: Models): number {
  const rows = (kind: keyof typeof ROW_GAUGES, count: number) =>
    NODE_GAUGES[kind].length + count * ROW_GAUGES[kind].length
  let count = 0
  for (const { links } of producers) count += rows('producer', links.length)
  for (const { plan } of streams) count += rows('stream', plan.shardsAtMost)
  count += queues.length * rows('queue', 0)
  for (const { stream } of applications) count += rows('application', stream.plan.shardsAtMost)
  for (const { plan } of pools) count += rows('pool', plan.workers)
  for (const { plan } of nodes) {
    const node = plan as NodePlan
    count += rows(node.kind, specOf(node).rows(node))
  }
  return count
}

/** Writes every gauge as of now, nodes in the order producers, streams, queues, applications, pools, registered kinds. The run must be settled. */
export function writeGauges(models: Models, { records, keys }: World, now: Micros, out: Float64Array): void {
  let at = 0
  for (const producer of models.producers) at = writeProducer(producer, now, out, at)
  for (const stream of models.streams) {
    let deliveries = 0
    for (const application of models.applications)
      if (application.stream === stream) deliveries += application.deliveries
    at = writeStream(stream, deliveries, now, out, at)
  }
  for (const queue of models.queues) at = writeQueue(queue, now, out, at)
  for (const application of models.applications) at = writeApplication(application, now, out, at)
  for (const pool of models.pools) {
    const { queue } = pool
    at = writePool(pool, (message) => keys.paint[records.keyOf(queue.recordOf(message))]!, out, at)
  }
  for (const node of models.nodes) at = node.writeGauges(now, out, at)
}
