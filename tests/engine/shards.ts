import type { Engine } from '../../src/engine/index.ts'

type Stream = Engine['streams'][number]

/** One number of each shard of a stream; the fields are those of shardColumn.ts. */
export const ofShards = (stream: Stream, field: number): number[] => stream.shards.map(({ c }) => c[field]!)

/** Records stored in each shard. */
export const tipsOf = (stream: Stream): number[] => stream.shards.map(({ tip }) => tip)
