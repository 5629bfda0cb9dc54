import { BOUNDS } from '../../scenario/bounds.ts'

/** What an on-demand stream is asked for and takes, in bytes a second, and the moments at which its shards are cut; 0: not. */
export type OnDemandNow = {
  open: readonly number[]
  shardBytes: number
  triedBytes: number
  nowMicros: number
  splitsAtMicros: (shard: number) => number
}

/** The meter in pixels from its left: a box for each shard, what is tried as a length, boxes that are to come. */
export type Meter = {
  box: number
  /** Where the boxes end: what all shards take. */
  limit: number
  filled: number
  /** What is tried beyond the limit; 0: nothing. */
  over: number
  /** So many boxes more when all cuts that are due have been made. */
  coming: number
}

export type Cut = { shard: number; inMicros: number }

const BOX_WIDTH_MAX = 30

/** Shards that the service is about to cut, the next first (KIN5.06). */
export function cutsOf({ open, nowMicros, splitsAtMicros }: OnDemandNow): Cut[] {
  return open
    .map((shard) => ({ shard, inMicros: splitsAtMicros(shard) - nowMicros }))
    .filter(({ shard }) => splitsAtMicros(shard) > 0)
    .map(({ shard, inMicros }) => ({ shard, inMicros: Math.max(0, inMicros) }))
    .sort((a, b) => a.inMicros - b.inMicros)
}

/** One scale for all of it, so that lengths can be compared: a box is what one shard takes. */
export function meterOf(now: OnDemandNow, width: number): Meter {
  const shards = now.open.length
  const tried = now.triedBytes / now.shardBytes
  const coming = Math.max(0, Math.min(cutsOf(now).length, BOUNDS.openShards - shards))
  const box = Math.min(BOX_WIDTH_MAX, width / Math.max(1, shards + coming, tried))
  return {
    ...{ box, coming, limit: shards * box },
    filled: Math.min(shards, tried) * box,
    over: Math.max(0, tried - shards) * box,
  }
}

/** Minutes and seconds until a moment; it reads 0:00 only when that has come. */
export function countdown(micros: number): string {
  const seconds = Math.ceil(micros / 1e6)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
