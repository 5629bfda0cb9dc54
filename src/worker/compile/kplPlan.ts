import type { KplPlan, PackingPlan } from '../../engine/index.ts'
import { KPL_NUMBERS, KPL_SHARD, PACKING_BYTES } from '../../scenario/kplNumbers.ts'
import type { ProducerNode, Scenario } from '../../scenario/scenario.ts'

/** How a producer sends with the library; nothing when it sends on its own. */
export function kplPart(node: ProducerNode): { kpl?: KplPlan } {
  if (node.sendsWith === 'own') return {}
  return {
    kpl: {
      ...KPL_NUMBERS,
      aggregates: node.aggregation === 'on',
      aggregateBytes: Math.round(node.aggregationBytes),
      bufferedMicros: Math.round(node.bufferedMs * 1000),
      ttlMicros: Math.round(node.recordTtlSeconds * 1_000_000),
      recordsPerSecond: node.rateLimitShare * KPL_SHARD.records,
      bytesPerSecond: node.rateLimitShare * KPL_SHARD.bytes,
      failsIfThrottled: node.whenThrottled === 'fail',
    },
  }
}

/** What producers that use the library make of their records on the way to a stream; nothing when there are none. */
export function packingPart(
  scenario: Scenario,
  producers: readonly ProducerNode[],
  streamId: string,
): { packing?: PackingPlan } {
  const packers = producers.flatMap((node, index) =>
    node.sendsWith === 'kpl' && scenario.links.some(({ from, to }) => from === node.id && to === streamId)
      ? [{ index, bytesMost: node.aggregation === 'on' ? Math.round(node.aggregationBytes) : 0 }]
      : [],
  )
  if (packers.length === 0) return {}
  return { packing: { producers: packers, overheadBytes: PACKING_BYTES } }
}
