import { LIMITS, limitFor } from '../../aws/index.ts'
import { registeredConsumers } from '../registeredConsumers.ts'
import type { KinesisQueueNode, Scenario, StreamNode } from '../scenario.ts'
import { isOnDemand } from '../streamMode.ts'
import { whereOf } from '../where.ts'
import type { Problem } from './problem.ts'

/** Why AWS would not create the queue (KIN6.02), and where no stream knows such a thing. */
export function kinesisQueueProblems(scenario: Scenario, { id, name }: KinesisQueueNode): Problem[] {
  const { nodes, links } = scenario
  const source = links.find(({ to }) => to === id)?.from
  const stream = nodes.find((node) => node.id === source)
  if (stream?.kind !== 'stream')
    return [{ nodeId: id, text: `${name} reads nothing yet: link an on-demand stream to it.` }]
  const found = limitFor('KIN6.02', whereOf(scenario))
  if (!found.ok) return [{ nodeId: id, factId: 'KIN6.02', text: `${name}: ${found.message}` }]
  if (isOnDemand(stream)) return [...tooMany(scenario, id, stream), ...fromKpl(scenario, id, stream.id)]
  return [
    {
      nodeId: stream.id,
      field: 'capacityMode',
      factId: 'KIN6.02',
      text: `${stream.name} is provisioned: ${name} needs an on-demand stream, is not created and offers nothing.`,
    },
  ]
}

/** KIN6.06: what is packed comes packed, which no worker here unpacks. */
function fromKpl({ nodes, links }: Scenario, queue: string, stream: string): Problem[] {
  const sender = nodes.find(
    (node) =>
      node.kind === 'producer' &&
      node.sendsWith === 'kpl' &&
      links.some(({ from, to }) => from === node.id && to === stream),
  )
  if (sender === undefined) return []
  const most = LIMITS['KIN6.06'].value
  return [
    {
      nodeId: queue,
      factId: 'KIN6.06',
      text: `${sender.name} packs up to ${most} B of records into one; here each is given out alone, in truth the worker has to unpack them.`,
    },
  ]
}

/** KIN6.03: queues share the limit of registered consumers (KIN3.02); those that stand first in the scene came first. */
function tooMany(scenario: Scenario, queue: string, stream: StreamNode): Problem[] {
  const { consumers, most } = registeredConsumers(scenario, stream)
  const place = consumers.findIndex(({ id }) => id === queue)
  if (place < most) return []
  const text = `${stream.name} takes ${most} registered consumers, queues among them; ${consumers[place]?.name} is one too many and is not created.`
  return [{ nodeId: queue, factId: 'KIN6.03', text }]
}
