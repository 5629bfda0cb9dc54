/** So many tapes are drawn in full; of more shards only the worst ones. */
export const OPEN_WITHOUT_FOLDING = 4
export const OPEN_MAX = 3

/** Which tapes of a stream are folded before anything has happened in it. */
export const foldedAtStart = (shards: number): boolean[] =>
  Array.from({ length: shards }, (_, shard) => shards > OPEN_WITHOUT_FOLDING && shard >= OPEN_MAX)
