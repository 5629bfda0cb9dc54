import { fieldOf } from './fields.ts'
import type { Intervention, NodeKind, ScenarioNode } from './scenario.ts'

type Action = Intervention['action']

/** What can be done to each kind of node while the run goes on. */
export const ACTIONS: Readonly<Record<NodeKind, readonly Action[]>> = {
  producer: ['set', 'sendOne'],
  stream: ['set', 'put', 'splitShard', 'mergeShards', 'updateShardCount', 'setRetention'],
  queue: ['set', 'put', 'receiveOne', 'deleteOne', 'purge', 'redrive'],
  application: ['set', 'goTo', 'goToRecord', 'crash', 'start', 'pause', 'resume', 'cutOff', 'reconnect'],
  pool: ['set', 'crash', 'start', 'pause', 'resume'],
  monolith: ['set', 'put', 'crash', 'start'],
  topic: ['set', 'put', 'crash', 'start'],
  lambda: ['set', 'pause', 'resume'],
  downstream: ['set', 'crash', 'start'],
  aggregator: ['set', 'crash', 'start'],
  fifoQueue: ['set', 'put', 'receiveOne', 'deleteOne', 'purge', 'redrive'],
  archive: ['set', 'goTo'],
  kinesisQueue: ['set', 'receiveOne', 'deleteOne', 'redrive'],
  note: [],
}

/** Why an intervention has no meaning for its node; null when it has one. Values are judged by `valueRefusal`. */
export function interventionRefusal(step: Intervention, node: ScenarioNode | undefined): string | null {
  if (node === undefined) return `there is no node ${step.node}`
  if (!ACTIONS[node.kind].includes(step.action)) return `${step.action} does not fit ${node.name}`
  if (step.action === 'set') return setRefusal(node, step.field)
  if (step.action === 'goTo' && typeof step.to === 'number' && !(step.to >= 0)) return `${step.to} s back is no moment`
  if (step.action === 'put' && step.key === '') return 'a partition key is not empty'
  if (step.action === 'splitShard' && step.startingHashKey !== '' && !isHashKey(step.startingHashKey))
    return `${step.startingHashKey} is no hash key`
  if (!('worker' in step)) return null
  const workers = 'workers' in node ? node.workers : 1
  return Number.isInteger(step.worker) && step.worker >= 0 && step.worker < workers
    ? null
    : `${node.name} has no worker ${step.worker + 1}`
}

/** In decimal, from 0 to 2^128 - 1 (KIN4.01). */
const isHashKey = (text: string) => /^(0|[1-9]\d{0,38})$/.test(text) && BigInt(text) < 1n << 128n

function setRefusal(node: ScenarioNode, name: string): string | null {
  const field = fieldOf(node.kind, name)
  if (field === undefined) return `${node.name} has no field ${name}`
  return field.structural || field.layout === true ? `${name} cannot be turned during a run` : null
}
