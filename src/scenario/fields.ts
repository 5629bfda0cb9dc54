import { AGGREGATOR_FIELDS } from './fields/aggregatorFields.ts'
import { APPLICATION_FIELDS } from './fields/applicationFields.ts'
import { ARCHIVE_FIELDS } from './fields/archiveFields.ts'
import { DOWNSTREAM_FIELDS } from './fields/downstreamFields.ts'
import type { Field } from './fields/field.ts'
import { FIFO_QUEUE_FIELDS } from './fields/fifoQueueFields.ts'
import { LAMBDA_FIELDS } from './fields/lambdaFields.ts'
import { MONOLITH_FIELDS } from './fields/monolithFields.ts'
import { NOTE_FIELDS } from './fields/noteFields.ts'
import { POOL_FIELDS } from './fields/poolFields.ts'
import { PRODUCER_FIELDS } from './fields/producerFields.ts'
import { QUEUE_FIELDS } from './fields/queueFields.ts'
import { STREAM_FIELDS } from './fields/streamFields.ts'
import { TOPIC_FIELDS } from './fields/topicFields.ts'
import type { NodeKind, ScenarioNode } from './scenario.ts'

/** The fields of each kind of node, in the order in which they are shown. */
export const FIELDS: Readonly<Record<NodeKind, readonly Field[]>> = {
  producer: PRODUCER_FIELDS,
  stream: STREAM_FIELDS,
  queue: QUEUE_FIELDS,
  application: APPLICATION_FIELDS,
  pool: POOL_FIELDS,
  monolith: MONOLITH_FIELDS,
  topic: TOPIC_FIELDS,
  lambda: LAMBDA_FIELDS,
  downstream: DOWNSTREAM_FIELDS,
  aggregator: AGGREGATOR_FIELDS,
  fifoQueue: FIFO_QUEUE_FIELDS,
  archive: ARCHIVE_FIELDS,
  note: NOTE_FIELDS,
}

export const NODE_KINDS = Object.keys(FIELDS) as NodeKind[]

const byName = new Map(NODE_KINDS.map((kind) => [kind, new Map(FIELDS[kind].map((field) => [field.name, field]))]))

export function fieldOf(kind: NodeKind, name: string): Field | undefined {
  return byName.get(kind)?.get(name)
}

/** The start value that a node holds for a field. */
export function startValue(node: ScenarioNode, field: Field): number | string {
  return (node as unknown as Record<string, number | string>)[field.name] ?? field.default
}
