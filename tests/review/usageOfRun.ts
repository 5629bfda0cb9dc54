import { LIMITS, priceFor } from '../../src/aws/index.ts'
import { applicationCounts, type Engine } from '../../src/engine/index.ts'
import { READ_BYTES_TOTAL } from '../../src/engine/kinesis/shardColumn.ts'
import { payloadUnits, roundedBytes, type StreamUsage } from '../../src/review/usage.ts'
import { sum } from '../engine/play.ts'

const ANYWHERE = { profile: 'today', region: 'us-east-1' } as const

function unitOf(id: 'P.02.unit' | 'P.07.unit' | 'P.11'): number {
  const found = priceFor(id, ANYWHERE)
  if (!found.ok) throw new Error(found.message)
  return found.value
}

/** What a provisioned stream of a run is billed for: every stored record is looked at, every open shard timed. */
export function streamUsage(engine: Engine, number = 0): StreamUsage {
  const { shards } = engine.streams[number]!
  const { records } = engine.world
  let [units, bytes] = [0, 0]
  for (const { log } of shards) {
    for (let i = 0; i < log.length; i++) {
      const data = records.bytesOf(log.get(i))
      units += payloadUnits(data, unitOf('P.02.unit'))
      bytes += roundedBytes(data, unitOf('P.07.unit'))
    }
  }
  const shardMicros = sum(shards.map((shard) => Math.min(engine.now, shard.closedAt) - shard.openedAt))
  const consumers = engine.applications.filter(({ plan: of }) => of.stream === number && of.fanOut?.isRegistered)
  return {
    mode: 'provisioned',
    shardMicros,
    retentionHours: LIMITS['KIN6.01'].value,
    payloadUnits: units,
    storedBytes: bytes,
    polledBytes: sum(shards.map(({ c }) => c[READ_BYTES_TOTAL]!)),
    consumerShardMicros: consumers.length * shardMicros,
    fanOutBytes: sum(consumers.map((consumer) => applicationCounts(consumer, engine.now).bytesRead)),
  }
}
