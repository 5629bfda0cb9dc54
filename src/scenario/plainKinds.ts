import type { NodeKind, ScenarioNode } from './scenario.ts'

// Kinds that are drawn as a box with their numbers; what is said of each stands in `kindWords.ts`, which loads when it is needed.

const PLAIN_KINDS = [
  'monolith',
  'topic',
  'fifoQueue',
  'lambda',
  'downstream',
  'aggregator',
  'archive',
  'kinesisQueue',
] as const satisfies readonly NodeKind[]

export type PlainKind = (typeof PLAIN_KINDS)[number]
export type PlainNode = Extract<ScenarioNode, { kind: PlainKind }>

export const isPlain = (node: ScenarioNode): node is PlainNode =>
  (PLAIN_KINDS as readonly NodeKind[]).includes(node.kind)
