import { tooManyRecords } from './estimate.ts'
import { fifoQueueProblems } from './problems/fifoQueueProblems.ts'
import { kinesisQueueProblems } from './problems/kinesisQueueProblems.ts'
import { lambdaProblems } from './problems/lambdaProblems.ts'
import type { Problem } from './problems/problem.ts'
import { producerProblems } from './problems/producerProblems.ts'
import { queueProblems } from './problems/queueProblems.ts'
import { streamProblems } from './problems/streamProblems.ts'
import { whereProblems } from './problems/whereProblems.ts'
import type { Scenario } from './scenario.ts'

export type { Problem } from './problems/problem.ts'

/** What will surprise in this scenario, from its start values alone: nothing here stops a run, except a run too large to be kept. */
export function problems(scenario: Scenario): Problem[] {
  const found = [...danglingLinks(scenario), ...whereProblems(scenario)]
  const first = scenario.nodes[0]
  const tooMany = tooManyRecords(scenario)
  if (tooMany !== null && first !== undefined)
    found.push({
      nodeId: scenario.nodes.find((node) => node.kind === 'producer')?.id ?? first.id,
      field: 'rate',
      text: tooMany,
    })
  for (const node of scenario.nodes) {
    if (node.kind === 'producer') found.push(...producerProblems(scenario, node))
    if (node.kind === 'stream') found.push(...streamProblems(scenario, node))
    if (node.kind === 'lambda') found.push(...lambdaProblems(scenario, node))
    if (node.kind === 'queue' || node.kind === 'fifoQueue' || node.kind === 'kinesisQueue')
      found.push(...queueProblems(scenario, node))
    if (node.kind === 'kinesisQueue') found.push(...kinesisQueueProblems(scenario, node))
    if (node.kind === 'fifoQueue') found.push(...fifoQueueProblems(scenario, node))
    if (
      (node.kind === 'application' || node.kind === 'pool' || node.kind === 'aggregator') &&
      !scenario.links.some((link) => link.to === node.id)
    ) {
      found.push({
        nodeId: node.id,
        text: `${node.name} reads nothing yet: link a ${node.kind === 'pool' ? 'queue' : node.kind === 'aggregator' ? 'stream or a queue' : 'stream'} to it.`,
      })
    }
  }
  return found
}

function danglingLinks({ nodes, links }: Scenario): Problem[] {
  const ids = new Set(nodes.map((node) => node.id))
  return links
    .filter((link) => !ids.has(link.from) || !ids.has(link.to))
    .map((link) => ({
      nodeId: ids.has(link.from) ? link.from : link.to,
      text: `A link from ${link.from} to ${link.to} has lost one end.`,
    }))
}
