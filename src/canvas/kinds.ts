import type { ComponentType } from 'react'
import type { NodeKind } from '../scenario/scenario.ts'
import { ApplicationNode } from './ApplicationNode.tsx'
import { LinkEdge, type LinkEnds } from './LinkEdge.tsx'
import { later } from './later.tsx'
import { ProducerNode } from './ProducerNode.tsx'
import { StreamNode } from './StreamNode.tsx'

type DrawsNode = ComponentType<{ id: string }>

const PlainNode = later(() => import('./PlainNode.tsx'))

/** What draws each kind of node and link, whatever stage it stands on. */
export const nodeKinds: Readonly<Record<NodeKind, DrawsNode>> = {
  producer: ProducerNode,
  stream: StreamNode,
  queue: later(() => import('./QueueNode.tsx')),
  application: ApplicationNode,
  pool: later(() => import('./PoolNode.tsx')),
  monolith: PlainNode,
  topic: PlainNode,
  lambda: PlainNode,
  downstream: PlainNode,
  aggregator: PlainNode,
  fifoQueue: PlainNode,
  archive: PlainNode,
  kinesisQueue: PlainNode,
  note: later(() => import('./NoteNode.tsx')),
}
export const linkTypes: { readonly link: ComponentType<LinkEnds> } = { link: LinkEdge }
