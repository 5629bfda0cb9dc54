import type { ApplicationNode, PoolNode, Scenario, StreamNode } from '../../scenario/scenario.ts'
import { shardsAtStart } from '../../scenario/streamMode.ts'
import { sourceOf } from './limitOf.ts'

/**
 * What a reader could do at most, in records a second, by its fields alone: the work, the calls, and its part of what the shards
 * give to all that poll them, for keys that spread evenly. `meanBytes`: data and key of a record.
 */
export function applicationSpeed(
  scenario: Scenario,
  stream: StreamNode,
  reader: ApplicationNode,
  meanBytes: number,
): number {
  const pollers = scenario.nodes.filter(
    (node) =>
      node.kind === 'application' && node.reading === 'polling' && sourceOf(scenario, node.id)?.id === stream.id,
  )
  const bytesPerSecond =
    reader.reading === 'fanOut' ? reader.fanOutBytesPerSecond : stream.readBytesPerSecond / Math.max(1, pollers.length)
  const byCalls =
    reader.reading === 'fanOut' || reader.pollIntervalMs <= 0
      ? Number.POSITIVE_INFINITY
      : (reader.recordsPerCall * 1000) / reader.pollIntervalMs
  const byWork =
    reader.workInBatch === 'parallel' || reader.serviceMs <= 0 ? Number.POSITIVE_INFINITY : 1000 / reader.serviceMs
  return shardsAtStart(stream) * Math.min(byCalls, byWork, bytesPerSecond / Math.max(1, meanBytes))
}

/** A worker works one message after another, or all that it has in hand at once. */
export function poolSpeed({ workers, serviceMs, workInBatch, messagesPerCall }: PoolNode): number {
  const atOnce = workInBatch === 'parallel' ? messagesPerCall : 1
  return serviceMs > 0 ? (workers * atOnce * 1000) / serviceMs : Number.POSITIVE_INFINITY
}
