import type { NodeKind } from './scenario.ts'

/** What a node is called until somebody names it. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  producer: 'Producer',
  stream: 'Stream',
  queue: 'Queue',
  application: 'Application',
  pool: 'Workers',
  monolith: 'Monolith',
  topic: 'Topic',
  lambda: 'Function',
  downstream: 'Database',
  aggregator: 'Counter',
  fifoQueue: 'FIFO queue',
  archive: 'Archive',
  kinesisQueue: 'Kinesis queue',
  note: 'Note',
}

export const NODE_KINDS = Object.keys(KIND_NAMES) as NodeKind[]
