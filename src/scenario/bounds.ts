// What a document may hold at most. A link or file beyond these is refused before anything is built from it.

export const BOUNDS = {
  nodes: 64,
  links: 128,
  interventions: 500,
  bookmarks: 50,
  titleLength: 120,
  nameLength: 60,
  idLength: 40,
  sentenceLength: 400,
  keysLength: 1000,
  tryThis: 6,
  minutes: 600,
  facts: 40,
  concepts: 12,
  choices: 6,
  /** Beside the first one. */
  guesses: 3,
  /** What one step to try changes. */
  stepChanges: 12,
  /** For whoever teaches with the scene. */
  notesLength: 2000,
  /** Data of a record sent by hand: more than any store takes. */
  putBytes: 16_777_216,
  /** A week. */
  durationSeconds: 604_800,
  seed: 4_294_967_295,
  /** Places on the canvas reach from minus this to this. */
  place: 100_000,
  /** Open shards of a stream, and all that it ever has: each closed one keeps its rows in a frame. */
  openShards: 64,
  shardsEver: 400,
} as const

/** Records that a run may log: memory is bounded by it (16 bytes each at most). */
export const RECORDS_MAX = 30_000_000

const ID = /^[A-Za-z][A-Za-z0-9_-]*$/

/** Ids stand in links before a dot and as keys of objects, so names that every object has are not ids. */
export function isNodeId(id: string): boolean {
  return id.length <= BOUNDS.idLength && ID.test(id) && !(id in Object.prototype)
}
