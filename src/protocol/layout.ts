import type { NodeKind } from '../scenario/scenario.ts'

// Where each number of a frame stands. The worker sends it once per loaded scenario; the view
// never counts offsets itself.

/** One node's numbers: `names[i]` stands at `first + i`; row r, name i at `firstRow + r * rowNames.length + i`. */
export type NodeLayout = {
  id: string
  kind: NodeKind
  first: number
  names: readonly string[]
  /** producer: one row a link (in `rowTargets` order); stream: a shard; application: a shard of its stream; pool: a worker; queue: none. */
  rowCount: number
  firstRow: number
  rowNames: readonly string[]
  /** producer: ids of the linked stores; application and pool: the one store they read; else empty. */
  targets: readonly string[]
  /** Records that one drawn dot stands for in this store (stream, queue); 1 for the others. */
  recordsPerDot: number
}

/** A way on which dots move. Dots name their track by its index. */
export type Track = {
  /** stored: producer -> store; refused: the way back; delivered: store -> reader. */
  kind: 'stored' | 'refused' | 'delivered'
  from: string
  to: string
  /** The shard of the stream end, 0 for a queue. */
  row: number
  recordsPerDot: number
}

/** A partition key that has a paint of its own: the seven hottest. Paint 7 is "other". */
export type PaintedKey = { paint: number; key: string; share: number; hash: number /* 0..1 on the hash ruler */ }

/** The name under which a node's numbers stand that are only looked at. A node of a document that is called so goes first. */
export const seenId = (node: string): string => `~${node}`

export type Layout = {
  /** Numbers of a frame's moment: all gauges, then what is only looked at. */
  gaugeCount: number
  nodes: NodeLayout[]
  /** What some nodes show beside their gauges, under `seenId`: no history has it. */
  seen: NodeLayout[]
  tracks: Track[]
  paintedKeys: PaintedKey[]
  /** What became of the document's steps: `first + i` holds the place in `names` of what is said of step `steps[i]`. */
  answers: { first: number; steps: readonly number[]; names: readonly string[] }
  /** Width of one bin of the recorded history. */
  binMicros: number
  durationMicros: number
}
