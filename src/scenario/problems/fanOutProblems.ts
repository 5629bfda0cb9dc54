import { LIMITS } from '../../aws/index.ts'
import { consumersMost } from '../fanOutNumbers.ts'
import { formatQuantity } from '../quantity.ts'
import type { ApplicationNode, Scenario, StreamNode } from '../scenario.ts'
import { shardsAtStart } from '../streamMode.ts'
import { whereOf } from '../where.ts'
import { linkedTo, type Problem } from './problem.ts'

/** Registered consumers that the stream has no room for, or that are pushed less than comes in. `bytes`: offered to the stream a second. */
export function fanOutProblems(
  scenario: Scenario,
  stream: StreamNode,
  applications: readonly ApplicationNode[],
  bytes: number,
): Problem[] {
  // A function's consumer has what AWS gives; an application's may be turned.
  const functions = linkedTo(scenario, stream.id, 'lambda').map((node) => {
    return { ...node, fanOutBytesPerSecond: LIMITS['KIN3.01'].value }
  })
  const place = ({ id }: { id: string }) => scenario.nodes.findIndex((node) => node.id === id)
  const consumers = [...applications, ...functions]
    .filter(({ reading }) => reading === 'fanOut')
    .sort((one, other) => place(one) - place(other))
  const most = consumersMost(whereOf(scenario), stream.capacityMode === 'onDemandAdvantage')
  const stored = Math.min(bytes / shardsAtStart(stream), stream.writeBytesPerSecond)
  const found: Problem[] = consumers.slice(most).map(({ id, name }) => ({
    nodeId: id,
    field: 'reading',
    factId: 'KIN3.02',
    text: `${stream.name} takes ${most} registered consumers; ${name} is one too many: its registration is refused (LimitExceededException) and it reads nothing.`,
  }))
  for (const { id, kind, name, fanOutBytesPerSecond: own } of consumers.slice(0, most)) {
    if (stored <= own) continue
    const text = `${name} is pushed ${formatQuantity(own, 'B/s')} of each shard and ${formatQuantity(stored, 'B/s')} come in: it falls behind.`
    const field = kind === 'lambda' ? 'reading' : 'fanOutBytesPerSecond'
    found.push({ nodeId: id, field, factId: 'KIN3.01', text })
  }
  return found
}
