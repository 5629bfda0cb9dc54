import type { NodeKind, Scenario } from '../scenario.ts'

/** More kinds of parts and marks than these at once cannot be learned from a picture. */
export const KINDS_SHOWN_MAX = 12

const MESSAGE = 'message'
/** What the picture of each kind of node is made of: one word for each thing whose meaning has to be known. */
const PARTS: Readonly<Record<NodeKind, readonly string[]>> = {
  producer: ['producer', 'send buffer', MESSAGE],
  stream: ['tape', 'write gate', MESSAGE],
  application: ['application', 'mark of a reader', 'pin of a checkpoint'],
  queue: ['bag', 'ring of a received message', MESSAGE],
  fifoQueue: ['lanes of groups', 'ring of a received message', MESSAGE],
  kinesisQueue: ['bag', 'ring of a received message', 'pointer into a stream', MESSAGE],
  pool: ['workers'],
  lambda: ['function'],
  topic: ['topic'],
  monolith: ['heap', MESSAGE],
  downstream: ['system downstream'],
  aggregator: ['counter'],
  archive: ['archive', MESSAGE],
  note: [],
}

/** The kinds of parts and marks that the picture of a scene has. */
export const kindsShown = ({ nodes }: Scenario): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ kind }) => [...PARTS[kind]]))
