import type { StreamNode } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'
import type { GaugeReader } from '../state/index.ts'

/** A shard that is drawn. `from`, `to`: its hash range as shares of all hash keys. Numbers are 0-based. */
export type ShownShard = {
  shard: number
  from: number
  to: number
  closed: boolean
  parents: readonly number[]
  children: readonly number[]
}

/** States of a shard (`shardState`). */
const OPEN = 1
const CLOSED = 2
/** From here on a reader has done with the shard (`leaseState`). */
const READ_TO_ITS_END = 2
const NO_SHARD = -1
/** Closed shards that are drawn, those that still have readers first; the others only wait to expire. */
const CLOSED_MOST = 4

/** What a stream has before its run has said anything: equal shares, all open. */
export function firstShards(count: number): ShownShard[] {
  return Array.from({ length: count }, (_, shard) => ({
    ...{ shard, from: shard / count, to: (shard + 1) / count },
    ...{ closed: false, parents: [], children: [] },
  }))
}

/** The open shards in the order of their hash keys, then closed ones that a reader is not done with, or that closed just now. */
export function shownShards(stream: StreamNode, readers: readonly string[], g: GaugeReader): ShownShard[] {
  const { id } = stream
  const rows = Array.from({ length: g.rows(id) }, (_, shard) => shard)
  const value = (name: string, shard: number) => g.value(id, name, shard)
  const parentsOf = (shard: number) =>
    [value('parent', shard), value('otherParent', shard)].filter((parent) => parent !== NO_SHARD)
  const made = rows.filter((shard) => value('shardState', shard) > 0)
  if (made.length === 0) return firstShards(shardsAtStart(stream))
  const shown = (shard: number): ShownShard => ({
    ...{ shard, from: value('hashFrom', shard), to: value('hashTo', shard), parents: parentsOf(shard) },
    closed: value('shardState', shard) !== OPEN,
    children: made.filter((child) => parentsOf(child).includes(shard)),
  })
  const isRead = (shard: number) =>
    readers.some((reader) => g.rows(reader) > shard && g.value(reader, 'leaseState', shard) < READ_TO_ITS_END)
  const isNew = (shard: number) => g.nowMicros - value('closedAtMicros', shard) < stream.tapeSeconds * 1e6
  const closed = made.filter((shard) => value('shardState', shard) === CLOSED)
  const kept = [...closed.filter(isRead), ...closed.filter((shard) => !isRead(shard) && isNew(shard)).reverse()]
  return [
    ...made
      .filter((shard) => value('shardState', shard) === OPEN)
      .map(shown)
      .sort((a, b) => a.from - b.from),
    ...kept
      .slice(0, CLOSED_MOST)
      .sort((a, b) => a - b)
      .map(shown),
  ]
}
