import type { GaugeOfNode } from '../../state/index.ts'
import { gaugeKey } from '../chartSpec.ts'
import type { History } from '../lineValues.ts'

/** One shard over time. Column i is what happened between i and i + 1 steps; NaN while the shard was not open, or nothing was played. */
export type ShardCells = {
  shard: number
  /** Its hash range, as shares of all hash keys. */
  from: number
  to: number
  /** Kinesis records a second. */
  stored: Float64Array
  refused: Float64Array
  /** Of the limit that was nearer, records or bytes: 1 is the limit. */
  share: Float64Array
}

export type ShardLimits = { recordsPerSecond: number; bytesPerSecond: number }

const NAMES = ['kinesisRecordsTotal', 'kinesisAttemptsTotal', 'storedBytesTotal', 'shardState', 'hashFrom', 'hashTo']
const OPEN = 1

/** All that a map of the shards of a stream is drawn from. */
export const shardGauges = (nodeId: string, rowCount: number): GaugeOfNode[] =>
  Array.from({ length: rowCount }, (_, row) => NAMES.map((name): GaugeOfNode => ({ nodeId, name, row }))).flat()

/** The shards that there ever were, in the order of their hash ranges. */
export function shardCells(
  nodeId: string,
  rowCount: number,
  { stepMicros, count, values, places }: History,
  limitsAt: (micros: number) => ShardLimits,
): ShardCells[] {
  const columns = Math.max(0, count - 1)
  const seconds = stepMicros / 1e6
  const shards = Array.from({ length: rowCount }, (_, row): ShardCells | null => {
    const read = (name: string) => {
      const place = places.get(gaugeKey({ nodeId, name, row }))
      return place === undefined ? new Float64Array(count) : values.subarray(place * count, (place + 1) * count)
    }
    const state = read('shardState')
    const known = state.findLastIndex((value) => value > 0)
    if (known < 0) return null
    const bytes = read('storedBytesTotal')
    const grown = (total: Float64Array) =>
      Float64Array.from({ length: columns }, (_, i) =>
        wasOpen(state, i) ? ((total[i + 1] ?? 0) - (total[i] ?? 0)) / seconds : Number.NaN,
      )
    const stored = grown(read('kinesisRecordsTotal'))
    const storedBytes = grown(bytes)
    return {
      ...{ shard: row, from: read('hashFrom')[known] ?? 0, to: read('hashTo')[known] ?? 1, stored },
      refused: grown(read('kinesisAttemptsTotal')).map((attempts, i) => Math.max(0, attempts - (stored[i] ?? 0))),
      share: stored.map((records, i) => {
        const limits = limitsAt(i * stepMicros)
        return Math.max(records / limits.recordsPerSecond, (storedBytes[i] ?? 0) / limits.bytesPerSecond)
      }),
    }
  })
  return shards.filter((one) => one !== null).sort((a, b) => a.from - b.from || a.shard - b.shard)
}

/** Open at the end of a column; one that closes within it has its last records there. */
const wasOpen = (state: Float64Array, column: number) =>
  state[column + 1] === OPEN || (state[column + 1]! > OPEN && (state[column] === OPEN || column === 0))

/** How dark a cell is: 0 nothing, 1 to 4 quarters of the limit, 5 beyond it, out of saved tokens. */
export function shadeOf(share: number): number {
  if (!(share > 0)) return 0
  return share > 1.005 ? 5 : Math.max(1, Math.min(4, Math.ceil(share * 4 - 0.01)))
}
