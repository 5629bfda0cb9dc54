import type { ComponentType } from 'react'
import type { NodeKind } from '../scenario/scenario.ts'
import { ApplicationNode } from './ApplicationNode.tsx'
import { LinkEdge, type LinkEnds } from './LinkEdge.tsx'
import { PlainNode } from './PlainNode.tsx'
import { PoolNode } from './PoolNode.tsx'
import { ProducerNode } from './ProducerNode.tsx'
import { QueueNode } from './QueueNode.tsx'
import { StreamNode } from './StreamNode.tsx'

/** What draws each kind of node and link, whatever stage it stands on. */
export const nodeKinds: Readonly<Record<NodeKind, ComponentType<{ id: string }>>> = {
  producer: ProducerNode,
  stream: StreamNode,
  queue: QueueNode,
  application: ApplicationNode,
  pool: PoolNode,
  monolith: PlainNode,
  topic: PlainNode,
  lambda: PlainNode,
  downstream: PlainNode,
  aggregator: PlainNode,
  fifoQueue: PlainNode,
  archive: PlainNode,
}
export const linkTypes: { readonly link: ComponentType<LinkEnds> } = { link: LinkEdge }
