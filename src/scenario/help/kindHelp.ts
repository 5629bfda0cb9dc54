import type { NodeKind } from '../scenario.ts'
import type { KindHelp } from './fieldHelp.ts'

// One chunk a kind: a page asks for the kinds that somebody looks at.
const LOAD: Readonly<Record<NodeKind, () => Promise<KindHelp>>> = {
  producer: () => import('./producerHelp.ts').then((file) => file.PRODUCER_HELP),
  stream: () => import('./streamHelp.ts').then((file) => file.STREAM_HELP),
  queue: () => import('./queueHelp.ts').then((file) => file.QUEUE_HELP),
  application: () => import('./applicationHelp.ts').then((file) => file.APPLICATION_HELP),
  pool: () => import('./poolHelp.ts').then((file) => file.POOL_HELP),
  monolith: () => import('./monolithHelp.ts').then((file) => file.MONOLITH_HELP),
  topic: () => import('./topicHelp.ts').then((file) => file.TOPIC_HELP),
  lambda: () => import('./lambdaHelp.ts').then((file) => file.LAMBDA_HELP),
  downstream: () => import('./downstreamHelp.ts').then((file) => file.DOWNSTREAM_HELP),
  aggregator: () => import('./aggregatorHelp.ts').then((file) => file.AGGREGATOR_HELP),
  fifoQueue: () => import('./fifoQueueHelp.ts').then((file) => file.FIFO_QUEUE_HELP),
  note: () => import('./noteHelp.ts').then((file) => file.NOTE_HELP),
  kinesisQueue: () => import('./kinesisQueueHelp.ts').then((file) => file.KINESIS_QUEUE_HELP),
  archive: () => import('./archiveHelp.ts').then((file) => file.ARCHIVE_HELP),
}

/** What a person is told of the fields of a kind. */
export const helpOf = (kind: NodeKind): Promise<KindHelp> => LOAD[kind]()
