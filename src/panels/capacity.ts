import { formatQuantity } from '../scenario/index.ts'
import { userRecordsEach } from '../scenario/kplNumbers.ts'
import type { ProducerNode, Scenario, ScenarioNode, StreamNode } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'

export type CapacityTick = { value: number; label: string; factId: string }

/** What the streams behind a producer take of its records, even keys assumed: min(records, bytes over the size) per shard; packed records count as the user records in them. */
export function streamCapacity(
  stream: StreamNode,
  meanRecordBytes: number,
  userRecordsEach = 1,
): { recordsPerSecond: number; binds: 'KIN1.01' | 'KIN1.02' } {
  const byBytes = stream.writeBytesPerSecond / Math.max(1, meanRecordBytes)
  const byRecords = stream.writeRecordsPerSecond * userRecordsEach
  const binds = byBytes < byRecords ? 'KIN1.01' : 'KIN1.02'
  return { recordsPerSecond: shardsAtStart(stream) * Math.min(byBytes, byRecords), binds }
}

/** Data with its key: both count against the byte limit. */
export function meanRecordBytes(producer: ProducerNode): number {
  const largest = Math.max(producer.recordBytes, producer.recordBytesMax)
  const keyBytes = producer.keys === 'list' ? 0 : producer.keyPrefix.length + String(producer.keyCount).length
  return (producer.recordBytes + largest) / 2 + keyBytes
}

/** The mark on a producer's rate slider beyond which its stream must refuse. */
export function capacityTick(scenario: Scenario, node: ScenarioNode, field: string): CapacityTick | null {
  if (node.kind !== 'producer' || field !== 'rate') return null
  const ways = scenario.links
    .filter((link) => link.from === node.id)
    .flatMap((link) =>
      scenario.nodes.filter((other): other is StreamNode => other.id === link.to && other.kind === 'stream'),
    )
    .map((stream) => streamCapacity(stream, meanRecordBytes(node), userRecordsEach(scenario, stream)))
    .sort((a, b) => a.recordsPerSecond - b.recordsPerSecond)
  const first = ways[0]
  if (first === undefined) return null
  const value = Math.round(first.recordsPerSecond)
  const [number] = formatQuantity(value, 'records/s').split(' ')
  return { value, label: `stream takes ${number}`, factId: first.binds }
}
