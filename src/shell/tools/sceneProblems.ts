import { problems } from '../../scenario/index.ts'
import type { Problem } from '../../scenario/problems.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { viewStore } from '../../state/index.ts'

/** None while somebody looks for the fault of a broken scene. */
export function sceneProblems(scenario: Scenario): { problem: Problem; nodeName: string }[] {
  if (viewStore.getState().course?.id.startsWith('fault-')) return []
  return problems(scenario).map((problem) => ({
    problem,
    nodeName: scenario.nodes.find((node) => node.id === problem.nodeId)?.name ?? problem.nodeId,
  }))
}
